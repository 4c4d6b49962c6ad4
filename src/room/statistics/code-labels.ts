import type { Fact } from '../../statistics/fact.ts'
import { dimensionsOf, type ReleasePlan } from '../../statistics/release-plan.ts'
import type { StatisticsCode } from '../contract/statistics.ts'

/** What the plan calls the categories of a kind of fact, and the categories with their second code. */
export function codeLabels(plan: ReleasePlan, kind: Fact['kind']): (code: string) => StatisticsCode['label'] {
  const labels = new Map<string, StatisticsCode['label']>()
  // A list of categories alone names them better than one that goes on to their second codes.
  for (const table of plan.tables.filter(({ counts }) => counts.includes(kind)))
    for (const { from, codes } of dimensionsOf(plan, table).filter((one) => one.from.includes('category')))
      for (const { code, label } of codes) if (from.length === 1 || !labels.has(code)) labels.set(code, label)
  return (code) => labels.get(code) ?? null
}
