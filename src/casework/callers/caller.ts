import { z } from 'zod'
import { bareText } from '../clients/folded-text.ts'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema } from '../records/values.ts'

/** How somebody was known to have called before. */
const recognisedBy = ['alias', 'number'] as const

/**
 * Somebody who calls again and wants to be known: by an alias they chose, and nothing else about them. `word`: something they chose
 * to say besides, so that a story is not told to somebody else who says the same alias; empty for none.
 */
export const callerSchema = z.strictObject({
  alias: z.string().trim().min(1).max(60),
  word: z.string().trim().max(60),
  /** They agreed that their calls are put together. */
  agreedAt: instantSchema,
  recordedBy: idSchema,
  /** Their calls, in the order they were recognised. */
  calls: z
    .array(z.strictObject({ callId: idSchema, by: idSchema, at: instantSchema, known: z.enum(recognisedBy) }))
    .max(10_000),
  /** They want to be unknown again: no call is added, and they are found no more. */
  forgotten: z.strictObject({ by: idSchema, at: instantSchema }).nullable(),
})
export type Caller = z.infer<typeof callerSchema>

/** What an alias is found under, however it is written; null for one with nothing to find it by. */
export const aliasKey = (alias: string): string | null => bareText(alias) || null

export const callerKind: RecordKind<Caller> = {
  table: 'callers',
  domain: 'hotline',
  version: 1,
  schema: callerSchema,
  clientOf: () => null,
  changeable: ({ forgotten }) => (forgotten === null ? ['alias', 'word', 'forgotten'] : []),
  appends: ['calls'],
  indexes: { alias: ({ alias, forgotten }) => (forgotten === null ? aliasKey(alias) : null) },
}
