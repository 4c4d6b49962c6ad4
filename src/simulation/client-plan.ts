import { addDays } from '../tiering/calendar.ts'
import { type Course, courses } from './course.ts'
import type { Random } from './random.ts'

/** How a synthetic client's time with the room goes. */
export interface ClientPlan {
  registeredOn: string
  course: Course
  /** The last visit; null while the client keeps coming. */
  lastVisit: string | null
  /** The last visit ends with an answer to a critical item that nobody has spoken about yet. */
  endsWithOpenAlert: boolean
}

const dueEvery = 8
const openAlertEvery = 12
/** A tier of `watch` given this long ago has its review due today. */
const watchDays = 28
/** How long ago the reviews that are due were due. */
const dueSince = [0, 2, 9]
const otherCourses = ['steady', 'recovering', 'fluctuating', 'crisis', 'steady', 'worsening'] as const

/**
 * Plans for a number of clients, first registered first: of 24, three whose review is due and two with an open alert;
 * the others' courses take turns. `since` and `until` are days.
 */
export function planClients(clients: number, since: string, until: string, random: Random): ClientPlan[] {
  const due = Math.round(clients / dueEvery)
  const open = Math.round(clients / openAlertEvery)
  const span = (Date.parse(until) - Date.parse(since)) / 86_400_000
  const registration = (earliest: number, latest: number) =>
    addDays(since, Math.floor(span * (earliest + random.next() * (latest - earliest))))

  const plans = Array.from({ length: clients }, (_, number): ClientPlan => {
    if (number < due) {
      const lastVisit = addDays(until, -watchDays - (dueSince[number % dueSince.length] ?? 0))
      const registeredOn = registration(0, 0.6)
      return {
        registeredOn: registeredOn < lastVisit ? registeredOn : addDays(lastVisit, -watchDays),
        course: courses.persistent,
        lastVisit,
        endsWithOpenAlert: false,
      }
    }
    const endsWithOpenAlert = number < due + open
    const other = otherCourses[(number - due - open) % otherCourses.length] ?? 'steady'
    const lastVisit = addDays(until, -1 - (number % 2))
    const registeredOn = registration(0, 0.95)
    return {
      registeredOn: registeredOn < lastVisit ? registeredOn : addDays(lastVisit, -1),
      course: endsWithOpenAlert ? courses.worsening : courses[other],
      lastVisit: endsWithOpenAlert ? lastVisit : null,
      endsWithOpenAlert,
    }
  })
  return plans.sort((a, b) =>
    a.registeredOn < b.registeredOn ? -1 : a.registeredOn > b.registeredOn ? 1 : 0,
  )
}
