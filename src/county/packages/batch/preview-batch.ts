import type { PackageDesk } from '../../../exchange/read-package.ts'
import { tableOf } from '../../../statistics/release-plan.ts'
import type { Queries } from '../../store/store.ts'
import { UnitHistory } from '../unit-history.ts'
import { type TableTotals, tableTotals } from '../unusual-tables.ts'
import { type ImportedFile, importedFile } from './imported-file.ts'
import type { StagedPackage } from './keeping.ts'

/** One table of a package: what would be added, beside what the unit reported the last time. */
export interface TableChange {
  id: string
  /** Its grand total, of the counts that are shown; null when that is withheld. */
  total: number | null
  /** How many of its counts are withheld. */
  withheld: number
  /** The same of the unit's report for the period before; null when there was none, or it was withheld. */
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
  { addressee: { unit: county }, plans }: Pick<PackageDesk, 'addressee' | 'plans'>,
  packages: readonly StagedPackage[],
  { dueDay, onProgress }: { dueDay?: number; onProgress?: (judged: number) => void } = {},
): Promise<PreviewedFile[]> {
  const previewed: PreviewedFile[] = []
  for (const ofUnit of Map.groupBy(packages, ({ verified }) => verified.payload.from.unit)) {
    const [unit, ones] = ofUnit
    const history = await UnitHistory.read(queries, county, unit)
    for (const staged of ones) {
      const { payload } = staged.verified
      const { judgement, before } = await history.judge(staged.verified)
      const now = tableTotals(payload)
      const plan = plans.get(payload.plan.sha256)
      const tables = payload.tables.map(({ id, cells }) => {
        const isWithTotals = plan !== undefined && tableOf(plan, id)?.class === 'S'
        const told = (of: TableTotals) => of.get(id)?.[isWithTotals ? 'first' : 'sum'] ?? null
        const withheld = cells.filter((count) => count === null).length
        return { id, total: told(now), withheld, before: told(before) }
      })
      const file = importedFile(staged, judgement, dueDay)
      previewed.push({ ...file, tables: file.outcome === 'new' ? tables : [] })
      onProgress?.(previewed.length)
    }
  }
  return previewed
}
