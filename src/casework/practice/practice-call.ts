import { z } from 'zod'
import { hotlineCallSchema } from '../hotline/hotline-call.ts'
import type { RecordKind } from '../records/record.ts'
import { idSchema } from '../records/values.ts'
import { practiceTopics } from './practice-scenario.ts'

/**
 * A record written to practise, of a call that nobody made. It is of a kind of its own: lists, boards, search, hand-overs and facts
 * are made of hotline calls, and can hold none of these. It has no call number and belongs to no caller.
 */
export const practiceCallSchema = z
  .strictObject({
    scenario: z.enum(practiceTopics),
    /** Version of the practice calls it was written to. */
    version: z.string().min(1).max(20),
    trainee: idSchema,
    record: hotlineCallSchema,
  })
  .refine(({ record }) => record.number === undefined, { path: ['record', 'number'] })
export type PracticeCall = z.infer<typeof practiceCallSchema>

export const practiceCallKind: RecordKind<PracticeCall> = {
  table: 'practiceCalls',
  domain: 'hotline',
  version: 1,
  schema: practiceCallSchema,
  clientOf: () => null,
  changeable: ({ record }) => (record.endedAt === null ? ['record'] : []),
  indexes: { trainee: ({ trainee }) => trainee },
}
