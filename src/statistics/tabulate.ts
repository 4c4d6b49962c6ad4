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

/** Facts in the order they were saved, at hand by month. */
export interface FactsByMonth {
  /** Those from one month to another, both included. */
  within(first: string, last: string): readonly Fact[]
}

/**
 * The tables a room of this profile publishes for this period, counted.
 * `facts` in the order they were saved: of two in one month about one person, the later one holds. Throws `FactOutsidePlanError`.
 */
export function tabulate(
  facts: readonly Fact[] | FactsByMonth,
  plan: ReleasePlan,
  period: string,
  profile: ReleaseProfile,
): CountTable[] {
  const tables = publishedTables(plan, profile, periodKindOf(period))
  return countTables(facts, plan, tables, period)
}

/** One table by the dimensions of the plan, whether or not it is one of the plan's. Throws `FactOutsidePlanError`. */
export function countTable(
  facts: readonly Fact[] | FactsByMonth,
  plan: ReleasePlan,
  table: PlannedTable,
  period: string,
): CountTable {
  const [counted] = countTables(facts, plan, [table], period)
  if (!counted) throw new RangeError('no table')
  return counted
}

function countTables(
  facts: readonly Fact[] | FactsByMonth,
  plan: ReleasePlan,
  tables: readonly PlannedTable[],
  period: string,
): CountTable[] {
  const first = tables.map((table) => firstMonth(table, period)).toSorted()[0] ?? period
  const last = monthsOf(period).at(-1) ?? period
  const within =
    'within' in facts
      ? facts.within(first, last)
      : facts.filter(({ month }) => month >= first && month <= last)
  const columns = new FactColumns(within.filter(isCountedIn(tables, period)))
  const digests = digestOf(columns.person.codes.values)
  return tables.map((table) => countIn(columns, digests, plan, table, period))
}

/** A stock looks back to January: pseudonyms last a calendar year, and each year begins by stating anew what stands. */
const firstMonth = ({ stock }: Pick<PlannedTable, 'stock'>, period: string): string =>
  stock ? `${period.slice(0, 4)}-01` : (monthsOf(period)[0] ?? period)

const kindsOf = ({ counts, stock }: PlannedTable): FactKind[] => (stock ? [...counts, fileKind] : counts)

/** Whether any of the tables looks at a fact. */
function isCountedIn(tables: readonly PlannedTable[], period: string): (fact: Fact) => boolean {
  const since = new Map<string, string>()
  for (const table of tables)
    for (const kind of kindsOf(table)) {
      const first = firstMonth(table, period)
      const before = since.get(kind)
      if (before === undefined || first < before) since.set(kind, first)
    }
  return ({ kind, month }) => month >= (since.get(kind) ?? '~')
}

function countIn(
  columns: FactColumns,
  digests: DigestOf,
  plan: ReleasePlan,
  table: PlannedTable,
  period: string,
): CountTable {
  const counts = new CellCounts(gridSize(plan, table), digests)
  const person = columns.person.rows
  const category = columns.fields.category.rows
  const sorter = sorterOf(dimensionsOf(plan, table), columns)
  const targets = targetsOf(plan, table)
  const isOnly = onlyOf(table, columns)
  const isAmount = table.measure === 'amount'
  const count = (row: number): void => {
    if (!isOnly[category[row] ?? -1]) return
    const size = isAmount ? (columns.amount[row] ?? 0) : 1
    for (const cell of targets[sorter(row)] ?? []) counts.add(cell, person[row] ?? -1, size)
  }
  const first = firstMonth(table, period)
  const isIn = columns.month.codes.values.map((month) => month >= first)
  const month = columns.month.rows
  const rows = columns.rowsOf(kindsOf(table)).filter((row) => isIn[month[row] ?? -1])
  if (table.unit === 'person') eachStanding(columns, rows, count)
  else rows.forEach(count)
  return {
    id: table.id,
    cells: counts.counts(),
    persons: counts.persons(),
    top: counts.top(),
    members: counts.members(),
  }
}

/** Whether a file is open or closed decides who is in a stock, and is nothing that is counted by itself. */
const fileKind: FactKind = 'file'

/**
 * Everybody's newest fact, the later one of two in the same month; not of those whose file was closed last. What is nobody's is left
 * out.
 */
function eachStanding(columns: FactColumns, rows: Int32Array, count: (row: number) => void): void {
  const { person, month, kind, fields } = columns
  const isFile = kind.codes.values.map((value) => value === fileKind)
  const monthOf = (row: number) => month.codes.values[month.rows[row] ?? -1] ?? ''
  const newer = (held: number, row: number) => (held === -1 || monthOf(held) <= monthOf(row) ? row : held)
  const { codes, rows: category } = fields.category
  let [who, newest, file] = [-1, -1, -1]
  const settle = (): void => {
    const isClosed = file !== -1 && codes.values[category[file] ?? -1] === 'closed'
    if (newest !== -1 && !isClosed) count(newest)
  }
  for (const row of rows) {
    const own = person.rows[row] ?? -1
    if (own === -1) continue
    if (own !== who) {
      settle()
      who = own
      newest = -1
      file = -1
    }
    if (isFile[kind.rows[row] ?? -1]) file = newer(file, row)
    else newest = newer(newest, row)
  }
  settle()
}

/** By number of a category whether the table counts it. */
const onlyOf = ({ only }: PlannedTable, { fields }: FactColumns): boolean[] =>
  fields.category.codes.values.map((category) => only === null || only.includes(category))

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
