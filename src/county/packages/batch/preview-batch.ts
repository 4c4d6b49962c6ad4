import type { Queries } from '../../store/store.ts'
import { UnitHistory } from '../unit-history.ts'
import { tableTotals } from '../unusual-tables.ts'
import { type ImportedFile, importedFile } from './imported-file.ts'
import type { StagedPackage } from './keeping.ts'

/** One table of a package: what would be added, beside what the unit reported the last time. */
export interface TableChange {
  id: string
  /** What its shown counts add up to. */
  total: number
  /** How many of its counts are withheld. */
  withheld: number
  /** The total of the unit's report for the period before; null when there is none. */
  before: number | null
}

/** What would become of a file. */
export interface PreviewedFile extends ImportedFile {
  /** Empty unless it would be taken in. */
  tables: TableChange[]
}

/** Judges staged packages by what is there and by each other; changes nothing. */
export async function previewBatch(
  queries: Queries,
  county: string,
  packages: readonly StagedPackage[],
  { dueDay, onProgress }: { dueDay?: number; onProgress?: (judged: number) => void } = {},
): Promise<PreviewedFile[]> {
  const previewed: PreviewedFile[] = []
  for (const ofUnit of Map.groupBy(packages, ({ verified }) => verified.payload.from.unit)) {
    const [unit, ones] = ofUnit
    const history = await UnitHistory.read(queries, county, unit)
    for (const staged of ones) {
      const { judgement, before } = await history.judge(staged.verified)
      const totals = tableTotals(staged.verified.payload)
      const tables = staged.verified.payload.tables.map(({ id, cells }) => ({
        id,
        total: totals.get(id) ?? 0,
        withheld: cells.filter((count) => count === null).length,
        before: before.get(id) ?? null,
      }))
      const file = importedFile(staged, judgement, dueDay)
      previewed.push({ ...file, tables: file.outcome === 'new' ? tables : [] })
      onProgress?.(previewed.length)
    }
  }
  return previewed
}
