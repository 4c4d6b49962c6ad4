import { consentKind } from '../../casework/consents/consent.ts'
import { mayDoCasework } from '../../casework/records/approval-blocks.ts'
import {
  type Referral,
  referralKind,
  referralSchema,
  referralStepSchema,
} from '../../casework/referrals/referral.ts'
import { takeReferralStep } from '../../casework/referrals/referral-blocks.ts'
import { referralStanding } from '../../casework/referrals/referral-standing.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now, nowAfter, today } from '../clock.ts'
import { commands } from '../commands.ts'
import { mayDo } from '../consents/may-do.ts'
import type { ReferralDraft, ReferralOnShow, ReferralShelf, ReferralsApi } from '../contract/referrals.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { handOut, readyToSend } from './handing-out.ts'
import { referralFiles } from './referral-files.ts'

const firstDue = ({ standing: a }: ReferralOnShow, { standing: b }: ReferralOnShow): number =>
  Number(a.due === null) - Number(b.due === null) ||
  (a.due ?? '').localeCompare(b.due ?? '') ||
  b.since.localeCompare(a.since)

/** The consent a draft rests on, null where there is none yet. A file that is only kept is referred at once or not at all. */
const consentNow = async (
  session: Session,
  { clientId, receiver, urgency }: ReferralDraft,
): Promise<Outcome<string | null>> => {
  const agreed = await mayDo(session, 'refer', clientId, receiver.name)
  if (agreed.ok || (agreed.refusal.code === 'FILE_KEPT_ONLY' && urgency !== 'atOnce')) return agreed
  return done(null)
}

/** Sending a client on to somebody who can do more, until they are back. */
export const referralsApi = (session: () => Session): ReferralsApi => ({
  async referrals(clientId): Promise<ReferralShelf> {
    const { records, unreadable } = await session().ofClient(referralKind, clientId)
    const {
      privacy: { disclosures },
      followUps: intervals,
    } = await roomRules(session())
    const day = today()
    const onShow = records.map((referral): ReferralOnShow => {
      const standing = referralStanding(referral.value, intervals)
      return { referral, standing, late: standing.due !== null && standing.due < day }
    })
    return {
      referrals: onShow.toSorted(firstDue),
      rules: { consentedReferral: disclosures.consentedReferral, savingLife: disclosures.savingLife },
      unreadable,
      staffNames: staffNames(session()),
    }
  },
  ...commands({
    ...referralFiles(session),
    async saveReferral({
      id,
      revision,
      referral,
    }: Parameters<ReferralsApi['saveReferral']>[0]): Promise<Outcome<{ id: string }>> {
      const { vault, me, get, commit } = session()
      if (!mayDoCasework(me.roles)) return refused('ROLE_NEEDED')
      const before = id === null ? null : (await get(referralKind, id)).value
      if (before !== null && before.writtenBy !== me.id && !me.roles.includes('supervisor'))
        return refused('NOT_THE_WRITER')
      const written: Pick<Referral, 'clientId' | 'writtenBy' | 'writtenAt' | 'steps'> = before ?? {
        clientId: referral.clientId,
        writtenBy: me.id,
        writtenAt: now(),
        steps: [],
      }
      const { receiver, urgency, question, told } = referral
      const read = referralSchema.safeParse({
        clientId: written.clientId,
        receiver,
        urgency,
        question: question.trim(),
        told: told.trim(),
        consent: null,
        writtenBy: written.writtenBy,
        writtenAt: written.writtenAt,
        steps: written.steps,
      })
      if (!read.success)
        return refused('REFERRAL_INVALID', { at: read.error.issues[0]?.path.join('.') ?? '' })
      const consent = await consentNow(session(), read.data)
      if (!consent.ok) return consent
      const saved = id ?? vault.drawId()
      await commit([
        {
          kind: referralKind,
          id: saved,
          expectedRevision: revision,
          value: { ...read.data, consent: consent.value },
        },
      ])
      return done({ id: saved })
    },
    async sendReferral(input: Parameters<ReferralsApi['sendReferral']>[0]): Promise<Outcome<null>> {
      const ready = await readyToSend(session(), input)
      if (!ready.ok) return ready
      const changes = await handOut(session(), ready.value, input, { way: input.way, fileHash: null })
      if (!changes.ok) return changes
      await session().commit(changes.value)
      return done(null)
    },
    async noteReferral({
      id,
      revision,
      event,
    }: Parameters<ReferralsApi['noteReferral']>[0]): Promise<Outcome<null>> {
      const { me, get, ofClient, commit } = session()
      const { value } = await get(referralKind, id)
      const at = nowAfter(value.steps.at(-1)?.at ?? value.writtenAt)
      const step = referralStepSchema.safeParse({ ...event, by: me.id, at })
      if (!step.success)
        return refused('REFERRAL_STEP_INVALID', { at: String(step.error.issues[0]?.path[0] ?? '') })
      const { records: consents } = await ofClient(consentKind, value.clientId)
      const taken = takeReferralStep({ id, value }, step.data, me, { consents, disclosure: null })
      if (!taken.ok) return taken
      await commit([{ kind: referralKind, id, expectedRevision: revision, value: taken.value }])
      return done(null)
    },
  }),
})
