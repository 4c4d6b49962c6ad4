import { folded, type Reading, readingsOf } from '../../casework/clients/pinyin-index.ts'
import type { Language } from '../../casework/records/values.ts'
import type { Instrument } from '../../instruments/instrument.ts'
import type { ShelfEntry } from '../../room/contract/library.ts'

export const raterKinds = ['self', 'informant', 'staff'] as const satisfies Instrument['raters']
export type RaterKind = (typeof raterKinds)[number]

/** What is looked for on the shelf; null: no matter. */
export interface Sought {
  text: string
  /** Age in years of the person it is for. */
  age: number | null
  rater: RaterKind | null
  language: Language | null
  offered: boolean | null
}

export const everything: Sought = { text: '', age: null, rater: null, language: null, offered: null }

/** An entry with everything its title can be found by. */
export interface IndexedEntry {
  entry: ShelfEntry
  names: string[]
  readings: Reading[]
}

/** Prepares entries once, to look among them with every letter typed. */
export const indexEntries = (entries: readonly ShelfEntry[]): IndexedEntry[] =>
  entries.map((entry) => {
    const { id, title } = entry.questionnaire.instrument
    const chinese = title['zh-CN']
    return {
      entry,
      names: [id, ...Object.values(title)].map(folded),
      readings: chinese === undefined ? [] : readingsOf(chinese),
    }
  })

/** The entries that fit, in the order given. A title is found by a part of it, its id, its pinyin or its initials. */
export const findEntries = (index: readonly IndexedEntry[], sought: Sought): ShelfEntry[] => {
  const text = folded(sought.text)
  return index
    .filter(
      (one) =>
        fits(one.entry, sought) &&
        (one.names.some((name) => name.includes(text)) ||
          one.readings.some((reading) => isReadAs(reading, text))),
    )
    .map(({ entry }) => entry)
}

const isReadAs = ({ full, starts, initials }: Reading, text: string): boolean =>
  initials.includes(text) || starts.some((start) => full.startsWith(text, start))

const fits = ({ questionnaire: { instrument }, heldBack }: ShelfEntry, sought: Sought): boolean => {
  const { ages, raters, languages } = instrument
  const { age, rater, language, offered } = sought
  return (
    (age === null || (age >= (ages.min ?? age) && age <= (ages.max ?? age))) &&
    (rater === null || raters.includes(rater)) &&
    (language === null || languages.includes(language)) &&
    (offered === null || offered === (heldBack === null))
  )
}
