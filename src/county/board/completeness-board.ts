import { monthsOf } from '../../statistics/period.ts'
import type { Queries } from '../store/store.ts'
import { listUnits } from '../units/units.ts'
import { type Board, type BoardOf, boardOf } from './board.ts'
import { usualDueDay } from './due-day.ts'

/** Which board is asked for. */
export interface BoardAsked {
  county: string
  period: string
  /** SHA-256 of the plan that the duties are counted by. */
  plan: string
  /** `YYYY-MM-DD` */
  today: string
  dueDay?: number
  /** Files set aside that the store does not know of; left out: those in its quarantine. */
  setAside?: BoardOf['setAside']
}

/** The board of a desk for one period, from what its store holds. */
export async function completenessBoard(
  queries: Queries,
  { county, period, plan, today, dueDay = usualDueDay, setAside }: BoardAsked,
): Promise<Board> {
  const month = monthsOf(period).at(-1) ?? period
  const received = await queries.query<{ unit: string; day: string }>(
    'select unit, received as day from packages where county = $1 and period = $2',
    [county, period],
  )
  const duties = await queries.query<{ unit: string; cells: (number | null)[] }>(
    `select unit, cells from counts where county = $1 and period = $2 and table_id = 'duties' and plan = $3`,
    [county, month, plan],
  )
  const aside =
    setAside ??
    (await queries.query<{ unit: string; period: string; code: string }>(
      `select unit, period, code from quarantine
       where county = $1 and unit is not null and period = $2 and put_away is null
       order by received`,
      [county, period],
    ))
  return boardOf({
    period,
    today,
    dueDay,
    units: await listUnits(queries, county),
    received,
    duties,
    setAside: aside,
  })
}
