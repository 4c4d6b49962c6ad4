import type { VerifiedPackage } from '../read-package.ts'

/** What a merge takes from a room's package, wherever it is kept. */
export interface RoomReport {
  unit: string
  period: string
  /** SHA-256 of the release plan. */
  plan: string
  seq: number
  /** Of the package's JWS. */
  sha256: string
  late: number
  tables: readonly ReportedTable[]
}

/** One table as its room released it: `k` and nulls where cells may be withheld (class S). */
export interface ReportedTable {
  id: string
  k: number | null
  cells: readonly (number | null)[]
}

export const reportOf = ({
  payload: { from, period, plan, seq, late, tables },
  sha256,
}: Pick<VerifiedPackage, 'payload' | 'sha256'>): RoomReport => ({
  unit: from.unit,
  period,
  plan: plan.sha256,
  seq,
  sha256,
  late,
  tables,
})
