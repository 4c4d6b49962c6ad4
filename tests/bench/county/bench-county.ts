import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { figures } from '../../../src/county/figures/figures.ts'
import type { Store } from '../../../src/county/store/store.ts'
import { referenceTo } from '../../../src/exchange/plan-reference.ts'
import { openStore } from '../../../src/host/open-store.ts'
import { monthsBefore } from '../../../src/simulation/periods-before.ts'
import { tableOf } from '../../../src/statistics/release-plan.ts'
import { anxin } from '../../support/anxin-command.ts'
import { makePostgres } from '../../support/postgres-server.ts'
import { putInReadme } from '../in-readme.ts'
import { time } from '../vault/readme-block.ts'
import { type Timing, timed, timeEach } from '../vault/timing.ts'
import { type PackagesOnDisk, writePackages } from './packages-on-disk.ts'

/** Rooms of a county desk on its own machine, and of a city's on a server. */
export const roomsMeant = { county: 540, city: 5000 }
const stages = [1, 3, 6, 12]
const months = monthsBefore('2026-01-01', 12)

interface Stage {
  months: number
  packages: number
  /** Of the command from its start to its end. */
  seconds: number
  perSecond: number
  storeBytes: number
}

interface Measured {
  rooms: number
  engine: string
  packages: number
  making: PackagesOnDisk['seconds']
  stages: Stage[]
  queries: Record<string, Timing>
  /** `county totals` for one table and month, from the start of the command to its end. */
  command: number
}

const words = (folder: string) => [
  ...['--identity', join(folder, 'county.key'), '--cards', join(folder, 'cards')],
]

async function done(args: string[]): Promise<{ milliseconds: number; lines: string[] }> {
  const { took, gave } = await timed(() => anxin(args))
  if (gave.exit !== 0) throw new Error(gave.errors)
  return { milliseconds: took, lines: gave.lines }
}

/** Imports a year month by month at the terminal and looks at the store after 1, 3, 6 and 12 of them. */
async function measure(
  folder: string,
  {
    rooms,
    engine,
    place,
    sizeOf,
  }: { rooms: number; engine: string; place: string; sizeOf: () => Promise<number> },
): Promise<Measured> {
  const made = await writePackages(folder, rooms)
  const store = ['--store', place]
  await done(['county', 'units', join(folder, 'units.jsonl'), '--county', made.desk, ...store])
  const found: Stage[] = []
  let [from, all] = [0, 0]
  for (const upTo of stages) {
    const some = months.slice(from, upTo)
    const folders = some.map((month) => made.folders.get(month) ?? '')
    const packages = some.reduce((sum, month) => sum + (made.packages.get(month) ?? 0), 0)
    const { milliseconds, lines } = await done(['county', 'import', ...folders, ...words(folder), ...store])
    const counted: { new: number } = JSON.parse(lines.at(-1) ?? '')
    if (counted.new !== packages) throw new Error(`${counted.new} of ${packages} were taken in`)
    all += packages
    const seconds = milliseconds / 1000
    found.push({
      months: upTo,
      packages: all,
      seconds,
      perSecond: packages / seconds,
      storeBytes: await sizeOf(),
    })
    console.log(`${engine}, ${rooms} rooms:`, found.at(-1))
    from = upTo
  }
  const totals = ['county', 'totals', '--county', made.desk, ...store]
  const asked = [...totals, '--table', 'sessions-mode', '--period', '2025-12']
  const { milliseconds: command } = await done(asked)
  const opened = await openStore(place)
  const queries = await queriesOn(opened, made).finally(() => opened.close())
  return { rooms, engine, packages: all, making: made.seconds, stages: found, queries, command }
}

async function queriesOn(store: Store, { plan, desk }: PackagesOnDisk): Promise<Measured['queries']> {
  const { sha256: planSha256 } = await referenceTo(plan)
  const ask = async (table: string, periods: string[], level: 'desk' | 'township') => {
    const by = tableOf(plan, table)?.dims ?? []
    const found = await figures(store, plan, { county: desk, planSha256, table, periods, level, by })
    if (!found.ok) throw new Error(found.refusal.code)
  }
  const byMonth = plan.tables.filter(({ period }) => period === 'month').map(({ id }) => id)
  const byQuarter = plan.tables.filter(({ period }) => period === 'quarter').map(({ id }) => id)
  return {
    'one table, one month, all rooms': await timeEach(byMonth, (table) => ask(table, ['2025-12'], 'desk')),
    'one table, one quarter, all rooms': await timeEach(byQuarter, (table) =>
      ask(table, ['2025-Q4'], 'desk'),
    ),
    'one table, twelve months, all rooms': await timeEach(byMonth, (table) => ask(table, months, 'desk')),
    'one table, twelve months, by township': await timeEach(byMonth, (table) =>
      ask(table, months, 'township'),
    ),
  }
}

async function sizeOnDisk(folder: string): Promise<number> {
  let size = 0
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) size += (await stat(join(entry.parentPath, entry.name))).size
  return size
}

const number = (value: number): string => Math.round(value).toLocaleString('en')
const megabytes = (bytes: number): string => `${number(bytes / 1e6)} MB`

const rowsOf = ({ rooms, engine, packages, stages: found, queries, command, making }: Measured): string[] => [
  `**${number(rooms)} rooms × 12 months, ${number(packages)} packages, on ${engine}** (made up in ${number(making.simulating)} s, signed and encrypted in ${number(making.signing)} s)`,
  '',
  '| after | packages | import from the command line | store |',
  '|---|---|---|---|',
  ...found.map(
    ({ months: upTo, packages: so, seconds, perSecond, storeBytes }) =>
      `| ${upTo} month${upTo === 1 ? '' : 's'} | ${number(so)} | ${number(perSecond)} a second, ${number(seconds)} s | ${megabytes(storeBytes)}, ${(storeBytes / so / 1000).toFixed(1)} kB a package |`,
  ),
  '',
  '| query | must reach | here |',
  '|---|---|---|',
  ...Object.entries(queries).map(
    ([name, { median, p95, runs }]) =>
      `| ${name} | ≤ 1 s | p95 ${time(p95)}, median ${time(median)}, of ${runs} |`,
  ),
  `| \`county totals\` of one table and month, the whole command | – | ${time(command)} |`,
  '',
]

/** Imports a county into PGlite and a city into PostgreSQL; prints, and with as many rooms as are meant keeps, what it took. */
export async function benchCounty({ county, city }: typeof roomsMeant): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'anxin-bench-county-'))
  const server = await makePostgres()
  try {
    const figuresFolder = join(folder, 'store')
    const measured = [
      await measure(join(folder, 'county'), {
        rooms: county,
        engine: 'PGlite',
        place: figuresFolder,
        sizeOf: () => sizeOnDisk(figuresFolder),
      }),
      await measure(join(folder, 'city'), {
        rooms: city,
        engine: 'PostgreSQL 15',
        place: server.address(),
        sizeOf: () => sizeOfDatabase(server.address()),
      }),
    ]
    const machine = `On ${cpus().length} × ${cpus()[0]?.model}, load of the machine at the end ${loadavg()[0]?.toFixed(1)}.`
    const text = [machine, '', ...measured.flatMap(rowsOf)].join('\n').trimEnd()
    console.log(text)
    if (county !== roomsMeant.county || city !== roomsMeant.city) return
    putInReadme('county', text)
    const results = fileURLToPath(new URL('../results/county.json', import.meta.url))
    await writeFile(results, `${JSON.stringify(measured, rounded, 2)}\n`)
  } finally {
    await server.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value

async function sizeOfDatabase(address: string): Promise<number> {
  const store = await openStore(address)
  try {
    const [row] = await store.query<{ size: number }>(
      'select pg_database_size(current_database())::float8 as size',
    )
    return row?.size ?? 0
  } finally {
    await store.close()
  }
}
