import type { Outcome } from '../../instruments/outcome.ts'
import type { Tier } from '../../tiering/tier.ts'
import { crisisCourse } from '../crisis/crisis-course.ts'
import type { CrisisEpisode } from '../crisis/crisis-episode.ts'
import type { CriticalAlert } from '../crisis/critical-alert.ts'
import type { FollowUp } from '../follow-ups/follow-up.ts'
import { isLeft } from '../follow-ups/follow-ups-by-tier.ts'
import type { SessionNote } from '../notes/session-note.ts'
import { type ApprovalBlock, approvalBlocks, mayDoCasework, type Taking } from '../records/approval-blocks.ts'
import { type Block, blockIf, unlessBlocked } from '../records/block.ts'
import { afterStep, stateAfter } from '../records/course.ts'
import type { Stored } from '../records/record.ts'
import type { Referral } from '../referrals/referral.ts'
import { referralCourse } from '../referrals/referral-course.ts'
import { caseCourse } from './case-course.ts'
import { caseSituation } from './case-situation.ts'
import type { CaseStanding, CaseStep } from './case-standing.ts'

/** The records of one client that can keep their file open. */
export interface ClosureRecords {
  alerts: readonly Stored<CriticalAlert>[]
  episodes: readonly Stored<CrisisEpisode>[]
  referrals: readonly Stored<Referral>[]
  notes: readonly Stored<SessionNote>[]
  followUps: readonly Stored<FollowUp>[]
  /** The tier that holds; null when none was decided. */
  tier: Tier | null
}

export type ClosureBlock =
  | 'ALERT_OPEN'
  | 'CRISIS_OPEN'
  | 'REFERRAL_UNDER_WAY'
  | 'NOTE_UNSIGNED'
  | 'PRIORITY_FOLLOW_UP_DUE'

export type CaseBlock = ClosureBlock | ApprovalBlock | 'ROLE_NEEDED' | 'STEP_NOT_OPEN' | 'NOT_THE_PROPOSER'

/** What stands in the way of closing a file on `today` (a day), each with how many there are. */
export function closureBlocks(records: ClosureRecords, today: string): Block<ClosureBlock>[] {
  const { alerts, episodes, referrals, notes, followUps, tier } = records
  const some = (code: ClosureBlock, { length: count }: readonly unknown[]): Block<ClosureBlock>[] =>
    blockIf(count > 0, code, { count })
  return [
    ...some(
      'ALERT_OPEN',
      alerts.filter(({ value }) => value.handling === null),
    ),
    ...some(
      'CRISIS_OPEN',
      episodes.filter(({ value: { steps } }) => stateAfter(crisisCourse, steps) !== 'closed'),
    ),
    ...some(
      'REFERRAL_UNDER_WAY',
      referrals.filter(({ value: { steps } }) => stateAfter(referralCourse, steps) !== 'closed'),
    ),
    ...some(
      'NOTE_UNSIGNED',
      notes.filter(({ value: { signedAt } }) => signedAt === null),
    ),
    ...some(
      'PRIORITY_FOLLOW_UP_DUE',
      followUps.filter(({ value }) => tier === 'priority' && isLeft(value) && value.due <= today),
    ),
  ]
}

/** What stands in the way of a step towards closing a file, or opening it again. `closing` is what `closureBlocks` says now. */
export function caseBlocks(
  standing: CaseStanding | null,
  step: CaseStep,
  taking: Taking,
  closing: readonly Block<ClosureBlock>[],
): Block<CaseBlock>[] {
  const { state, proposal } = caseSituation(standing)
  if (!mayDoCasework(taking.roles)) return [{ code: 'ROLE_NEEDED' }]
  if (afterStep(caseCourse, state, step.kind) === null)
    return [{ code: 'STEP_NOT_OPEN', detail: { state, step: step.kind } }]
  switch (step.kind) {
    case 'proposed':
      return [...closing]
    case 'approved':
      return [...(proposal === null ? [] : approvalBlocks(step, proposal, taking)), ...closing]
    case 'sentBack':
      // Who proposed it may take it back.
      return blockIf(step.by !== proposal?.by && !taking.roles.includes('supervisor'), 'NOT_THE_PROPOSER')
    case 'reopened':
      return []
  }
}

/** How a client's file stands after a step; refused with the first thing that stands in the way. */
export const takeCaseStep = (
  clientId: string,
  standing: CaseStanding | null,
  step: CaseStep,
  taking: Taking,
  closing: readonly Block<ClosureBlock>[],
): Outcome<CaseStanding> =>
  unlessBlocked(caseBlocks(standing, step, taking, closing), () => ({
    clientId,
    steps: [...(standing?.steps ?? []), step],
  }))
