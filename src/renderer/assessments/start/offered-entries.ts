import type { ShelfEntry } from '../../../room/contract/library.ts'
import { isPageWay, raterOf, type Way } from '../ways.ts'

/** Entries whose answers may come in this way; what is held back among them too. */
export const offeredEntries = (entries: readonly ShelfEntry[], way: Way): ShelfEntry[] =>
  entries.filter(
    ({ questionnaire: { instrument } }) =>
      instrument.raters.includes(raterOf(way)) && (!isPageWay(way) || instrument.modes.includes('client')),
  )

/** Whether an instrument is made for somebody of this age; also while the age is not known. */
export const isForAge = ({ questionnaire }: ShelfEntry, age: number | null): boolean => {
  const { min, max } = questionnaire.instrument.ages
  return age === null || (age >= (min ?? age) && age <= (max ?? age))
}
