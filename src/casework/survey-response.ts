import { z } from 'zod'
import { plainAnswersSchema } from '../instruments/plain-survey.ts'
import type { RecordKind } from './record.ts'
import { daySchema, idSchema } from './values.ts'

/**
 * What one unknown person answered. It says nothing of who answered, who asked, in which way or at what time, and its id is
 * drawn, so that responses lie in no order.
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
