import { type Duty, duties } from '../../statistics/duties.ts'
import { isInForceOn, type Unit } from '../units/unit.ts'
import { dueDayOf } from './due-day.ts'
import { isAskedFor } from './is-asked-for.ts'
import { lastDayOf } from './last-day-of.ts'

/** What the board asks of a room. Whether its staff is trained is counted in the totals, and is none of these. */
export const obligations = ['reported', 'followUpsOnTime', 'backupVerified', 'restoreDrill'] as const
export type Obligation = (typeof obligations)[number]

/** How far a room's report has come. */
export const reportStates = ['missing', 'refused', 'waiting', 'late', 'notDue', 'onTime'] as const
export type ReportState = (typeof reportStates)[number]

export const boardColours = ['red', 'orange', 'yellow', 'blue'] as const
export type BoardColour = (typeof boardColours)[number]

/** One room on the board. Nothing here says anything of a client. */
export interface RoomStanding {
  code: string
  name: string
  /** Code of its township; null when nobody has said. */
  township: string | null
  contact: string
  state: ReportState
  /** The day its report came; null while it has not. */
  received: string | null
  /** Why its file is set aside, when it is. */
  because: string | null
  obligations: Record<Obligation, 'met' | 'unmet' | 'unknown'>
  unmet: number
  colour: BoardColour | null
}

/** How many rooms there are of each. */
export interface BoardCounts {
  rooms: number
  states: Record<ReportState, number>
  colours: Record<BoardColour | 'none', number>
}

export interface Board {
  period: string
  /** The last day on which a report is on time. */
  due: string
  rooms: RoomStanding[]
  /** By township, those without one last. */
  townships: { code: string | null; name: string | null; counts: BoardCounts }[]
  counts: BoardCounts
}

/** What a board is made of. */
export interface BoardOf {
  period: string
  /** `YYYY-MM-DD` */
  today: string
  dueDay: number
  /** All units of the desk, in all their versions. */
  units: readonly Unit[]
  /** Reports of the period that were taken in, and the day each came. */
  received: readonly { unit: string; day: string }[]
  /** What rooms published of their duties for the last month of the period: a cell for each of `duties`. */
  duties: readonly { unit: string; cells: readonly (number | null)[] }[]
  /** Files that are set aside, of whichever period they say. */
  setAside: readonly { unit: string; period: string; code: string }[]
}

/**
 * Who has met what is asked of a room, for one period.
 *
 * - On the board stands every room that is to report the period, as it is on its last day, and whoever reported it without having to.
 *   Rooms that report quarters only are not asked for a month.
 * - `reported` is met by a report that came by the due day, unmet once that day is over without one, and open until then.
 * - The other three are what the room itself published for the last month of the period. Without that nobody can say: they are unknown,
 *   and unknown is never unmet. So it is with a room that has not reported, whose silence is held against it once and not four times;
 *   and with one that reports quarters only, for the plan asks for the duties by the month.
 * - The colour goes by the number unmet: blue none, yellow one, orange two, red three or more. A room of which nothing is known, for
 *   its report is not due yet, has no colour.
 */
export function boardOf({
  period,
  today,
  dueDay,
  units,
  received,
  duties: published,
  setAside,
}: BoardOf): Board {
  const due = dueDayOf(period, dueDay)
  const day = lastDayOf(period)
  const came = new Map(received.map(({ unit, day: on }) => [unit, on]))
  const said = new Map(published.map(({ unit, cells }) => [unit, cells]))
  const aside = new Map(setAside.filter((one) => one.period === period).map(({ unit, code }) => [unit, code]))
  const rooms = roomsOnBoard(units, period, day, came).map((unit): RoomStanding => {
    const on = came.get(unit.code) ?? null
    const because = on === null ? (aside.get(unit.code) ?? null) : null
    const state = stateOf(on, because, { due, today })
    const cells = said.get(unit.code)
    const met = (duty: Duty) => {
      const count = cells?.[duties.indexOf(duty)]
      return count === undefined || count === null ? 'unknown' : count > 0 ? 'met' : 'unmet'
    }
    const standing: RoomStanding['obligations'] = {
      reported: state === 'onTime' ? 'met' : on !== null || today > due ? 'unmet' : 'unknown',
      followUpsOnTime: met('followUpsOnTime'),
      backupVerified: met('backupVerified'),
      restoreDrill: met('restoreDrill'),
    }
    const unmet = obligations.filter((one) => standing[one] === 'unmet').length
    const isKnown = obligations.some((one) => standing[one] !== 'unknown')
    const { code, name, parent: township, contact } = unit
    const colour = isKnown ? colourOf(unmet) : null
    return {
      code,
      name,
      township,
      contact,
      state,
      received: on,
      because,
      obligations: standing,
      unmet,
      colour,
    }
  })
  const names = new Map(
    units
      .filter((unit) => unit.level === 'township' && isInForceOn(unit, day))
      .map(({ code, name }) => [code, name]),
  )
  const byTownship = Map.groupBy(rooms, ({ township }) => township)
  return {
    period,
    due,
    rooms,
    townships: [...byTownship]
      .map(([code, of]) => ({ code, name: names.get(code ?? '') ?? null, counts: countsOf(of) }))
      .sort((a, b) => (a.code ?? 'x').localeCompare(b.code ?? 'x')),
    counts: countsOf(rooms),
  }
}

/** The rooms by their codes, each as it is on a day; whoever reported without being there that day, as it was last. */
function roomsOnBoard(
  units: readonly Unit[],
  period: string,
  day: string,
  came: ReadonlyMap<string, string>,
): Unit[] {
  const byCode = Map.groupBy(
    units.filter(({ level }) => level === 'room'),
    ({ code }) => code,
  )
  return [...byCode.values()]
    .flatMap((versions) => {
      const there = versions.find((unit) => isInForceOn(unit, day))
      const isAsked = there !== undefined && isAskedFor(there, period)
      const shown = there ?? versions.toSorted((a, b) => a.from.localeCompare(b.from)).at(-1)
      return shown && (isAsked || came.has(shown.code)) ? [shown] : []
    })
    .sort((a, b) => a.code.localeCompare(b.code))
}

function stateOf(
  received: string | null,
  because: string | null,
  { due, today }: { due: string; today: string },
): ReportState {
  if (received !== null) return received <= due ? 'onTime' : 'late'
  if (because !== null) return because === 'CHAIN_GAP' ? 'waiting' : 'refused'
  return today > due ? 'missing' : 'notDue'
}

const colourOf = (unmet: number): BoardColour => boardColours[3 - Math.min(unmet, 3)] ?? 'red'

const countsOf = (rooms: readonly RoomStanding[]): BoardCounts => {
  const countIn = <Word extends string>(words: readonly Word[], of: (room: RoomStanding) => Word) =>
    Object.fromEntries(
      words.map((word) => [word, rooms.filter((room) => of(room) === word).length]),
    ) as Record<Word, number>
  return {
    rooms: rooms.length,
    states: countIn(reportStates, ({ state }) => state),
    colours: countIn([...boardColours, 'none'] as const, ({ colour }) => colour ?? 'none'),
  }
}
