import { addDays, instantAt } from '../../tiering/calendar.ts'
import type { Tier } from '../../tiering/tier.ts'
import { decisionThatHolds } from '../../tiering/tier-standing.ts'
import type { Assessment } from '../assessments/assessment.ts'
import { retestDue } from '../assessments/retest-due.ts'
import type { RetestPlan } from '../assessments/retest-plan.ts'
import type { Clue } from '../clues/clue.ts'
import type { CrisisEpisode } from '../crisis/crisis-episode.ts'
import { crisisWaits } from '../crisis/crisis-waits.ts'
import type { CriticalAlert } from '../crisis/critical-alert.ts'
import type { SafetyPlan } from '../crisis/safety-plan.ts'
import { safetyPlanInForce } from '../crisis/safety-plan-version.ts'
import { type CaseSituation, caseSituation, standingThatHolds } from '../files/case-situation.ts'
import type { CaseStanding } from '../files/case-standing.ts'
import type { FollowUp } from '../follow-ups/follow-up.ts'
import type { FollowUpIntervals } from '../follow-ups/follow-up-intervals.ts'
import { isLeft } from '../follow-ups/follow-ups-by-tier.ts'
import type { SessionNote } from '../notes/session-note.ts'
import type { Stored } from '../records/record.ts'
import type { Referral } from '../referrals/referral.ts'
import { referralStanding } from '../referrals/referral-standing.ts'
import type { TierDecision } from '../tiers/tier-decision.ts'
import type { TierProposal } from '../tiers/tier-proposal.ts'
import { columnsFrom, type Wait, type WaitKind } from './wait.ts'

/** The records of one client that something may wait in. */
export interface WaitRecords {
  assessments: readonly Stored<Assessment>[]
  alerts: readonly Stored<CriticalAlert>[]
  decisions: readonly Stored<TierDecision>[]
  plans: readonly Stored<RetestPlan>[]
  episodes: readonly Stored<CrisisEpisode>[]
  followUps: readonly Stored<FollowUp>[]
  referrals: readonly Stored<Referral>[]
  notes: readonly Stored<SessionNote>[]
  clues: readonly Stored<Clue>[]
  safetyPlans: readonly Stored<SafetyPlan>[]
  /** How the file stands: one or none, but where files are read together. */
  standings: readonly Stored<CaseStanding>[]
  proposals: readonly Stored<TierProposal>[]
}

type Board = FollowUpIntervals['board']
/** What is read from every board alike; those by tier are looked up. */
type Plain = Exclude<keyof Board & WaitKind, 'followUp' | 'tierOverdue'>

/**
 * What of a client waits, and from when on. A closed file asks for no care by tier; what anybody was promised, and
 * every sign of danger, waits in it all the same.
 */
export function waitsOf(records: WaitRecords, intervals: FollowUpIntervals): Wait[] {
  const { board } = intervals
  const standing = standingThatHolds(records.standings)
  const situation = caseSituation(standing?.value ?? null)
  const held = decisionThatHolds(records.decisions.map(({ id, value }) => ({ record: id, ...value })))
  const wait = (kind: Plain, record: string, at: string, staffId: string | null): Wait => ({
    kind,
    record,
    at,
    staffId,
    from: columnsFrom(at, board[kind]),
  })

  const always = [
    ...records.alerts.flatMap(({ id, value: { handling, raisedAt } }) =>
      handling === null ? [wait('openAlert', id, raisedAt, null)] : [],
    ),
    ...records.episodes.flatMap((episode) => crisisWaits(episode, intervals)),
    ...records.followUps.flatMap((followUp) =>
      followUpWait(followUp, held?.tier ?? 'watch', situation, board),
    ),
    ...records.referrals.flatMap(({ id, value }) => {
      const { due } = referralStanding(value, intervals)
      return due === null ? [] : [wait('referral', id, due, value.writtenBy)]
    }),
    ...records.notes.flatMap(({ id, value: { signedAt, heldAt, writtenBy } }) =>
      signedAt === null ? [wait('unsignedNote', id, heldAt, writtenBy)] : [],
    ),
    ...records.clues.flatMap(({ id, value: { outcome, expires, receivedBy } }) =>
      outcome === null
        ? [{ ...wait('clueExpiring', id, expires, receivedBy), until: instantAt(addDays(expires, 1), 0) }]
        : [],
    ),
  ]
  if (situation.state === 'closed') return always

  const plan = safetyPlanInForce(records.safetyPlans)
  const given = records.assessments.map(({ value }) => value)
  return [
    ...always,
    ...(standing && situation.state === 'closing' && situation.since !== null
      ? [wait('closureWaiting', standing.id, situation.since, null)]
      : []),
    ...records.proposals.flatMap(({ id, value: { answer, proposedAt } }) =>
      answer === null ? [wait('tierProposal', id, proposedAt, null)] : [],
    ),
    ...(plan ? [wait('safetyPlanReview', plan.id, plan.value.reviewBy, plan.value.madeBy)] : []),
    ...records.plans.flatMap(({ id, value }) => {
      const { due } = retestDue(value, given)
      return due === null ? [] : [wait('retestDue', id, due, value.plannedBy)]
    }),
    ...(held ? tierWaits(held, given, board) : []),
  ]
}

function followUpWait(
  { id, value }: Stored<FollowUp>,
  tier: Tier,
  { state }: CaseSituation,
  board: Board,
): Wait[] {
  const { why, due, plannedBy } = value
  if (!isLeft(value) || (state === 'closed' && why.kind === 'tier')) return []
  return [
    {
      kind: 'followUp',
      record: id,
      at: due,
      staffId: plannedBy,
      from: columnsFrom(due, board.followUp[tier]),
    },
  ]
}

/** When the tier has to be looked at again, and, while nothing newer was answered, when what it rests on runs out. */
function tierWaits(
  { record, tier, decidedBy, decidedAt, reviewBy, suggestion }: TierDecision & { record: string },
  given: readonly Assessment[],
  board: Board,
): Wait[] {
  const review: Wait = {
    kind: 'tierOverdue',
    record,
    at: reviewBy,
    staffId: decidedBy,
    from: columnsFrom(reviewBy, board.tierOverdue[tier]),
  }
  const rests = suggestion?.fired.filter((rule) => rule.tier === tier) ?? []
  const last = rests
    .map(({ validUntil }) => validUntil)
    .toSorted()
    .at(-1)
  const instruments = rests
    .flatMap(({ evidence }) => evidence)
    .flatMap((one) => ('instrument' in one ? one.instrument : []))
  const isNewer = ({ instrument, answeredAt }: Assessment): boolean =>
    answeredAt !== null && Date.parse(answeredAt) > Date.parse(decidedAt) && instruments.includes(instrument)
  if (last === undefined || given.some(isNewer)) return [review]
  return [
    review,
    {
      kind: 'evidenceExpiring',
      record,
      at: last,
      staffId: decidedBy,
      from: columnsFrom(last, board.evidenceExpiring),
    },
  ]
}
