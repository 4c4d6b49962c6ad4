const hour = 3_600_000
const dayLength = 24 * hour
/** China Standard Time, the whole year round. */
const offset = 8 * hour

/** The day (`YYYY-MM-DD`) of the room's calendar that a moment falls on. */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + offset).toISOString().slice(0, 10)

/** The day `days` after `day`; before it when negative. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10)

/** The moment `minutes` after midnight of `day`, UTC. */
export const instantAt = (day: string, minutes: number): string =>
  new Date(Date.parse(day) - offset + Math.round(minutes * 60) * 1000).toISOString()
