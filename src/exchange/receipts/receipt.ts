import { z } from 'zod'
import { instantSchema } from '../../casework/records/values.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { periodSchema } from '../../statistics/period.ts'
import { signCompact } from '../compact-jws.ts'
import { sha256Schema } from '../plan-reference.ts'
import { isTooLateFor, type PackageSender } from '../read-package.ts'
import { refuse } from '../refusals.ts'
import { readStatement, type StatementKind } from '../signed-statement.ts'
import type { UnitKeys } from '../unit-keys.ts'

const receiptSchema = z.strictObject({
  format: z.literal('anxin-receipt/1'),
  /** Who received: the county desk. */
  county: z.string().regex(/^\d{6}$/),
  /** Who had sent: the room. */
  unit: z.string().regex(/^\d{9}$/),
  /** The period of the last package received; null, like its `sha256`, where none ever was. */
  period: periodSchema.nullable(),
  /** Its place in the room's chain; 0 where none was received. */
  seq: z.int().min(0).max(999_999),
  sha256: sha256Schema.nullable(),
  issued: instantSchema,
})
/** How far a county has a room's chain of packages, in the county's own hand. */
export type Receipt = z.infer<typeof receiptSchema>

const receiptStatement: StatementKind<Receipt> = {
  type: 'application/anxin-receipt+jws',
  schema: receiptSchema.refine(
    ({ period, seq, sha256 }) => (seq === 0) === (period === null) && (seq === 0) === (sha256 === null),
  ),
  maxSize: 4_000,
}

/** What a receipt is made of; `last`: the newest package of the room that the county took in, null when it has none. */
export interface ReceiptEntry {
  county: string
  unit: string
  last: { period: string; seq: number; sha256: string } | null
  issued: string
}

/** Writes a receipt: a file to hand back to the room. */
export async function writeReceipt(
  { county, unit, last, issued }: ReceiptEntry,
  keys: Pick<UnitKeys, 'signing'>,
): Promise<{ name: string; bytes: Uint8Array }> {
  const receipt = receiptStatement.schema.parse({
    format: 'anxin-receipt/1',
    county,
    unit,
    period: last?.period ?? null,
    seq: last?.seq ?? 0,
    sha256: last?.sha256 ?? null,
    issued,
  })
  const text = await signCompact(JSON.stringify(receipt), receiptStatement.type, keys.signing)
  return { name: `${unit}-${receipt.seq}.anxin-receipt`, bytes: new TextEncoder().encode(text) }
}

/**
 * Reads a receipt for this room from one of its counties, by the thumbprint of their signing keys. One that was signed after its key was
 * replaced, or with a revoked key, is refused. `dayOf`: the day of the calendar by which keys are replaced, `YYYY-MM-DD`, that a
 * moment falls on.
 */
export async function readReceipt(
  bytes: Uint8Array,
  unit: string,
  counties: ReadonlyMap<string, PackageSender>,
  dayOf: (moment: string) => string,
): Promise<Outcome<Receipt>> {
  const read = await readStatement(bytes, receiptStatement, counties)
  if (!read.ok) return read
  const { said, kid } = read.value
  const county = counties.get(kid)
  if (county?.unit !== said.county) return refuse('WRONG_UNIT', { at: said.county })
  if (county.revoked) return refuse('KEY_REVOKED', { at: county.unit })
  if (isTooLateFor(county, dayOf(said.issued))) return refuse('KEY_EXPIRED', { at: county.unit })
  return said.unit === unit ? done(said) : refuse('NOT_FOR_THIS_DESK')
}
