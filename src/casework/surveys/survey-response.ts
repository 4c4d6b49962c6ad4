import { z } from 'zod'
import { plainAnswersSchema } from '../../instruments/plain-survey/plain-survey.ts'
import type { RecordKind } from '../records/record.ts'
import { daySchema, idSchema } from '../records/values.ts'

/**
 * What one unknown person answered. It says nothing of who answered, who asked, in which way or at what time, and its id is
 * drawn, so that responses lie in no order. What remains: the day; how many wait on the client's page, and how long they are
 * to the next power of two; the order in which the storage engine wrote to its own files, until it rewrites them, for
 * somebody who has both the disk and the key; and what people write about themselves in their own words.
 */
export const surveyResponseSchema = z.strictObject({
  campaign: idSchema,
  day: daySchema,
  answers: plainAnswersSchema,
})
export type SurveyResponse = z.infer<typeof surveyResponseSchema>

/** Read by those who count: counsellors and supervisors. */
export const surveyResponseKind: RecordKind<SurveyResponse> = {
  table: 'surveyResponses',
  domain: 'statistics',
  version: 1,
  schema: surveyResponseSchema,
  clientOf: () => null,
  changeable: () => [],
}
