import { type CallLine, dueDayOf, followUpState } from './call-line.ts'

export const hoursInDay = 24

/** What the calls of one day add up to, and the follow-ups that fell due on it. */
export interface DayTally {
  calls: number
  ended: number
  /** Length of the calls that ended, together. */
  seconds: number
  /** Calls that ended and say whether danger was asked about. */
  asked: number
  highRisk: number
  byHour: number[]
  /** Followed up in time, or too late. */
  onTime: number
  late: number
}

const noCalls = (): DayTally => ({
  calls: 0,
  ended: 0,
  seconds: 0,
  asked: 0,
  highRisk: 0,
  byHour: Array.from({ length: hoursInDay }, () => 0),
  onTime: 0,
  late: 0,
})

/**
 * Calls added up day by day: all of them once, then call by call as they change, so that no board goes through all calls again.
 * Practice calls are records of another kind and never come here.
 */
export class CallTally {
  readonly #lines = new Map<string, CallLine>()
  readonly #days = new Map<string, DayTally>()
  readonly #unsettled = new Map<string, CallLine>()

  constructor(lines: Iterable<CallLine> = []) {
    for (const line of lines) this.put(line)
  }

  get size(): number {
    return this.#lines.size
  }

  /** Adds a call, or puts it in the place of its earlier state. */
  put(line: CallLine): void {
    this.drop(line.id)
    this.#lines.set(line.id, line)
    this.#count(line, 1)
    if (line.isUnsettled) this.#unsettled.set(line.id, line)
  }

  drop(id: string): void {
    const before = this.#lines.get(id)
    if (before === undefined) return
    this.#count(before, -1)
    this.#lines.delete(id)
    this.#unsettled.delete(id)
  }

  /** The tally of a day; null when there was nothing. */
  on(day: string): Readonly<DayTally> | null {
    return this.#days.get(day) ?? null
  }

  /** The calls that somebody still has to look after. */
  unsettled(): Iterable<CallLine> {
    return this.#unsettled.values()
  }

  #day(day: string): DayTally {
    const tally = this.#days.get(day) ?? noCalls()
    this.#days.set(day, tally)
    return tally
  }

  #count(line: CallLine, sign: 1 | -1): void {
    const tally = this.#day(line.day)
    tally.calls += sign
    tally.byHour[line.hour] = (tally.byHour[line.hour] ?? 0) + sign
    if (line.isHighRisk) tally.highRisk += sign
    if (line.endedAt !== null) {
      tally.ended += sign
      tally.seconds += sign * Math.round((Date.parse(line.endedAt) - Date.parse(line.startedAt)) / 1000)
      if (line.asked === 'yes') tally.asked += sign
    }
    for (const followUp of line.followUps) {
      if (followUp.doneAt === null) continue
      const due = this.#day(dueDayOf(followUp))
      if (followUpState(followUp, followUp.doneAt) === 'onTime') due.onTime += sign
      else due.late += sign
    }
  }
}
