import type { ReleaseProfile } from '../casework/unit/unit-profile.ts'
import { axesOf, gridSize } from './axis.ts'
import { CellCounts, type DigestOf, digestOf } from './cell-counts.ts'
import type { Fact, FactKind } from './fact.ts'
import { FactColumns } from './fact-columns.ts'
import { monthsOf, periodKindOf } from './period.ts'
import { publishedTables } from './published-tables.ts'
import { dimensionsOf, type PlannedTable, type ReleasePlan } from './release-plan.ts'
import { sorterOf } from './sorter.ts'

/** True counts of one table, for the room's own eyes. Cells in grid order: the last dimension runs fastest. */
export interface CountTable {
  id: string
  cells: number[]
  /** For each cell the distinct persons behind it; at least so many, where not everybody is known. */
  persons: number[]
  /** For each cell the most of the count that may be one person's. */
  top: number[]
  /** For each cell a digest of who is in it: the same persons, the same digest, in whatever order they came. */
  members: string[]
}

/**
 * The tables a room of this profile publishes for this period, counted.
 * `facts` in the order they were saved: of two in one month about one person, the later one holds. Throws `FactOutsidePlanError`.
 */
export function tabulate(
  facts: readonly Fact[],
  plan: ReleasePlan,
  period: string,
  profile: ReleaseProfile,
): CountTable[] {
  const tables = publishedTables(plan, profile, periodKindOf(period))
  return countTables(facts, plan, tables, period)
}

/** One table by the dimensions of the plan, whether or not it is one of the plan's. Throws `FactOutsidePlanError`. */
export function countTable(
  facts: readonly Fact[],
  plan: ReleasePlan,
  table: PlannedTable,
  period: string,
): CountTable {
  const [counted] = countTables(facts, plan, [table], period)
  if (!counted) throw new RangeError('no table')
  return counted
}

function countTables(
  facts: readonly Fact[],
  plan: ReleasePlan,
  tables: readonly PlannedTable[],
  period: string,
): CountTable[] {
  const [from, until] = [januaryOf(period), monthsOf(period).at(-1) ?? period]
  const columns = new FactColumns(facts.filter(({ month }) => from <= month && month <= until))
  const digests = digestOf(columns.persons.values)
  return tables.map((table) => countIn(columns, digests, plan, table, period))
}

function countIn(
  columns: FactColumns,
  digests: DigestOf,
  plan: ReleasePlan,
  table: PlannedTable,
  period: string,
): CountTable {
  const counts = new CellCounts(gridSize(plan, table), digests)
  const { person, amount, fields } = columns
  const sorter = sorterOf(dimensionsOf(plan, table), columns)
  const targets = targetsOf(plan, table)
  const isAmount = table.measure === 'amount'
  const isOnly = onlyOf(table, columns)
  const count = (row: number): void => {
    if (!isOnly[fields.category[row] ?? -1]) return
    const size = isAmount ? (amount[row] ?? 0) : 1
    for (const cell of targets[sorter(row)] ?? []) counts.add(cell, person[row] ?? -1, size)
  }
  if (table.unit === 'person') eachStanding(columns, rowsOf(columns, table, period), count)
  else for (const row of rowsOf(columns, table, period)) count(row)
  return {
    id: table.id,
    cells: counts.counts(),
    persons: counts.persons(),
    top: counts.top(),
    members: counts.members(),
  }
}

const januaryOf = (period: string): string => `${period.slice(0, 4)}-01`

/** A stock looks back to January: pseudonyms last a calendar year, and each year begins by stating anew what stands. */
function* rowsOf(columns: FactColumns, table: PlannedTable, period: string): Generator<number> {
  const { kind, month, kinds, months, size } = columns
  const inPeriod = monthsOf(period)
  const first = table.stock ? januaryOf(period) : (inPeriod[0] ?? period)
  const last = inPeriod.at(-1) ?? period
  const isKind = kinds.values.map(
    (value) => table.counts.some((counted) => counted === value) || (table.stock && value === fileKind),
  )
  const isMonth = months.values.map((value) => first <= value && value <= last)
  for (let row = 0; row < size; row += 1) if (isKind[kind[row] ?? -1] && isMonth[month[row] ?? -1]) yield row
}

/** Whether a file is open or closed decides who is in a stock, and is nothing that is counted by itself. */
const fileKind: FactKind = 'file'

/**
 * Everybody's newest fact, the later one of two in the same month; not of those whose file was closed last. What is nobody's is left
 * out.
 */
function eachStanding(columns: FactColumns, rows: Iterable<number>, count: (row: number) => void): void {
  const { person, month, months, kind, kinds, codes, fields } = columns
  const isFile = kinds.values.map((value) => value === fileKind)
  const monthOf = (row: number) => months.values[month[row] ?? -1] ?? ''
  const newer = (held: number, row: number) => (held === -1 || monthOf(held) <= monthOf(row) ? row : held)
  let [who, newest, file] = [-1, -1, -1]
  const settle = (): void => {
    const isClosed = file !== -1 && codes.category.values[fields.category[file] ?? -1] === 'closed'
    if (newest !== -1 && !isClosed) count(newest)
  }
  for (const row of rows) {
    const own = person[row] ?? -1
    if (own === -1) continue
    if (own !== who) {
      settle()
      who = own
      newest = -1
      file = -1
    }
    if (isFile[kind[row] ?? -1]) file = newer(file, row)
    else newest = newer(newest, row)
  }
  settle()
}

/** By number of a category whether the table counts it. */
const onlyOf = ({ only }: PlannedTable, { codes }: FactColumns): boolean[] =>
  codes.category.values.map((category) => only === null || only.includes(category))

/** For each place in the grid of inner codes the cells that a fact there counts in: one, or its totals too. */
function targetsOf(plan: ReleasePlan, table: PlannedTable): number[][] {
  return axesOf(plan, table).reduce<number[][]>(
    (cells, { codes, places }) =>
      cells.flatMap((before) =>
        places.map((own) => before.flatMap((cell) => own.map((place) => cell * codes.length + place))),
      ),
    [[0]],
  )
}
