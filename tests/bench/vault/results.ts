import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BenchSize } from './bench-files.ts'
import type { Measured } from './measure-vault.ts'

/** One line of the table: milliseconds, null where a peer has nothing like it. */
export interface Row {
  work: string
  /** What DESIGN wants on two cores; null where it only asks for the figure. */
  must: { milliseconds: number | null; timesSqlcipher: number | null }
  here: number
  sqlcipher: number | null
  dexie: number | null
}

export interface Machine {
  cpu: string
  cores: number
  memoryGiB: number
  system: string
  chromium: string
  node: string
}

export interface Results {
  machine: Machine
  sizes: { size: BenchSize; rows: Row[]; records: Record<string, number>; backupBytes: number }[]
}

const noWish = { milliseconds: null, timesSqlcipher: null }

const machineWith = (chromium: string): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${type()} ${release()}`,
  chromium,
  node: process.version,
})

/** The lines of one size. */
const rowsOf = ({ ours, painted, dexie, sqlcipher }: Measured): Row[] => [
  {
    work: 'unlock in the program’s own window until the caseload is painted, key derivation apart',
    must: { milliseconds: 1000, timesSqlcipher: null },
    here: painted.median,
    sqlcipher: null,
    dexie: null,
  },
  {
    work: 'open and read every client’s summary, key derivation apart',
    must: { milliseconds: null, timesSqlcipher: 3 },
    here: ours.unlocked.median + ours.listed.median,
    sqlcipher: sqlcipher.caseload.median,
    dexie: dexie.caseload.median,
  },
  {
    work: 'the same from all records, where there are no summaries yet',
    must: noWish,
    here: ours.withoutPages.summed,
    sqlcipher: sqlcipher.summed,
    dexie: dexie.allRecords,
  },
  {
    work: 'search while typing, p95',
    must: { milliseconds: 16, timesSqlcipher: 1 },
    here: ours.search.timing.p95,
    sqlcipher: sqlcipher.search.p95,
    dexie: dexie.search.p95,
  },
  {
    work: 'open a case with 40 assessments and 60 other entries, p95',
    must: { milliseconds: 50, timesSqlcipher: null },
    here: ours.openCases.p95,
    sqlcipher: sqlcipher.openCases.p95,
    dexie: dexie.openCases.p95,
  },
  {
    work: 'save an assessment, durable, p95',
    must: { milliseconds: 10, timesSqlcipher: null },
    here: ours.saved.timing.p95,
    sqlcipher: sqlcipher.save.p95,
    dexie: dexie.save.p95,
  },
  {
    work: 'check that every row is there (SQLCipher: integrity_check)',
    must: noWish,
    here: ours.check,
    sqlcipher: sqlcipher.check,
    dexie: null,
  },
  {
    work: 'back up and read the backup back',
    must: noWish,
    here: ours.backup.took,
    sqlcipher: null,
    dexie: null,
  },
]

export const resultsOf = (measured: readonly Measured[]): Results => ({
  machine: machineWith(measured[0]?.browser ?? ''),
  sizes: measured.map((one) => ({
    size: one.size,
    rows: rowsOf(one),
    records: one.ours.filled.rows,
    backupBytes: one.ours.backup.bytes,
  })),
})

const folder = fileURLToPath(new URL('../results', import.meta.url))

const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value

export const writeResults = (results: Results): void => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'vault.json'), `${JSON.stringify(results, rounded, 2)}\n`)
}
