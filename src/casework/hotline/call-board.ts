import { addDays, dayOf } from '../../tiering/calendar.ts'
import { type CallLine, followUpState, followUpsLeft, weekdayOf } from './call-line.ts'
import { type CallTally, hoursInDay } from './call-tally.ts'

const daysInWeek = 7

/** So many out of so many: shown with both, never as a percentage of next to nothing. */
export interface Share {
  of: number
  are: number
}

/** The numbers of the hotline's board. */
export interface CallBoard {
  today: number
  /** Going on now. */
  running: number
  /** Follow-ups that are left, and how many of them should have been done. */
  followUpsWaiting: number
  followUpsOverdue: number
  /** Calls with a high risk that somebody still has to look after, the oldest first. */
  highRiskOpen: CallLine[]
  /** Over the days looked at: calls by weekday (0 Monday – 6 Sunday) and hour. */
  heat: number[][]
  calls: number
  /** Of calls that ended; null when none did. */
  meanSeconds: number | null
  dangerAsked: Share
  /** Of the follow-ups that fell due in those days and were done, or should have been. */
  followUpsOnTime: Share
}

/** The board at a moment; averages, shares and the heat map over so many days, today included. */
export function callBoard(tally: CallTally, now: string, days: number): CallBoard {
  const today = dayOf(now)
  const first = addDays(today, 1 - days)
  const heat = Array.from({ length: daysInWeek }, () => Array.from({ length: hoursInDay }, () => 0))
  const sum = { calls: 0, ended: 0, seconds: 0, asked: 0, onTime: 0, late: 0 }
  for (let day = first; day <= today; day = addDays(day, 1)) {
    const on = tally.on(day)
    if (on === null) continue
    const row = heat[weekdayOf(day)]
    if (row) for (const [hour, calls] of on.byHour.entries()) row[hour] = (row[hour] ?? 0) + calls
    for (const field of ['calls', 'ended', 'seconds', 'asked', 'onTime', 'late'] as const)
      sum[field] += on[field]
  }
  const unsettled = [...tally.unsettled()]
  const left = unsettled.flatMap(followUpsLeft)
  const overdue = left.filter((followUp) => followUpState(followUp, now) === 'overdue')
  const missedHere = overdue.filter(({ due }) => dayOf(due) >= first).length
  return {
    today: tally.on(today)?.calls ?? 0,
    running: unsettled.filter(({ endedAt }) => endedAt === null).length,
    followUpsWaiting: left.length,
    followUpsOverdue: overdue.length,
    highRiskOpen: unsettled
      .filter(({ isHighRisk }) => isHighRisk)
      .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt)),
    heat,
    calls: sum.calls,
    meanSeconds: sum.ended === 0 ? null : Math.round(sum.seconds / sum.ended),
    dangerAsked: { of: sum.ended, are: sum.asked },
    followUpsOnTime: { of: sum.onTime + sum.late + missedHere, are: sum.onTime },
  }
}
