import type { Evidence } from './evidence.ts'
import { knownEvidence } from './known-evidence.ts'
import type { RuleSet } from './rule-set.ts'
import { readyRules, suggestFrom } from './suggest.ts'
import type { FiredRule, Suggestion } from './suggestion.ts'
import { isLower, type Tier } from './tier.ts'

/** One client, by what the rules may look at. */
export interface ReplayCase {
  id: string
  evidence: readonly Evidence[]
}

/** Someone the rules would suggest another tier for; null where the evidence ran out. */
export interface Move {
  id: string
  from: Tier | null
  to: Tier | null
  /** `other`: to or from having no evidence that still counts. */
  way: 'up' | 'down' | 'other'
  /** Rules that would hold and do not now. */
  begins: FiredRule[]
  /** Rules that hold now and would not any more. */
  ends: FiredRule[]
}

/** What other rules would do to a caseload on a day; nobody's tier changes by it. */
export interface Replay {
  /** Clients there is any evidence about. */
  of: number
  moves: Move[]
  up: number
  down: number
  other: number
  /** How many moves from what to what, in the order they first came up. */
  counts: { from: Tier | null; to: Tier | null; count: number }[]
  /** Clients whose reassessment is due by either rule set. */
  overdue: { inForce: number; changed: number }
}

/** Suggests for every client by the rules in force and by others, on `today` (a day), and tells who would move and why. */
export function replay(
  { inForce, changed }: { inForce: RuleSet; changed: RuleSet },
  caseload: Iterable<ReplayCase>,
  today: string,
): Replay {
  const replayed: Replay = {
    of: 0,
    moves: [],
    up: 0,
    down: 0,
    other: 0,
    counts: [],
    overdue: { inForce: 0, changed: 0 },
  }
  const [rulesNow, rulesThen] = [readyRules(inForce), readyRules(changed)]
  for (const { id, evidence } of caseload) {
    const known = knownEvidence(evidence)
    if (known === null) continue
    const before = suggestFrom(rulesNow, known, today)
    const after = suggestFrom(rulesThen, known, today)
    replayed.of += 1
    replayed.overdue.inForce += Number(before.overdue)
    replayed.overdue.changed += Number(after.overdue)
    if (before.tier !== after.tier) take(replayed, moveOf(id, before, after))
  }
  return replayed
}

function moveOf(id: string, before: Suggestion, after: Suggestion): Move {
  const missingFrom = (others: readonly FiredRule[]) => {
    const known = new Set(others.map(({ rule }) => rule))
    return ({ rule }: FiredRule) => !known.has(rule)
  }
  const [from, to] = [before.tier, after.tier]
  return {
    id,
    from,
    to,
    way: from === null || to === null ? 'other' : isLower(from, to) ? 'up' : 'down',
    begins: after.fired.filter(missingFrom(before.fired)),
    ends: before.fired.filter(missingFrom(after.fired)),
  }
}

function take(replayed: Replay, move: Move): void {
  replayed.moves.push(move)
  replayed[move.way] += 1
  const same = replayed.counts.find(({ from, to }) => from === move.from && to === move.to)
  if (same === undefined) replayed.counts.push({ from: move.from, to: move.to, count: 1 })
  else same.count += 1
}
