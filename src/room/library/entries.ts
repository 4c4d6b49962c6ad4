import { z } from 'zod'
import { type LibraryEntry, libraryEntryKind } from '../../casework/assessments/library-entry.ts'
import type { Stored } from '../../casework/records/record.ts'
import { idSchema } from '../../casework/records/values.ts'
import { type Fault, shapeFaults } from '../../instruments/fault.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { wordingPackSchema } from '../../instruments/wording-pack.ts'
import { fromHex, toHex } from '../../vault/primitives/bytes.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'

const purpose = 'anxin/library/1'

/** Whether an instrument is given here, and who is trained for it. */
const offerSchema = z.strictObject({
  instrument: z.string().min(1).max(60),
  offered: z.boolean(),
  /** Ids of staff. */
  qualified: z.array(idSchema),
})
export type Offer = z.infer<typeof offerSchema>

/** What entries say. The parts of an instrument are checked as those of any other are. */
const saidSchema = z.discriminatedUnion('subject', [
  z.strictObject({
    subject: z.literal('instrument'),
    content: z.strictObject({ instrument: z.unknown(), survey: z.unknown(), vectors: z.unknown() }),
  }),
  z.strictObject({ subject: z.literal('wording'), content: wordingPackSchema }),
  z.strictObject({ subject: z.literal('offer'), content: offerSchema }),
  z.strictObject({
    subject: z.literal('nonCommercial'),
    content: z.strictObject({ confirmed: z.literal(true) }),
  }),
])
export type Said = z.infer<typeof saidSchema>

/** What saves something signed by the person at work, who has to be an administrator for it to count. */
export const signedEntry = async (
  vault: OpenVault,
  { subject, content }: Said,
  signedAt: string,
): Promise<Change<LibraryEntry>> => {
  const text = JSON.stringify(content)
  const signature = toHex(await vault.signAsStaff(purpose, subject, text, signedAt))
  return {
    kind: libraryEntryKind,
    id: vault.drawId(),
    expectedRevision: 0,
    value: { subject, content: text, signedBy: vault.staff.id, signedAt, signature },
  }
}

/** What an entry says. Refused with SIGNATURE_BROKEN unless an administrator of this room signed exactly this, here. */
export const openEntry = async (
  vault: OpenVault,
  { value: { subject, content, signedBy, signedAt, signature } }: Stored<LibraryEntry>,
): Promise<Outcome<Said, Fault[]>> => {
  const signed = fromHex(signature)
  if (!(await vault.signedByHolder('administrator', signedBy, signed, purpose, subject, content, signedAt)))
    return { ok: false, refusal: [{ code: 'SIGNATURE_BROKEN', path: [] }] }
  const parsed = saidSchema.safeParse({ subject, content: JSON.parse(content) })
  return parsed.success ? done(parsed.data) : { ok: false, refusal: shapeFaults(parsed.error) }
}
