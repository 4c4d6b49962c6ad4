import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { axesOf } from '../../../src/statistics/axis.ts'
import type { Fact } from '../../../src/statistics/fact.ts'
import { periodKindOf } from '../../../src/statistics/period.ts'
import { publishedTables } from '../../../src/statistics/published-tables.ts'
import { dimensionsOf, type ReleasePlan, readReleasePlan } from '../../../src/statistics/release-plan.ts'
import { type CountTable, type FactsByMonth, tabulate } from '../../../src/statistics/tabulate.ts'
import { putInReadme } from '../in-readme.ts'
import { openDatabase } from '../sql-database.ts'
import { type Timing, timingOf } from '../vault/timing.ts'
import { benchFacts } from './bench-facts.ts'
import { fillFacts, grouping } from './grouped.ts'

export const factsMeant = 200_000
const rounds = 15
const year = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`)
const plan = readReleasePlan(
  JSON.parse(readFileSync(new URL('../../../resources/release-plan.json', import.meta.url), 'utf8')),
)

/** How long one run takes; processor time too, for machines that do much else. */
interface Taken extends Timing {
  processor: number
}

const times = <T>(work: () => T): { timing: Taken; gave: T } => {
  let gave = work()
  const used = process.cpuUsage()
  const took = Array.from({ length: rounds }, () => {
    const start = performance.now()
    gave = work()
    return performance.now() - start
  })
  const { user, system } = process.cpuUsage(used)
  return { timing: { ...timingOf(took), processor: (user + system) / 1000 / rounds }, gave }
}

/** What the inner cells of a table add up to: totals that are cells themselves stand first on their axes. */
const sumOf = ({ id, cells }: CountTable, of: ReleasePlan): number => {
  const table = of.tables.find((one) => one.id === id)
  if (table?.class !== 'S') return cells.reduce((sum, n) => sum + n, 0)
  if (axesOf(of, table).some(({ codes }) => codes[0]?.code !== '_T')) throw new Error(`${id} has no total`)
  return cells[0] ?? 0
}

/** Counts the tables that a large room publishes, from facts that are open already, against SQLCipher and plain SQLite on the same rows. */
export function benchStatistics(size: number): void {
  const cases = [
    {
      what: `a month's tables, ${size.toLocaleString('en')} facts over a year`,
      facts: benchFacts(size, year),
      period: '2026-11',
    },
    {
      what: `a quarter's tables, ${size.toLocaleString('en')} facts over a year`,
      facts: benchFacts(size, year),
      period: '2026-Q4',
    },
    {
      what: `a month's tables, ${size.toLocaleString('en')} facts all of that month`,
      facts: benchFacts(size, ['2026-11']),
      period: '2026-11',
    },
  ]
  const lines = [
    `On ${cpus()[0]?.model}, Node ${process.version}, load of the machine at the start ${loadavg()[0]?.toFixed(1)}; in brackets processor time, and the ratio of that.`,
    '',
    '| work | must reach | here | SQLCipher GROUP BY | here ÷ SQLCipher | SQLite GROUP BY | here ÷ SQLite |',
    '|---|---|---|---|---|---|---|',
  ]
  for (const { what, facts, period } of cases) {
    const opened = factsByMonth(facts)
    const ours = times(() => tabulate(opened, plan, period, 'large'))
    const wanted = ours.gave.map((table) => sumOf(table, plan))
    const [sealed, plain] = [true, false].map((encrypted) => inSql(facts, period, encrypted, wanted))
    if (!sealed || !plain) throw new Error('nothing was measured')
    const ratio = (other: Taken) =>
      `${(ours.timing.median / other.median).toFixed(2)} (${(ours.timing.processor / other.processor).toFixed(2)})`
    const limit = period.includes('Q') ? '–' : '≤ 300 ms, ≤ 1 × SQLCipher'
    const cells = [limit, ms(ours.timing), ms(sealed), ratio(sealed), ms(plain), ratio(plain)]
    lines.push(`| ${[what, ...cells].join(' | ')} |`)
  }
  const figures = lines.join('\n')
  console.log(figures)
  if (size === factsMeant) putInReadme('statistics', figures)
}

/** Opened facts as the room holds them. */
const factsByMonth = (facts: readonly Fact[]): FactsByMonth => {
  const months = [...Map.groupBy(facts, ({ month }) => month)].toSorted(([a], [b]) => a.localeCompare(b))
  return {
    within: (first, last) => months.flatMap(([month, own]) => (month >= first && month <= last ? own : [])),
  }
}

const ms = ({ median, p95, processor }: Taken): string =>
  `${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} (${processor.toFixed(1)})`

const inSql = (
  facts: readonly Fact[],
  period: string,
  encrypted: boolean,
  wanted: readonly number[],
): Taken => {
  const folder = mkdtempSync(join(tmpdir(), 'anxin-bench-'))
  try {
    const database = openDatabase(join(folder, 'facts.db'), { encrypted })
    fillFacts(database, facts)
    const tables = publishedTables(plan, 'large', periodKindOf(period)).map((table) => ({
      table,
      dims: dimensionsOf(plan, table),
    }))
    const { timing, gave } = times(grouping(database, tables, period))
    database.close()
    if (gave.join() !== wanted.join()) throw new Error(`counts differ: ${gave.join()} for ${wanted.join()}`)
    return timing
  } finally {
    rmSync(folder, { recursive: true })
  }
}
