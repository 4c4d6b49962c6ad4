import { addDays, dayOf, instantAt } from '../../src/tiering/calendar.ts'

/** Longer than any file of tests takes whose today has to stay the same. */
const margin = 90_000

const midnight = Date.parse(instantAt(addDays(dayOf(new Date().toISOString()), 1), 0))
const left = midnight - Date.now()

// Begun in the last moments of the room's day, a file waits for the next day: what it calls today is today to its end.
if (left < margin) await new Promise((resolve) => setTimeout(resolve, left + 1))
