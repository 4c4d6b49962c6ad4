import {
  type Dimension,
  dimensionsOf,
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
  dims: Dimension[]
  /** See `ReleasedTable`. */
  k: number | null
  /** In grid order, the last dimension fastest; null for one that is withheld. */
  cells: readonly (number | null)[]
}

/** A cell of a table and the codes it stands at, one of each dimension. */
export interface CellView {
  codes: Dimension['codes']
  count: number | null
}

/** The code of a dimension's total, where a table's grid has it. */
export const totalCode = '_T'

/** Brings a package and the plan it was made by together. Throws `ReleasePlanError` when they do not belong together. */
export function packageView({ payload, sha256 }: VerifiedPackage, plan: ReleasePlan): PackageView {
  const tables = payload.tables.map(({ id, k, cells }): TableView => {
    const planned = tableOf(plan, id)
    if (!planned) throw new ReleasePlanError(`no table ${id}`)
    const dims = dimensionsOf(plan, planned)
    if (cells.length !== sizeOf(dims)) throw new ReleasePlanError(`${id}: another number of cells`)
    return { planned, dims, k, cells }
  })
  return { ...payload, sha256, tables }
}

/** The cells in grid order. */
export function cellsOf({ dims, cells }: Pick<TableView, 'dims' | 'cells'>): CellView[] {
  let grid: Dimension['codes'][] = [[]]
  for (const { codes } of dims) grid = grid.flatMap((before) => codes.map((code) => [...before, code]))
  return grid.map((codes, position) => ({ codes, count: cells[position] ?? null }))
}

/** Does the cell add up others of its table? */
export const isTotal = ({ codes }: CellView): boolean => codes.some(({ code }) => code === totalCode)

/** Codes of the plan's alphabet, which has no underscore, joined so that they can be told apart again. */
export const keyOf = ({ codes }: CellView): string => codes.map(({ code }) => code).join('_')

const sizeOf = (dims: readonly Dimension[]): number =>
  dims.reduce((size, { codes }) => size * codes.length, 1)
