import { addDays, dayOf } from '../../tiering/calendar.ts'
import type { Client } from '../clients/client.ts'
import type { FollowUpIntervals } from '../follow-ups/follow-up-intervals.ts'
import { afterStep } from '../records/course.ts'
import type { Referral } from './referral.ts'
import { groundOf } from './referral-blocks.ts'
import { type ReferralState, referralCourse } from './referral-course.ts'

/** Where a referral stands since when, the day by which it should have moved on, and when the receiver was last reminded. */
export interface ReferralStanding {
  state: ReferralState
  since: string
  /** Null once the loop is closed. */
  due: string | null
  remindedAt: string | null
}

/** How a referral stands. Reminding the receiver moves no deadline. */
export function referralStanding(
  { urgency, writtenAt, steps }: Pick<Referral, 'urgency' | 'writtenAt' | 'steps'>,
  { referral: timers }: Pick<FollowUpIntervals, 'referral'>,
): ReferralStanding {
  let state: ReferralState = referralCourse.begins
  let since = writtenAt
  for (const { kind, at } of steps) {
    const next = afterStep(referralCourse, state, kind) ?? state
    if (next !== state) since = at
    state = next
  }
  return {
    state,
    since,
    due: state === 'closed' ? null : addDays(dayOf(since), timers[urgency][state]),
    remindedAt: steps.findLast(({ kind }) => kind === 'reminded')?.at ?? null,
  }
}

/**
 * What stands on the slip a client takes along: whom it is about, what is asked, what is told, and on what ground. No more: no
 * scores, no tier, no address, and no number to call the client at.
 */
export const referralSlip = (
  referral: Referral,
  { fileNumber, name }: Pick<Client, 'fileNumber' | 'name'>,
) => {
  const { receiver, urgency, question, told, writtenBy, writtenAt } = referral
  return {
    fileNumber,
    name,
    receiver,
    urgency,
    question,
    told,
    ground: groundOf(referral),
    writtenBy,
    writtenAt,
  }
}
