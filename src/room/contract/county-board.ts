import type { Board, BoardColour, ReportState, RoomStanding } from '../../county/board/board.ts'
import type { Outcome } from '../../instruments/outcome.ts'

export type { BoardColour, ReportState, RoomStanding }

export interface BoardOnShow {
  /** Periods to choose from, newest first: those that are over and those that came. */
  periods: string[]
  /** Day of the month after a period by which reports are to be here. */
  dueDay: number
  today: string
  board: Board
  /** Units and packages that could not be read; shown, never left out in silence. */
  unreadable: number
}

/** Who has reported, and what each room has to do. */
export interface CountyBoardApi {
  /** Null for the newest month that is over. */
  countyBoard(period: string | null): Promise<BoardOnShow>
  /** By which day of the month, 1 to 28, reports are to be here; refused with DUE_DAY_INVALID. It holds for every period. */
  setDueDay(day: number): Promise<Outcome<'set'>>
}
