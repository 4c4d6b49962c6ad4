import { usualDueDay } from '../../county/board/due-day.ts'
import { dueDayKind } from '../../county/board/due-day-record.ts'
import type { Session } from '../session.ts'

/** Until which day of the month reports are on time at this desk. */
export const dueDayHere = async (session: Session): Promise<number> =>
  (await session.list(dueDayKind)).records[0]?.value.dueDay ?? usualDueDay
