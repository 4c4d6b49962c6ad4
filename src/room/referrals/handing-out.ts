import { type Client, clientKind } from '../../casework/clients/client.ts'
import { consentKind } from '../../casework/consents/consent.ts'
import { disclosureKind } from '../../casework/disclosures/disclosure.ts'
import type { Stored } from '../../casework/records/record.ts'
import { type Referral, type ReferralStep, referralKind } from '../../casework/referrals/referral.ts'
import { groundOf, takeReferralStep } from '../../casework/referrals/referral-blocks.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import type { Change } from '../../vault/vault.ts'
import { criticalAnswersTalked } from '../assessments/assessment-completed.ts'
import { nowAfter } from '../clock.ts'
import { mayDo } from '../consents/may-do.ts'
import type { HandingOut } from '../contract/referrals.ts'
import { accounted, actionOf } from '../disclosures/accounted.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'

/** A referral that may be sent: the consent it rests on as it stands now, and whom it is about. */
interface ReadyToSend {
  referral: Stored<Referral>
  client: Stored<Client>
}

/** The longest purpose a disclosure holds. */
const longestPurpose = 2000

/**
 * Reads a referral with the ground it stands on now; refused when the client did not agree and no life is at stake at once, or,
 * unless a life is, while a critical answer was not talked about.
 */
export async function readyToSend(
  session: Session,
  { id, revision, savingLife }: HandingOut,
): Promise<Outcome<ReadyToSend>> {
  const { value } = await session.get(referralKind, id)
  const { clientId, receiver, urgency } = value
  const agreed = await mayDo(session, 'refer', clientId, receiver.name)
  if (!agreed.ok && !(savingLife && urgency === 'atOnce')) return agreed
  const ready: Referral = { ...value, consent: agreed.ok ? agreed.value : null }
  const talked = await criticalAnswersTalked(session, clientId, actionOf[groundOf(ready)])
  if (!talked.ok) return talked
  return done({
    referral: { id, revision, value: ready },
    client: await session.get(clientKind, clientId),
  })
}

/** The changes that send a referral, with what was handed out: both are saved or neither. */
export async function handOut(
  session: Session,
  { referral }: ReadyToSend,
  { fields, moreBecause, authorised, telling }: HandingOut,
  { way, fileHash }: { way: Extract<ReferralStep, { kind: 'sent' }>['way']; fileHash: string | null },
): Promise<Outcome<Change[]>> {
  const { vault, me, ofClient } = session
  const { clientId, receiver, question, consent, writtenAt } = referral.value
  const at = nowAfter(writtenAt)
  const { privacy } = await roomRules(session)
  const disclosure = accounted(
    {
      recipient: receiver.name,
      basis: groundOf(referral.value),
      purpose: question.slice(0, longestPurpose),
      authorised,
      telling,
      moreBecause,
    },
    {
      clientId,
      what: { kind: 'referral', id: referral.id },
      fileHash,
      consent,
      fields,
      disclosedBy: me.id,
      disclosedAt: at,
    },
    privacy,
  )
  if (!disclosure.ok) return disclosure
  const disclosureId = vault.drawId()
  const { records: consents } = await ofClient(consentKind, clientId)
  const sent = takeReferralStep(
    referral,
    { kind: 'sent', by: me.id, at, disclosure: disclosureId, way },
    me,
    { consents, disclosure: disclosure.value },
  )
  if (!sent.ok) return sent
  return done([
    { kind: disclosureKind, id: disclosureId, expectedRevision: 0, value: disclosure.value },
    { kind: referralKind, id: referral.id, expectedRevision: referral.revision, value: sent.value },
  ])
}
