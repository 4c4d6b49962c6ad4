import type { FactKind } from '../../statistics/fact.ts'
import { dimensionsOf, type ReleasePlan } from '../../statistics/release-plan.ts'
import type { StatisticsCode, StatisticsRows } from '../contract/statistics.ts'

export type CodeLabel = StatisticsCode['parts'][number]['label']

/**
 * What the plan calls the codes of one kind of fact in each of its fields; `both` those of a category with its second code. `own`:
 * categories that this room brought along itself, and no plan knows.
 */
export function codeLabels(
  plan: ReleasePlan,
  kind: FactKind,
  own: ReadonlyMap<string, CodeLabel>,
): (rows: StatisticsRows, code: string) => StatisticsCode {
  const named = {
    category: new Map(own),
    detail: new Map<string, CodeLabel>(),
    both: new Map<string, CodeLabel>(),
  }
  for (const table of plan.tables.filter(({ counts }) => counts.includes(kind)))
    for (const { from, codes } of dimensionsOf(plan, table)) {
      const [first, second] = from
      const into = second !== undefined ? named.both : first === 'detail' ? named.detail : named.category
      for (const { code, label } of codes)
        if (first === 'category' || first === 'detail') into.set(code, label)
    }
  const places = new Map(
    plan.dimensions
      .flatMap(({ id, codes }) => (id === 'place' ? codes : []))
      .map(({ code, label }) => [code, label]),
  )
  const of = (code: string, labels: ReadonlyMap<string, CodeLabel>) => ({
    code,
    label: labels.get(code) ?? null,
  })
  return (rows, code) => {
    if (rows === 'place') return { code, parts: [of(code, places)] }
    const whole = named.both.get(code)
    const dot = code.indexOf('.')
    if (rows !== 'detail' || whole)
      return { code, parts: [whole ? { code, label: whole } : of(code, named.category)] }
    if (dot < 0) return { code, parts: [of(code, named.category.has(code) ? named.category : named.detail)] }
    return {
      code,
      parts: [of(code.slice(0, dot), named.category), of(code.slice(dot + 1), named.detail)],
    }
  }
}
