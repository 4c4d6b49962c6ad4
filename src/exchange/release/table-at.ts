import type { PlannedTable } from '../../statistics/release-plan.ts'
import type { CountTable } from '../../statistics/tabulate.ts'

/** One table of the plan in one period: what is known of it here, and what of it leaves or left. */
export interface TableAt {
  table: PlannedTable
  period: string
  counted: Pick<CountTable, 'cells' | 'persons' | 'top'>
  /** In grid order, null for a withheld cell; null altogether while that is still to be decided. */
  released: readonly (number | null)[] | null
}
