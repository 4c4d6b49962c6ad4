import type { Refusal } from '../instruments/outcome.ts'
import { dayOf } from './calendar.ts'
import type { Evidence } from './evidence.ts'
import { isReassessment, type Reassessment } from './reassessment.ts'
import type { FiredRule, Suggestion } from './suggestion.ts'
import { isLower, type Tier } from './tier.ts'
import type { TierStanding } from './tier-standing.ts'

/** What there is to decide on. */
export interface DecisionGround {
  standing: TierStanding | null
  /** What the decision that holds was suggested by. */
  heldOn: Suggestion | null
  /** What the rules ask for today. */
  suggestion: Suggestion | null
  evidence: readonly Evidence[]
  openEpisodes: number
  today: string
}

/** Who decides, and whom they asked. */
export interface Decider {
  isSupervisor: boolean
  /** Somebody else here is a supervisor, and can be asked. */
  hasSupervisorHere: boolean
  /** The day a supervisor from outside agreed; null when none was asked. */
  outsideApproval: string | null
}

/**
 * Everything that stands in the way of a lower tier, none when nothing does or the tier is no lower one:
 * LOWERING_WITH_OPEN_ALERT, LOWERING_IN_OPEN_CRISIS, for each rule that asked for more LOWERING_NEEDS_REASSESSMENT (`detail`: the
 * rule, its instruments, and as `context` which of them and an interview would do), and from priority
 * SUPERVISOR_NEEDED, SUPERVISOR_HERE (nobody from outside is asked then) or APPROVAL_DAY.
 */
export function loweringBlocks(tier: Tier, ground: DecisionGround, decider: Decider): Refusal[] {
  const { standing, evidence, openEpisodes } = ground
  if (standing === null || !isLower(tier, standing.tier)) return []
  const at = 'tier'
  const blocks: Refusal[] = []
  const open = evidence.filter((one) => one.kind === 'criticalItem' && one.finding === 'open').length
  if (open > 0) blocks.push({ code: 'LOWERING_WITH_OPEN_ALERT', at, detail: { count: open } })
  if (openEpisodes > 0) blocks.push({ code: 'LOWERING_IN_OPEN_CRISIS', at, detail: { count: openEpisodes } })
  for (const { rule, reassess } of notReassessed(tier, standing, ground)) {
    const instruments = reassess?.instruments.join(', ') ?? ''
    const detail = { rule, instruments, context: waysOf(reassess) }
    blocks.push({ code: 'LOWERING_NEEDS_REASSESSMENT', at, detail })
  }
  if (standing.tier === 'priority' && !decider.isSupervisor) {
    const { outsideApproval: day, hasSupervisorHere } = decider
    if (day === null) blocks.push({ code: 'SUPERVISOR_NEEDED', at })
    else if (hasSupervisorHere) blocks.push({ code: 'SUPERVISOR_HERE', at })
    else if (day < dayOf(standing.decidedAt) || day > ground.today)
      blocks.push({ code: 'APPROVAL_DAY', at: 'approval' })
  }
  return blocks
}

interface Pending {
  rule: string
  reassess: Reassessment | null
}

/**
 * Rules that asked for more than `tier` when it was decided or ask for it now, and what they name was not done since. A score
 * is its own reassessment; of anything else it takes a newer finding than the one the rule rests on.
 */
function notReassessed(
  tier: Tier,
  { decidedAt }: TierStanding,
  { heldOn, suggestion, evidence }: DecisionGround,
): Pending[] {
  const since = Date.parse(decidedAt)
  const isDone = (reassess: Reassessment | null, after: number) =>
    evidence.some((one) => Date.parse(one.at) > after && isReassessment(reassess, one))
  const asking = [heldOn, suggestion].flatMap((one) =>
    one === null ? [] : [...one.fired, ...one.lapsed].filter((rule) => isLower(tier, rule.tier)),
  )
  if (asking.length === 0) return isDone(null, since) ? [] : [{ rule: '', reassess: null }]
  const pending = new Map<string, Pending>()
  for (const fired of asking) {
    const { rule, reassess = null } = fired
    if (!isDone(reassess, Math.max(since, askedAt(fired)))) pending.set(rule, { rule, reassess })
  }
  return [...pending.values()]
}

const askedAt = ({ evidence }: FiredRule): number =>
  Math.max(
    ...evidence.map((one) =>
      one.kind === 'score' || one.kind === 'change' ? Number.NEGATIVE_INFINITY : Date.parse(one.at),
    ),
  )

const waysOf = (reassess: Reassessment | null): string => {
  if (reassess === null) return 'any'
  if (reassess.instruments.length === 0) return 'interview'
  return reassess.interview ? 'either' : 'instrument'
}
