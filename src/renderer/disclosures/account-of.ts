import type { DisclosureBasis } from '../../casework/disclosures/disclosure.ts'
import type { Account, Telling } from '../../room/contract/disclosures.ts'

/** By whose leave something is handed out, as a form holds it. */
export interface LeaveForm {
  leave: Account['authorised']['kind']
  supervisor?: string
  outsideName?: string
  outsideDay?: string
}

/** What is accounted for besides the ground, the receiver and the purpose, as a form holds it. */
export interface HandedForm extends LeaveForm {
  moreBecause?: string
  telling: Telling['state']
  tellingNote?: string
}

/** Who asks for a copy of their own knows of it; of anything else it has to be said. */
export const toldBy = (basis: DisclosureBasis): Telling['state'] | undefined =>
  basis === 'clientCopy' ? 'told' : undefined

/** The account of a disclosure as its form holds it. */
export interface AccountForm extends HandedForm {
  basis: DisclosureBasis
  recipient: string
  purpose: string
}

const authorisedBy = ({
  leave,
  supervisor = '',
  outsideName = '',
  outsideDay = '',
}: LeaveForm): Account['authorised'] => {
  if (leave === 'here') return { kind: 'here', staffId: supervisor }
  return leave === 'outside' ? { kind: 'outside', name: outsideName, day: outsideDay } : { kind: 'self' }
}

/** What is accounted for besides the ground, the receiver and the purpose, as the room takes it. */
export const handedOf = (form: HandedForm): Pick<Account, 'moreBecause' | 'authorised' | 'telling'> => ({
  moreBecause: form.moreBecause ?? '',
  authorised: authorisedBy(form),
  telling: { state: form.telling, note: form.tellingNote ?? '' },
})

/** The account as the room takes it. */
export const accountOf = (form: AccountForm): Account => ({
  basis: form.basis,
  recipient: form.recipient,
  purpose: form.purpose,
  ...handedOf(form),
})
