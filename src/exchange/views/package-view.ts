import { type Axis, axesOf, gridSize } from '../../statistics/axis.ts'
import {
  type PlannedTable,
  type ReleasePlan,
  ReleasePlanError,
  tableOf,
} from '../../statistics/release-plan.ts'
import type { PackagePayload } from '../package-payload.ts'
import type { VerifiedPackage } from '../read-package.ts'

/** A package together with what its plan says of its tables: all that a view is made from. */
export interface PackageView extends Omit<PackagePayload, 'tables'> {
  /** Of the JWS: what the package is known by. */
  sha256: string
  tables: TableView[]
}

/** A released table and how to read it. */
export interface TableView {
  planned: PlannedTable
  axes: Axis[]
  /** See `ReleasedTable`. */
  k: number | null
  /** In grid order, the last dimension fastest; null for one that is withheld. */
  cells: readonly (number | null)[]
}

/** A cell of a table and the codes it stands at, one of each axis. */
export interface CellView {
  codes: Axis['codes']
  count: number | null
  /** Whether it adds up others of its table. */
  isTotal: boolean
}

/** Brings a package and the plan it was made by together. Throws `ReleasePlanError` when they do not belong together. */
export function packageView(
  { payload, sha256 }: Pick<VerifiedPackage, 'payload' | 'sha256'>,
  plan: ReleasePlan,
): PackageView {
  const tables = payload.tables.map(({ id, k, cells }): TableView => {
    const planned = tableOf(plan, id)
    if (!planned) throw new ReleasePlanError(`no table ${id}`)
    if (cells.length !== gridSize(plan, planned)) throw new ReleasePlanError(`${id}: another number of cells`)
    return { planned, axes: axesOf(plan, planned), k, cells }
  })
  return { ...payload, sha256, tables }
}

/** The cells in grid order. */
export function cellsOf({ axes, cells }: Pick<TableView, 'axes' | 'cells'>): CellView[] {
  let grid: Axis['codes'][] = [[]]
  for (const { codes } of axes) grid = grid.flatMap((before) => codes.map((code) => [...before, code]))
  const totals = axes.map(({ sums }) => new Set(sums.map(([total]) => total)))
  return grid.map((codes, position) => ({
    codes,
    count: cells[position] ?? null,
    isTotal: codes.some(({ code }, axis) => totals[axis]?.has(code)),
  }))
}

/** Codes of the plan's alphabet, which has no underscore but in that of the total, joined so that they can be told apart again. */
export const keyOf = ({ codes }: CellView): string => codes.map(({ code }) => code).join('_')

/** Every axis once, in the order in which the tables first have it: inner codes and those with totals are one dimension. */
export const dimensionsIn = (tables: readonly TableView[]): Pick<Axis, 'id' | 'title'>[] => [
  ...new Map(tables.flatMap(({ axes }) => axes).map(({ id, title }) => [id, { id, title }])).values(),
]
