import {
  type Dimension,
  dimensionOf,
  dimensionsOf,
  type PlannedTable,
  type ReleasePlan,
} from './release-plan.ts'

/** One side of a table's grid. */
export interface Axis {
  /** The dimension. */
  id: string
  title: Dimension['title']
  /** The codes that have cells, in grid order. */
  codes: { code: string; label: Dimension['title'] }[]
  /** How codes add up, each entry a total and its parts; `_T` is the total of all. */
  sums: string[][]
  /** For each code of the dimension the positions in `codes` that a fact of it counts at: its own, and those of its totals. */
  places: number[][]
}

export const totalCode = '_T'
const totalLabel = { 'zh-CN': '合计', en: 'Total' }

/** The sides of a table's grid; the last one runs fastest. Tables of class S have cells for totals, others only for inner codes. */
export const axesOf = (plan: ReleasePlan, table: PlannedTable): Axis[] =>
  dimensionsOf(plan, table).map(({ id }) => axisOf(plan, id, table.class === 'S'))

/** How many cells a table has. */
export const gridSize = (plan: ReleasePlan, table: PlannedTable): number =>
  axesOf(plan, table).reduce((size, { codes }) => size * codes.length, 1)

function axisOf(plan: ReleasePlan, id: string, withTotals: boolean): Axis {
  const dimension = dimensionOf(plan, id)
  const above = new Map<string, string>()
  const labels = new Map([[totalCode, totalLabel]])
  const levels = [dimension.codes.map(({ code }) => code)]
  for (let level = dimension; ; ) {
    const coarser = level.under === null ? null : dimensionOf(plan, level.under)
    for (const { code, label, within } of level.codes) {
      above.set(code, (coarser && within) || totalCode)
      labels.set(code, label)
    }
    if (coarser === null) break
    levels.unshift(coarser.codes.map(({ code }) => code))
    level = coarser
  }
  const partsOf = (total: string, depth: number): string[] =>
    (levels[depth] ?? []).filter((code) => above.get(code) === total)
  const sums: string[][] = []
  const ordered: string[] = []
  const visit = (code: string, depth: number): void => {
    ordered.push(code)
    const parts = partsOf(code, depth)
    if (parts.length > 0) sums.push([code, ...parts])
    for (const part of parts) visit(part, depth + 1)
  }
  visit(totalCode, 0)
  const inner = levels.at(-1) ?? []
  const codes = withTotals ? ordered : inner
  const position = new Map(codes.map((code, place) => [code, place]))
  const places = inner.map((code) => {
    const own: number[] = []
    for (let at: string | undefined = code; at !== undefined; at = above.get(at)) {
      const place = position.get(at)
      if (place !== undefined) own.push(place)
    }
    return own
  })
  return {
    id,
    title: dimension.title,
    codes: codes.map((code) => ({ code, label: labels.get(code) ?? totalLabel })),
    sums,
    places,
  }
}
