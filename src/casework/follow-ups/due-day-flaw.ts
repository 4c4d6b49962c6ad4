import { addDays } from '../../tiering/calendar.ts'

/** What is planned for a day further off than this is a slip in the year, and would be forgotten. */
const farthestDays = 2 * 365

/** What is wrong with a day on which something is to be done; null when nothing is. */
export function dueDayFlaw(due: string, today: string): 'DUE_DAY_PAST' | 'DUE_DAY_TOO_FAR' | null {
  if (due < today) return 'DUE_DAY_PAST'
  return due > addDays(today, farthestDays) ? 'DUE_DAY_TOO_FAR' : null
}
