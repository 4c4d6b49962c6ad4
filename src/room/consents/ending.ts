import { type Appointment, appointmentKind } from '../../casework/appointments/appointment.ts'
import { assessmentKind } from '../../casework/assessments/assessment.ts'
import { retestPlanKind } from '../../casework/assessments/retest-plan.ts'
import type { Consent } from '../../casework/consents/consent.ts'
import {
  type EndsWithdrawn,
  endsWithWithdrawal,
  type UnderWay,
} from '../../casework/consents/what-withdrawal-stops.ts'
import { type FollowUp, followUpKind } from '../../casework/follow-ups/follow-up.ts'
import type { RecordKind, Stored } from '../../casework/records/record.ts'
import { type Referral, referralKind } from '../../casework/referrals/referral.ts'
import type { Change } from '../../vault/vault.ts'
import type { Session } from '../session.ts'

/** What is under way in a client's file that may rest on a consent. */
const underWay = async ({ ofClient }: Session, clientId: string): Promise<UnderWay> => {
  const of = async <T>(kind: RecordKind<T>) => (await ofClient(kind, clientId)).records
  const [assessments, retestPlans, followUps, appointments, referrals] = await Promise.all([
    of(assessmentKind),
    of(retestPlanKind),
    of(followUpKind),
    of(appointmentKind),
    of(referralKind),
  ])
  return { assessments, retestPlans, followUps, appointments, referrals }
}

/** What ends with a consent. */
export const endsWith = async (session: Session, consent: Consent, at: string): Promise<EndsWithdrawn> =>
  endsWithWithdrawal(consent, await underWay(session, consent.clientId), at)

/** What ends it all. Questionnaires that were begun need no change: what was answered stays, and nothing more can be entered. */
export const endingChanges = async (
  session: Session,
  { id: consent, value }: Stored<Consent>,
  at: string,
  because: string,
): Promise<Change[]> => {
  const running = await underWay(session, value.clientId)
  const ends = endsWithWithdrawal(value, running, at)
  const by = session.me.id
  const changed = <T>(
    kind: RecordKind<T>,
    records: readonly Stored<T>[],
    ids: readonly string[],
    after: (before: T) => T,
  ): Change[] =>
    records
      .filter(({ id }) => ids.includes(id))
      .map(({ id, revision, value: before }) => ({
        kind,
        id,
        expectedRevision: revision,
        value: after(before),
      }))
  return [
    ...changed(retestPlanKind, running.retestPlans, ends.retestPlans, (plan) => ({
      ...plan,
      ended: { by, at, reason: because },
    })),
    ...changed(
      followUpKind,
      running.followUps,
      ends.followUps,
      (followUp): FollowUp => ({
        ...followUp,
        cancelled: { by, at, because: { kind: 'withdrawal', consent } },
      }),
    ),
    ...changed(
      appointmentKind,
      running.appointments,
      ends.appointments,
      (appointment): Appointment => ({
        ...appointment,
        steps: [...appointment.steps, { kind: 'cancelled', by, at, note: because }],
      }),
    ),
    ...changed(
      referralKind,
      running.referrals,
      ends.referrals,
      (referral): Referral => ({
        ...referral,
        steps: [...referral.steps, { kind: 'withdrawn', by, at, because }],
      }),
    ),
  ]
}
