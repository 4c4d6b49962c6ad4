import { dayOf } from '../../tiering/calendar.ts'
import { type Appointment, appointmentState } from '../appointments/appointment.ts'
import type { Assessment } from '../assessments/assessment.ts'
import type { RetestPlan } from '../assessments/retest-plan.ts'
import type { FollowUp } from '../follow-ups/follow-up.ts'
import { stateAfter } from '../records/course.ts'
import type { Stored } from '../records/record.ts'
import type { Referral } from '../referrals/referral.ts'
import { referralCourse } from '../referrals/referral-course.ts'
import type { Consent, ConsentPurpose } from './consent.ts'
import { type CareAction, neededFor } from './consent-needed.ts'

/**
 * What stays lawful after a withdrawal. `doneBefore`: what was done until then (PIPL art. 15) · `careGoesOn`: the client is
 * served all the same (16) · `savingLife`: 13(4) · `reportsOwed`: 13(3) · `legalRetention`: what a law wants kept (47) ·
 * `openCrisis`: a crisis that is open is seen through · `handedOut`: the receiver has what it was given.
 */
export const staysLawful = [
  'doneBefore',
  'careGoesOn',
  'savingLife',
  'reportsOwed',
  'legalRetention',
  'openCrisis',
  'handedOut',
] as const
export type StaysLawful = (typeof staysLawful)[number]

const always: readonly StaysLawful[] = ['doneBefore', 'careGoesOn', 'savingLife', 'reportsOwed']
const besides: Record<ConsentPurpose, readonly StaysLawful[]> = {
  assessment: [],
  casefile: ['legalRetention', 'openCrisis'],
  followUpContact: ['openCrisis'],
  referral: ['handedOut'],
  audioRecording: [],
  videoRecording: [],
}

/** What may no longer be done once a purpose is withdrawn, and what is still lawful; for the page before and after. */
export const whatWithdrawalStops = (
  purpose: ConsentPurpose,
): { stops: CareAction[]; lawful: StaysLawful[] } => ({
  stops: (Object.keys(neededFor) as CareAction[]).filter((action) => neededFor[action] === purpose),
  lawful: [...always, ...besides[purpose]],
})

/** What is under way in a client's file. */
export interface UnderWay {
  assessments: readonly Stored<Assessment>[]
  retestPlans: readonly Stored<RetestPlan>[]
  followUps: readonly Stored<FollowUp>[]
  appointments: readonly Stored<Appointment>[]
  referrals: readonly Stored<Referral>[]
}

/** Ids of what ends with a withdrawal, to be ended in the same breath with the withdrawal as its reason. */
export type EndsWithdrawn = Record<'retestPlans' | 'followUps' | 'appointments' | 'referrals', string[]> & {
  /** Begun and not finished: what was answered stays, nothing more is asked. */
  assessments: string[]
}

const endsAppointments: Partial<Record<Appointment['kind'], ConsentPurpose>> = {
  assessment: 'assessment',
  followUp: 'followUpContact',
}

const idsOf = <T>(records: readonly Stored<T>[], ends: (value: T) => boolean): string[] =>
  records.filter(({ value }) => ends(value)).map(({ id }) => id)

/** What a consent's withdrawal ends of what is under way. Crises and what was planned for them go on. */
export function endsWithWithdrawal(
  { purpose, recipient }: Pick<Consent, 'purpose' | 'recipient'>,
  underWay: UnderWay,
  now: string,
): EndsWithdrawn {
  const ends = (one: ConsentPurpose) => one === purpose
  return {
    assessments: idsOf(
      underWay.assessments,
      ({ answeredAt, rater }) => ends('assessment') && answeredAt === null && rater.kind !== 'staff',
    ),
    retestPlans: idsOf(underWay.retestPlans, ({ ended }) => ends('assessment') && ended === null),
    followUps: idsOf(
      underWay.followUps,
      ({ result, cancelled }) => ends('followUpContact') && result === null && cancelled === null,
    ),
    appointments: idsOf(
      underWay.appointments,
      (appointment) =>
        endsAppointments[appointment.kind] === purpose &&
        dayOf(appointment.startsAt) >= dayOf(now) &&
        appointmentState(appointment) === 'planned',
    ),
    referrals: idsOf(
      underWay.referrals,
      ({ receiver, steps }) =>
        ends('referral') &&
        receiver.name === recipient &&
        stateAfter(referralCourse, steps) !== 'closed' &&
        stateAfter(referralCourse, steps) !== 'answered',
    ),
  }
}
