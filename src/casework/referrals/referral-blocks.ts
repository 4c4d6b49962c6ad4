import type { Outcome } from '../../instruments/outcome.ts'
import type { Consent } from '../consents/consent.ts'
import { referralsInForce } from '../consents/consent-standing.ts'
import type { Disclosure } from '../disclosures/disclosure.ts'
import { mayDoCasework, type Taking } from '../records/approval-blocks.ts'
import { type Block, blockIf, unlessBlocked } from '../records/block.ts'
import { afterStep, stateAfter } from '../records/course.ts'
import type { Stored } from '../records/record.ts'
import type { Referral, ReferralStep } from './referral.ts'
import { referralCourse } from './referral-course.ts'

type GroundBlock = 'CONSENT_NEEDED' | 'CONSENT_NOT_IN_FORCE' | 'CONSENT_FOR_OTHERS'
export type ReferralBlock =
  | GroundBlock
  | 'ROLE_NEEDED'
  | 'STEP_NOT_OPEN'
  | 'NOT_THE_WRITER'
  | 'DISCLOSURE_MISSING'
  | 'DISCLOSURE_OF_OTHERS'

/** What a referral is sent upon: the client's consents, and the record of what is handed out; null while it is not written. */
export interface ReferralGround {
  consents: readonly Stored<Consent>[]
  disclosure: Pick<Disclosure, 'clientId' | 'what' | 'recipient' | 'basis' | 'consent'> | null
}

/** The ground a referral stands on: the client's consent to this receiver, or, without it, that a life is to be saved. */
export const groundOf = ({ consent }: Pick<Referral, 'consent'>): 'consentedReferral' | 'savingLife' =>
  consent === null ? 'savingLife' : 'consentedReferral'

/** What is missing in the ground of a referral. Without consent it goes only to save a life, which is at once or not at all. */
function groundBlocks(
  { receiver, urgency, consent }: Pick<Referral, 'receiver' | 'urgency' | 'consent'>,
  consents: ReferralGround['consents'],
): Block<GroundBlock>[] {
  if (consent === null) return blockIf(urgency !== 'atOnce', 'CONSENT_NEEDED')
  const held = referralsInForce(consents).find(({ id }) => id === consent)
  if (held === undefined) return [{ code: 'CONSENT_NOT_IN_FORCE' }]
  return blockIf(held.value.recipient !== receiver.name, 'CONSENT_FOR_OTHERS')
}

/** What stands in the way of a step of a referral. What others did is entered by anybody; sending and giving up are its writer's. */
export function referralBlocks(
  { id, value: referral }: Pick<Stored<Referral>, 'id' | 'value'>,
  step: ReferralStep,
  { roles }: Pick<Taking, 'roles'>,
  { consents, disclosure }: ReferralGround,
): Block<ReferralBlock>[] {
  const state = stateAfter(referralCourse, referral.steps)
  if (!mayDoCasework(roles)) return [{ code: 'ROLE_NEEDED' }]
  if (state === null || afterStep(referralCourse, state, step.kind) === null)
    return [{ code: 'STEP_NOT_OPEN', detail: { state: state ?? '', step: step.kind } }]
  if (step.kind !== 'sent' && step.kind !== 'withdrawn') return []
  const notTheirs = blockIf(step.by !== referral.writtenBy && !roles.includes('supervisor'), 'NOT_THE_WRITER')
  if (step.kind === 'withdrawn') return notTheirs
  return [
    ...notTheirs,
    ...groundBlocks(referral, consents),
    ...(disclosure === null
      ? [{ code: 'DISCLOSURE_MISSING' as const }]
      : blockIf(!isOf(id, referral, disclosure), 'DISCLOSURE_OF_OTHERS')),
  ]
}

const isOf = (
  id: string,
  referral: Referral,
  { clientId, what, recipient, basis, consent }: NonNullable<ReferralGround['disclosure']>,
): boolean =>
  clientId === referral.clientId &&
  what.kind === 'referral' &&
  what.id === id &&
  recipient === referral.receiver.name &&
  basis === groundOf(referral) &&
  consent === referral.consent

/** The referral after a step; refused with the first thing that stands in the way. */
export const takeReferralStep = (
  referral: Pick<Stored<Referral>, 'id' | 'value'>,
  step: ReferralStep,
  taking: Pick<Taking, 'roles'>,
  ground: ReferralGround,
): Outcome<Referral> =>
  unlessBlocked(referralBlocks(referral, step, taking, ground), () => ({
    ...referral.value,
    steps: [...referral.value.steps, step],
  }))
