import type { CareAction } from '../../casework/consents/consent-needed.ts'
import {
  type Disclosure,
  type DisclosureBasis,
  type DisclosureField,
  disclosureSchema,
} from '../../casework/disclosures/disclosure.ts'
import { disclosureBlocks } from '../../casework/disclosures/disclosure-blocks.ts'
import type { PrivacyRules } from '../../casework/privacy/privacy-rules.ts'
import { unlessBlocked } from '../../casework/records/block.ts'
import { type Outcome, refused } from '../../instruments/outcome.ts'
import type { Account, Telling } from '../contract/disclosures.ts'

/** What it is to hand something out on a ground. */
export const actionOf: Record<DisclosureBasis, CareAction> = {
  consentedReferral: 'refer',
  savingLife: 'respondToCrisis',
  minorHarm: 'reportHarm',
  domesticViolence: 'reportHarm',
  clientCopy: 'giveOwnCopy',
}

/** An entry of whether the client was told, as it is stored. */
export const tellingEntry = ({ state, note }: Telling, by: string, at: string) =>
  state === 'told' ? { state, by, at, note: note.trim() } : { state, by, at, because: note.trim() }

/**
 * What is handed out, as it is put on record. Refused with what `disclosureBlocks` names, or DISCLOSURE_INVALID, the field in `at`.
 */
export function accounted(
  { moreBecause, telling, recipient, basis, purpose, authorised }: Account,
  {
    fields,
    ...handed
  }: Pick<Disclosure, 'clientId' | 'what' | 'fileHash' | 'consent' | 'disclosedBy' | 'disclosedAt'> & {
    fields: readonly DisclosureField[]
  },
  rules: Pick<PrivacyRules, 'disclosures'>,
): Outcome<Disclosure> {
  const { disclosedBy, disclosedAt } = handed
  const read = disclosureSchema.safeParse({
    ...handed,
    recipient,
    basis,
    purpose,
    authorised,
    clientTold: [tellingEntry(telling, disclosedBy, disclosedAt)],
    ...(fields.length === 0 ? {} : { fields }),
    ...(moreBecause.trim() === '' ? {} : { moreBecause }),
  })
  if (!read.success) return refused('DISCLOSURE_INVALID', { at: String(read.error.issues[0]?.path[0] ?? '') })
  return unlessBlocked(disclosureBlocks(read.data, rules), () => read.data)
}
