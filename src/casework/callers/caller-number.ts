import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema } from '../records/values.ts'

const taken = { by: idSchema, at: instantSchema }

/** What a number is shown for. */
export const numberUses = ['callBack', 'savingLife'] as const

const digitsSchema = z.string().regex(/^\+?\d{3,20}$/)

/**
 * The number a caller rang from or left, in a record of its own: the call is read by everybody at the hotline, the number by who
 * calls back. Whatever the caller did not agree to it is not used for; saving a life needs no consent (PIPL art. 13(4)).
 */
export const callerNumberSchema = z
  .strictObject({
    callId: idSchema,
    /** Null once it was taken back. */
    number: digitsSchema.nullable(),
    /** What the caller agreed to: to be called back, and to be known by the number when they call again. */
    callBack: z.boolean(),
    recognise: z.boolean(),
    takenBy: idSchema,
    takenAt: instantSchema,
    /** To whom it was shown, and for what. */
    shown: z.array(z.strictObject({ ...taken, use: z.enum(numberUses) })).max(500),
    withdrawn: z.strictObject(taken).nullable(),
  })
  .refine(({ number, withdrawn }) => (number === null) === (withdrawn !== null), { path: ['withdrawn'] })
export type CallerNumber = z.infer<typeof callerNumberSchema>

export const callerNumberKind: RecordKind<CallerNumber> = {
  table: 'callerNumbers',
  domain: 'hotline',
  version: 1,
  schema: callerNumberSchema,
  clientOf: () => null,
  changeable: ({ withdrawn }) => (withdrawn === null ? ['number', 'callBack', 'recognise', 'withdrawn'] : []),
  appends: ['shown'],
  indexes: {
    call: ({ callId }) => callId,
    // Who did not agree to be known by it is not found by it.
    number: ({ number, recognise }) => (recognise ? number : null),
  },
}

/** A number as it is stored and found: digits alone, in ASCII, without the country code of China; null for what is none. */
export function plainNumber(typed: string): string | null {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s()\-‐‑–—.·]/g, '')
    .replace(/^(\+|00)86/, '')
  return digitsSchema.safeParse(digits).success ? digits : null
}
