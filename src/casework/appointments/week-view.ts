import { addDays, dayOf, instantAt } from '../../tiering/calendar.ts'
import type { Stored } from '../records/record.ts'
import type { Appointment } from './appointment.ts'

/** Where an appointment stands in a day's column: minutes after midnight, and beside how many others. */
export interface PlacedAppointment {
  id: string
  value: Appointment
  from: number
  to: number
  /** Counted from 0, of `lanes`. */
  lane: number
  lanes: number
}

/** A week of appointments: Monday to Sunday, and the hours that have to be on show. */
export interface WeekView {
  days: { day: string; appointments: PlacedAppointment[] }[]
  /** Whole hours; the last one is where the page ends. */
  fromHour: number
  toHour: number
}

/** The hours that are on show even in an empty week. */
const usualHours = { from: 8, to: 18 }
const minutesPerDay = 24 * 60

/** The Monday of the week a day lies in. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(day).getUTCDay() + 6) % 7))

/** Lays out the week that `day` lies in. One that goes past midnight ends its column there. */
export function weekView(day: string, appointments: readonly Stored<Appointment>[]): WeekView {
  const monday = mondayOf(day)
  const days = Array.from({ length: 7 }, (_, after) => addDays(monday, after)).map((one) => ({
    day: one,
    appointments: inLanes(
      appointments.filter(({ value }) => dayOf(value.startsAt) === one).map((found) => placed(found, one)),
    ),
  }))
  const all = days.flatMap((one) => one.appointments)
  return {
    days,
    fromHour: Math.min(usualHours.from, ...all.map(({ from }) => Math.floor(from / 60))),
    toHour: Math.max(usualHours.to, ...all.map(({ to }) => Math.ceil(to / 60))),
  }
}

const placed = ({ id, value }: Stored<Appointment>, day: string): PlacedAppointment => {
  const from = Math.floor((Date.parse(value.startsAt) - Date.parse(instantAt(day, 0))) / 60_000)
  return { id, value, from, to: Math.min(from + value.minutes, minutesPerDay), lane: 0, lanes: 1 }
}

/** Beside one another what goes on at the same time, each as far left as there is room. */
function inLanes(found: readonly PlacedAppointment[]): PlacedAppointment[] {
  const waiting = found.toSorted((a, b) => a.from - b.from || b.to - a.to || a.id.localeCompare(b.id))
  const laid: PlacedAppointment[] = []
  let group: PlacedAppointment[] = []
  const close = () => {
    const lanes = Math.max(0, ...group.map(({ lane }) => lane + 1))
    laid.push(...group.map((one) => ({ ...one, lanes })))
    group = []
  }
  for (const one of waiting) {
    if (group.every(({ to }) => to <= one.from)) close()
    const taken = group.filter(({ to }) => to > one.from).map(({ lane }) => lane)
    const lane = Array.from({ length: taken.length + 1 }, (_, place) => place).find(
      (place) => !taken.includes(place),
    )
    group.push({ ...one, lane: lane ?? taken.length })
  }
  close()
  return laid
}
