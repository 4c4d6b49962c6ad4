import { dayOf, instantAt } from '../../tiering/calendar.ts'

/** A moment as two fields of a form hold it: `YYYY-MM-DD` and `HH:MM`, by the room's calendar. */
export interface DayAndTime {
  day: string
  time: string
}

const minuteLength = 60_000

/** `HH:MM` of so many minutes after midnight. */
export const timeText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')

export const dayAndTime = (instant: string): DayAndTime => {
  const day = dayOf(instant)
  const minutes = Math.floor((Date.parse(instant) - Date.parse(instantAt(day, 0))) / minuteLength)
  return { day, time: timeText(minutes) }
}

/** The moment, UTC; null while either field is not filled in. */
export const instantOf = ({ day, time }: Partial<DayAndTime>): string | null => {
  if (!/^\d{4}-\d\d-\d\d$/.test(day ?? '') || Number.isNaN(Date.parse(day ?? ''))) return null
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time ?? '') ?? []
  return hours === undefined ? null : instantAt(day ?? '', Number(hours) * 60 + Number(minutes))
}
