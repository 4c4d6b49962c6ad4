import type { PrivacyRules } from '../privacy/privacy-rules.ts'
import { type Block, blockIf } from '../records/block.ts'
import type { Disclosure, DisclosureField } from './disclosure.ts'

export type DisclosureBlock =
  | 'DISCLOSURE_CONSENT_NEEDED'
  | 'DISCLOSURE_FIELDS_NEEDED'
  | 'DISCLOSURE_TOO_MUCH'
  | 'DISCLOSURE_AUTHORISER_NEEDED'
  | 'DISCLOSURE_SUPERVISOR_NEEDED'
  | 'DISCLOSURE_TELLING_NEEDED'
  | 'DISCLOSURE_TELL_BEFORE'

type Rules = Pick<PrivacyRules, 'disclosures'>

/** What is told beyond the fields the rules have for such a case. */
export const beyondMinimum = (
  { basis, fields }: Pick<Disclosure, 'basis' | 'fields'>,
  rules: Rules,
): DisclosureField[] => (fields ?? []).filter((field) => !rules.disclosures[basis].fields.includes(field))

/** What stands in the way of handing something out as it is put down here; nothing does in the way of saving a life. */
export function disclosureBlocks(
  disclosure: Pick<Disclosure, 'basis' | 'consent' | 'fields' | 'moreBecause' | 'authorised' | 'clientTold'>,
  rules: Rules,
): Block<DisclosureBlock>[] {
  const { basis, consent, fields, moreBecause, authorised, clientTold } = disclosure
  const rule = rules.disclosures[basis]
  const beyond = beyondMinimum(disclosure, rules)
  const telling = clientTold?.at(-1)?.state
  return [
    ...blockIf(basis === 'consentedReferral' && consent === null, 'DISCLOSURE_CONSENT_NEEDED'),
    ...blockIf(fields === undefined, 'DISCLOSURE_FIELDS_NEEDED'),
    ...blockIf(beyond.length > 0 && moreBecause === undefined, 'DISCLOSURE_TOO_MUCH', {
      fields: beyond.join(' '),
    }),
    ...blockIf(authorised === undefined, 'DISCLOSURE_AUTHORISER_NEEDED'),
    ...blockIf(rule.supervisorAgrees && authorised?.kind === 'self', 'DISCLOSURE_SUPERVISOR_NEEDED'),
    ...blockIf(telling === undefined, 'DISCLOSURE_TELLING_NEEDED'),
    ...blockIf(
      rule.tellClient === 'before' && telling !== undefined && telling !== 'told',
      'DISCLOSURE_TELL_BEFORE',
    ),
  ]
}

/** Whether the client still has to be told (PIPL art. 18: as soon as the emergency is over). */
export const isTellingOwed = (
  { basis, clientTold }: Pick<Disclosure, 'basis' | 'clientTold'>,
  rules: Rules,
): boolean => {
  const last = clientTold?.at(-1)?.state
  if (last === 'notYet') return true
  return last === 'notTold' && rules.disclosures[basis].tellClient === 'afterwards'
}
