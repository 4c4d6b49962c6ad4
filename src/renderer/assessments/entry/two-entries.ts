import type { Instrument } from '../../../instruments/instrument.ts'
import type { Answers } from '../../../instruments/vectors.ts'
import { skippedItems } from '../../../scoring/skipped-items.ts'

/** A question that was entered in two ways; null: left open. */
export interface Difference {
  question: string
  first: number | null
  second: number | null
}

/** Which of the two entries is right, by question. */
export type Settlement = Readonly<Record<string, 'first' | 'second'>>

/** Where two entries of one paper form differ, in the order of the form. */
export const differences = ({ items }: Instrument, first: Answers, second: Answers): Difference[] =>
  items
    .map(({ id }) => ({ question: id, first: first[id] ?? null, second: second[id] ?? null }))
    .filter((one) => one.first !== one.second)

/** The first entry with every difference settled; questions that are skipped then carry no answer. */
export function settled(
  instrument: Instrument,
  first: Answers,
  second: Answers,
  settlement: Settlement,
): Answers {
  const chosen = { ...first }
  for (const { question, second: other } of differences(instrument, first, second)) {
    if (settlement[question] !== 'second') continue
    if (other === null) delete chosen[question]
    else chosen[question] = other
  }
  for (const item of skippedItems(instrument, chosen)) delete chosen[item]
  return chosen
}
