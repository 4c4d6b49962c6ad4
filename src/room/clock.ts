import { dayOf } from '../tiering/calendar.ts'

/** The moment, UTC, ISO 8601. */
export const now = (): string => new Date().toISOString()

/** The day on the room's calendar, `YYYY-MM-DD`. */
export const today = (): string => dayOf(now())
