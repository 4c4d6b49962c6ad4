import { z } from 'zod'
import type { RecordKind } from '../../casework/records/record.ts'
import { idSchema, instantSchema } from '../../casework/records/values.ts'
import { sha256Schema } from '../plan-reference.ts'
import type { Receipt } from './receipt.ts'

/** A receipt the room took in, with the file it came in. */
const takenReceiptSchema = z.strictObject({
  county: z.string().regex(/^\d{6}$/),
  seq: z.int().min(0),
  sha256: sha256Schema.nullable(),
  issued: instantSchema,
  jws: z
    .string()
    .regex(/^[\w.-]+$/)
    .max(4_000),
  takenAt: instantSchema,
  takenBy: idSchema,
})
export type TakenReceipt = z.infer<typeof takenReceiptSchema>

export const takenReceiptKind: RecordKind<TakenReceipt> = {
  table: 'takenReceipts',
  domain: 'exchange',
  version: 1,
  schema: takenReceiptSchema,
  clientOf: () => null,
}

/** The record of a receipt that was read. */
export const takenReceipt = (
  bytes: Uint8Array,
  { county, seq, sha256, issued }: Receipt,
  { takenAt, takenBy }: Pick<TakenReceipt, 'takenAt' | 'takenBy'>,
): TakenReceipt => ({ county, seq, sha256, issued, jws: new TextDecoder().decode(bytes), takenAt, takenBy })
