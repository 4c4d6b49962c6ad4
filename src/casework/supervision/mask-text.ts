import { bareText, type FoldedText, foldText, separators } from '../clients/folded-text.ts'
import { nameSpellings } from '../clients/name-spellings.ts'
import {
  contactPatterns,
  datePatterns,
  isNoPlace,
  monthOfDate,
  numberPatterns,
  placePatterns,
} from './telling-patterns.ts'
import { hamletPatterns, unlistedNamePatterns } from './unlisted-names.ts'

/** What a gap stands for; where several were found at one place, the first of these. */
export const maskKinds = ['name', 'contact', 'number', 'place', 'date'] as const
export type MaskKind = (typeof maskKinds)[number]

/** What was taken out of a text; of a date, the month it lies in where that may be said. */
export interface Gap {
  masked: MaskKind
  month: string | null
}

/** A text in pieces: words as they stood, and the gaps between them. */
export type MaskedText = (string | Gap)[]

/** What tells who a text is about. */
export interface Identifying {
  /** Names in full, of everybody. */
  people: readonly string[]
  places: readonly string[]
  /** File numbers, phones, whatever else. */
  others: readonly string[]
  /** `YYYY-MM`: of dates before it not even the month is left; a birthday would be one. */
  monthsFrom: string
}

interface Found extends Gap {
  from: number
  to: number
}

const foundAt = ({ starts, ends }: FoldedText, at: number, length: number, gap: Gap): Found[] => {
  const [from, to] = [starts[at], ends[at + length - 1]]
  return from === undefined || to === undefined || length === 0 ? [] : [{ from, to, ...gap }]
}

const gapOf = (masked: MaskKind): Gap => ({ masked, month: null })

const matched = (
  folded: FoldedText,
  patterns: readonly RegExp[],
  gap: (match: RegExpExecArray) => Gap | null,
): Found[] =>
  patterns.flatMap((pattern) =>
    [...folded.text.matchAll(pattern)].flatMap((match) => {
      const of = gap(match)
      return of === null ? [] : foundAt(folded, match.index, match[0].length, of)
    }),
  )

const occurring = (folded: FoldedText, sought: readonly string[], masked: MaskKind): Found[] =>
  [...new Set(sought)]
    .filter((one) => one !== '')
    .flatMap((one) => {
      const found: Found[] = []
      for (let at = folded.text.indexOf(one); at >= 0; at = folded.text.indexOf(one, at + 1))
        found.push(...foundAt(folded, at, one.length, gapOf(masked)))
      return found
    })

/** A word by itself, whose letters may stand apart: `z.s.` is `zs`. */
const asWord = (word: string): RegExp =>
  new RegExp(`(?<![a-z])${[...word].join("[\\s.·'-]?")}(?![a-z])`, 'gu')

function foundIn(text: string, { people, places, others, monthsFrom }: Identifying): Found[] {
  const tight = foldText(text, separators)
  const loose = foldText(text)
  const joined = foldText(text, /\s/u)
  const names = people.map(nameSpellings)
  return [
    ...occurring(
      tight,
      names.flatMap(({ anywhere }) => anywhere),
      'name',
    ),
    ...matched(loose, names.flatMap(({ words }) => words).map(asWord), () => gapOf('name')),
    ...matched(
      tight,
      names.flatMap(({ called }) => called),
      () => gapOf('name'),
    ),
    ...occurring(tight, places.map(bareText), 'place'),
    ...occurring(tight, others.map(bareText), 'number'),
    ...matched(loose, contactPatterns, () => gapOf('contact')),
    ...matched(loose, numberPatterns, () => gapOf('number')),
    ...matched(joined, unlistedNamePatterns, () => gapOf('name')),
    ...matched(joined, hamletPatterns, () => gapOf('place')),
    ...matched(loose, placePatterns, ([whole]) => (isNoPlace(whole) ? null : gapOf('place'))),
    ...matched(loose, datePatterns, ({ groups }) => {
      const month = monthOfDate(groups)
      return { masked: 'date', month: month !== null && month >= monthsFrom ? month : null }
    }),
  ]
}

const isWithin = (inner: Found, outer: Found): boolean => outer.from <= inner.from && inner.to <= outer.to

/** What two things found at one place are together. A date is digits, too, and stays a date. */
function merged(a: Found, b: Found): Found {
  const range = { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) }
  for (const [date, other] of [
    [a, b],
    [b, a],
  ] as const)
    if (date.masked === 'date' && ['number', 'date', 'place'].includes(other.masked) && isWithin(other, date))
      return { ...date, month: date.month ?? (isWithin(date, other) ? other.month : null) }
  const masked = maskKinds.find((kind) => kind === a.masked || kind === b.masked) ?? a.masked
  return { ...range, ...gapOf(masked) }
}

/**
 * A text without what tells who it is about: names in every spelling, how to reach somebody, numbers of five digits and more, places,
 * and days. What lies side by side becomes one gap. Of names and places that nobody listed only those are found that are spoken of as such:
 * somebody reads it over before it is shown to others.
 */
export function maskText(text: string, identifying: Identifying): MaskedText {
  const gaps: Found[] = []
  for (const one of foundIn(text, identifying).toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = gaps.at(-1)
    if (last === undefined || one.from >= last.to) gaps.push(one)
    else gaps[gaps.length - 1] = merged(last, one)
  }
  const pieces: MaskedText = []
  let at = 0
  for (const { from, to, masked, month } of gaps) {
    if (from > at) pieces.push(text.slice(at, from))
    pieces.push({ masked, month })
    at = to
  }
  if (at < text.length) pieces.push(text.slice(at))
  return pieces
}
