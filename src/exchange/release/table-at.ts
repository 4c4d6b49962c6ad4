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

/** The same of an earlier release; `counted` is null where what it was counted from is lost and only what left is known. */
export interface EarlierTable extends Omit<TableAt, 'counted'> {
  counted: TableAt['counted'] | null
}
