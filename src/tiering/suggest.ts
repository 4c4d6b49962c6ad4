import { addDays, dayOf } from './calendar.ts'
import type { Evidence } from './evidence.ts'
import type { RuleSet, TierRule } from './rule-set.ts'
import type { FiredRule, Suggestion } from './suggestion.ts'
import { isLower, type Tier } from './tier.ts'

/**
 * The highest tier that any rule asks for on `today` (a day), with every rule that held; null without evidence.
 *
 * A score rule looks at the newest score of its scale alone: what was measured since counts instead of what was measured
 * before. What a person said of a critical item stands beside what they say later: a denial does not unsay it, only time
 * does, and then it is overdue.
 */
export function suggest(ruleSet: RuleSet, evidence: readonly Evidence[], today: string): Suggestion | null {
  const newest = newestOf(evidence)
  if (newest === null) return null

  const fired: FiredRule[] = []
  const lapsed: FiredRule[] = []
  for (const rule of ruleSet.rules) {
    const ofKind = evidence.filter((one) => isAbout(rule, one))
    const met = newestOf('score' in rule.when ? ofKind : ofKind.filter((one) => isMet(rule, one)))
    if (met === null || !isMet(rule, met)) continue
    const held = hold(rule, met)
    if (today <= held.validUntil) fired.push(held)
    else if (!ofKind.some((one) => Date.parse(one.at) > Date.parse(met.at))) lapsed.push(held)
  }
  fired.sort(highestFirst)
  lapsed.sort(highestFirst)

  const tooOld = addDays(dayOf(newest.at), ruleSet.tiers.general.reviewWithinDays) < today
  const overdue = lapsed.length > 0 || (fired.length === 0 && tooOld)
  return {
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    tier: fired[0]?.tier ?? (overdue ? null : ('general' satisfies Tier)),
    fired,
    lapsed,
    overdue,
  }
}

function isAbout({ when }: TierRule, one: Evidence): boolean {
  return 'score' in when
    ? one.kind === 'score' && one.instrument === when.score && one.scale === when.scale
    : one.kind === 'criticalItem' && one.instrument === when.criticalItem && one.item === when.item
}

function isMet({ when }: TierRule, one: Evidence): boolean {
  if (one.kind === 'criticalItem') return 'criticalItem' in when && when.finding.includes(one.finding)
  if (!('score' in when)) return false
  if (when.min !== undefined && one.value < when.min) return false
  if (when.max !== undefined && one.value > when.max) return false
  if (when.cutOff !== undefined && !when.cutOff.some((id) => one.reached?.includes(id))) return false
  return when.band === undefined || (one.band !== null && when.band.includes(one.band))
}

function hold(rule: TierRule, met: Evidence): FiredRule {
  const date = dayOf(met.at)
  const fill = (sentence: string) =>
    sentence.replaceAll('{date}', date).replaceAll('{value}', met.kind === 'score' ? String(met.value) : '')
  return {
    rule: rule.id,
    tier: rule.tier,
    reason: { 'zh-CN': fill(rule.reason['zh-CN']), en: fill(rule.reason.en) },
    evidence: [met],
    validUntil: addDays(date, rule.lifetimeDays),
  }
}

/** The newest; of two made at the same moment always the same one, whatever their order. */
function newestOf(evidence: readonly Evidence[]): Evidence | null {
  return evidence.reduce<Evidence | null>((newest, one) => {
    if (newest === null) return one
    const later = Date.parse(one.at) - Date.parse(newest.at) || (one.id > newest.id ? 1 : -1)
    return later > 0 ? one : newest
  }, null)
}

const highestFirst = (a: FiredRule, b: FiredRule): number =>
  isLower(a.tier, b.tier) ? 1 : isLower(b.tier, a.tier) ? -1 : 0
