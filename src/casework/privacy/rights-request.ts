import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { daySchema, idSchema, instantSchema, noteSchema } from '../records/values.ts'

/** What a person may ask for: copy, correct, erase (PIPL 45–47), restrict, or an explanation of a decision (24). */
export const rightsAsked = ['copy', 'correct', 'erase', 'restrict', 'explain'] as const
export type RightAsked = (typeof rightsAsked)[number]

/** What is looked into before a request is answered: who asks, in whose name, and what it touches. */
export const rightsChecks = [
  'identity',
  'guardianship',
  'death',
  'kinship',
  'othersMasked',
  'whatIsWrong',
  'retention',
  'backups',
] as const
export type RightsCheck = (typeof rightsChecks)[number]

/** `restricted`: instead of erasing, the file is only kept, for a law still wants it (PIPL 47). */
const rightsAnswers = ['met', 'partly', 'restricted', 'refused'] as const

export const rightsRequestSchema = z.strictObject({
  /** Null once the client is erased: that a request was met stays known. */
  clientId: idSchema.nullable(),
  fileNumber: z.string().min(1).max(20),
  asked: z.enum(rightsAsked),
  /** `relative`: of somebody who died (PIPL 49). */
  askedBy: z.enum(['self', 'guardian', 'relative']),
  askedOn: daySchema,
  /** Day by which the room has answered. */
  answerBy: daySchema,
  words: noteSchema,
  recordedBy: idSchema,
  recordedAt: instantSchema,
  checks: z
    .array(z.strictObject({ what: z.enum(rightsChecks), by: idSchema, at: instantSchema, note: noteSchema }))
    .max(50),
  answer: z
    .strictObject({
      by: idSchema,
      at: instantSchema,
      done: z.enum(rightsAnswers),
      /** With anything but `met` the reason the law wants (PIPL 50). */
      entry: noteSchema,
      /** The copy that was handed over. */
      disclosure: idSchema.nullable(),
    })
    .refine(({ done, entry }) => done === 'met' || entry.trim().length >= 5, { path: ['entry'] })
    .nullable(),
  /** A restriction that was taken off again, as the person asked. */
  lifted: z.strictObject({ by: idSchema, at: instantSchema, because: noteSchema.min(2) }).nullable(),
})
export type RightsRequest = z.infer<typeof rightsRequestSchema>

export const rightsRequestKind: RecordKind<RightsRequest> = {
  table: 'rightsRequests',
  domain: 'case',
  version: 1,
  schema: rightsRequestSchema,
  // It outlives the client's own key.
  clientOf: () => null,
  indexes: { client: ({ clientId }) => clientId },
  changeable: ({ answer, lifted }) => [
    'clientId',
    ...(answer === null ? ['answer'] : []),
    ...(answer !== null && lifted === null ? ['lifted'] : []),
  ],
  appends: ['checks'],
}
