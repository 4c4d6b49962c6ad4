import type { ReleaseProfile } from '../../casework/unit/unit-profile.ts'
import { type Axis, axesOf, totalCode } from '../../statistics/axis.ts'
import { foldInto } from '../../statistics/fold.ts'
import { publishedTables } from '../../statistics/published-tables.ts'
import { dimensionsOf, type PlannedTable, type ReleasePlan } from '../../statistics/release-plan.ts'

/** What of a table is looked at: nothing more than its total where both are empty. */
export interface Slice {
  /** The dimensions that stay apart; the others are added up. */
  by?: readonly string[]
  /** Of a dimension only this code. */
  at?: Readonly<Record<string, string>>
}

/** A table and the finer ones that larger rooms publish in its stead, laid over one grid. */
export interface TableFamily {
  table: PlannedTable
  /** The sides of the grid that figures are given in. */
  axes: Axis[]
  size: number
  /** For each table of the family the place of its cells in that grid; null for a cell that is not looked at. */
  sources: { table: PlannedTable; places: (number | null)[] }[]
}

export function tableFamily(plan: ReleasePlan, table: PlannedTable, slice: Slice = {}): TableFamily {
  const { axes, places } = sliceOf(axesOf(plan, table), table.class === 'S', slice)
  const finer = plan.tables.filter(({ replaces }) => replaces.includes(table.id))
  return {
    table,
    axes,
    size: sizeOf(axes),
    sources: [
      { table, places },
      ...finer.map((source) => ({
        table: source,
        places: (foldInto(dimensionsOf(plan, source), dimensionsOf(plan, table)) ?? []).map(
          (cell) => places[cell] ?? null,
        ),
      })),
    ],
  }
}

/** Whether a room of this profile publishes one of the family for a month, or for a quarter. */
export const publishes = (
  plan: ReleasePlan,
  { sources }: Pick<TableFamily, 'sources'>,
  profile: ReleaseProfile,
  period: PlannedTable['period'],
): boolean =>
  publishedTables(plan, profile, period).some(({ id }) => sources.some(({ table }) => table.id === id))

/** Where totals are cells of the grid they are taken, and nothing is added up. */
function sliceOf(
  axes: readonly Axis[],
  holdsTotals: boolean,
  { by = [], at = {} }: Slice,
): { axes: Axis[]; places: (number | null)[] } {
  const chosen = axes.filter(({ id }) => by.includes(id))
  const places = Array.from({ length: sizeOf(axes) }, (_, cell) => {
    let place = 0
    let stride = sizeOf(axes)
    for (const { id, codes } of axes) {
      stride /= codes.length
      const position = Math.floor(cell / stride) % codes.length
      const code = codes[position]?.code
      if (at[id] !== undefined && at[id] !== code) return null
      if (by.includes(id)) place = place * codes.length + position
      else if (at[id] === undefined && holdsTotals && code !== totalCode) return null
    }
    return place
  })
  return { axes: chosen, places }
}

const sizeOf = (axes: readonly Axis[]): number => axes.reduce((size, { codes }) => size * codes.length, 1)
