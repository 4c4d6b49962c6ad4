import { addDays, dayOf } from '../../tiering/calendar.ts'
import { isLower, type Tier } from '../../tiering/tier.ts'
import type { CrisisEpisode } from '../crisis/crisis-episode.ts'
import type { CaseStanding } from '../files/case-standing.ts'
import type { Stored } from '../records/record.ts'
import type { FollowUp } from './follow-up.ts'
import type { FollowUpIntervals } from './follow-up-intervals.ts'

/** What has to be saved: follow-ups planned anew, and others as they are once they are cancelled. */
export interface FollowUpChanges {
  planned: FollowUp[]
  cancelled: Stored<FollowUp>[]
}

/** The tier that holds and the decision it was made by. */
export interface HeldTier {
  decision: string
  tier: Tier
}

type Tiers = Pick<FollowUpIntervals, 'tiers'>
type Cancelled = NonNullable<FollowUp['cancelled']>

/** Whether a follow-up still has to be done. */
export const isLeft = ({ result, cancelled }: Pick<FollowUp, 'result' | 'cancelled'>): boolean =>
  result === null && cancelled === null

const planned = (clientId: string, due: string, why: FollowUp['why'], by: string, at: string): FollowUp => ({
  clientId,
  due,
  why,
  plannedBy: by,
  plannedAt: at,
  result: null,
  cancelled: null,
})

const cancel = (followUps: readonly Stored<FollowUp>[], cancelled: Cancelled): Stored<FollowUp>[] =>
  followUps.map((one) => ({ ...one, value: { ...one.value, cancelled } }))

const leftByTier = (followUps: readonly Stored<FollowUp>[]): Stored<FollowUp>[] =>
  followUps
    .filter(({ value }) => value.why.kind === 'tier' && isLeft(value))
    .sort((a, b) => a.value.due.localeCompare(b.value.due))

/**
 * What becomes of a client's follow-ups when a tier was decided, or a file is open again. The tier plans one at a time. One that
 * is due already stays, whatever was decided, and so does one that comes no later than the new one would: deciding
 * again postpones no care. Those a person planned are left alone.
 */
export function followUpsAfterDecision(
  { decision, tier }: HeldTier,
  before: Tier | null,
  { clientId, followUps }: { clientId: string; followUps: readonly Stored<FollowUp>[] },
  { by, at }: { by: string; at: string },
  { tiers }: Tiers,
): FollowUpChanges {
  const today = dayOf(at)
  const due = addDays(today, before === tier ? tiers[tier].every : tiers[tier].first)
  const because = { kind: 'tier' as const, decision }
  const [first, ...later] = leftByTier(followUps)
  const isLowered = before !== null && isLower(tier, before)
  if (first !== undefined && (first.value.due <= today || (!isLowered && first.value.due <= due)))
    return {
      planned: [],
      cancelled: cancel(
        later.filter(({ value }) => value.due > today),
        { by, at, because },
      ),
    }
  return {
    planned: [planned(clientId, due, because, by, at)],
    cancelled: cancel(first === undefined ? [] : [first, ...later], { by, at, because }),
  }
}

/**
 * The follow-up that comes after one was done: the next one of the tier that holds, or another try when nobody was reached.
 * `held` is null while nobody has decided a tier, or the file is closed. Null when none has to be planned.
 */
export function followUpAfterResult(
  { id, value: { clientId, why, result } }: Stored<FollowUp>,
  held: HeldTier | null,
  followUps: readonly Stored<FollowUp>[],
  { tiers }: Tiers,
): FollowUp | null {
  if (result === null) return null
  const { doneBy, doneAt, reached } = result
  const plan = (days: number, reason: FollowUp['why']): FollowUp =>
    planned(clientId, addDays(dayOf(doneAt), days), reason, doneBy, doneAt)
  if (reached === 'notReached') return plan(tiers[held?.tier ?? 'watch'].again, why)
  if (held === null || why.kind !== 'tier' || leftByTier(followUps).some((one) => one.id !== id)) return null
  return plan(tiers[held.tier].every, { kind: 'tier', decision: held.decision })
}

/** The crisis that a follow-up came upon, when the client told of thoughts of suicide or a plan; null when not. */
export function episodeAfterFollowUp({
  id,
  value: { clientId, result },
}: Stored<FollowUp>): CrisisEpisode | null {
  if (result === null || (result.askedAgain !== 'thoughts' && result.askedAgain !== 'plan')) return null
  return {
    clientId,
    openedBy: result.doneBy,
    openedAt: result.doneAt,
    from: { kind: 'followUp', followUpId: id },
    steps: [],
  }
}

/** What becomes of follow-ups when a file was closed: the tier asks for none any more, aftercare for the one agreed. */
export function followUpsAfterClosure(
  { id, value: { clientId, steps } }: Stored<CaseStanding>,
  followUps: readonly Stored<FollowUp>[],
): FollowUpChanges {
  const closed = steps.at(-1)
  const proposed = steps.findLast((step) => step.kind === 'proposed')
  if (closed?.kind !== 'approved' || proposed === undefined) return { planned: [], cancelled: [] }
  const { by, at } = closed
  const why = { kind: 'aftercare' as const, closure: id }
  return {
    planned: proposed.aftercareDue === null ? [] : [planned(clientId, proposed.aftercareDue, why, by, at)],
    cancelled: cancel(leftByTier(followUps), { by, at, because: { kind: 'closure', closure: id } }),
  }
}
