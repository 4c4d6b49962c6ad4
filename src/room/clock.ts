import { dayOf } from '../tiering/calendar.ts'

/** The moment, UTC, ISO 8601. */
export const now = (): string => new Date().toISOString()

/** The moment, but later than `earlier` even when the clock was set back since. */
export const nowAfter = (earlier: string): string =>
  new Date(Math.max(Date.now(), Date.parse(earlier) + 1)).toISOString()

/** The day on the room's calendar, `YYYY-MM-DD`. */
export const today = (): string => dayOf(now())
