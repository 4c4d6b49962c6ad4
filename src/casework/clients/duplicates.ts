import type { Client } from './client.ts'
import { type ClientEntry, clientEntry } from './client-entry.ts'
import { calledName } from './shown-name.ts'

/** What two clients have in common; `similarName`: one character more, less or different. */
export const resemblances = ['name', 'phone', 'birthDate', 'pinyin', 'similarName'] as const
export type Resemblance = (typeof resemblances)[number]

/** Someone already registered who may be the same person, and what made us think so, strongest first. */
export interface PossibleDuplicate {
  id: string
  fileNumber: string
  name: string
  birthDate: string | null
  because: Resemblance[]
}

/** What is known of somebody who may be registered already: no field of it is needed. */
export type Sought = Pick<Client, 'name' | 'alias' | 'birthDate' | 'sex' | 'phone'>

/**
 * Who among the registered clients may be the one about to be registered, likeliest first. A similar name alone is not
 * enough, nor is a birth date shared by a woman and a man.
 */
export const possibleDuplicates = (sought: Sought, entries: readonly ClientEntry[]): PossibleDuplicate[] =>
  duplicateFinder(entries)(
    clientEntry({
      id: '',
      value: { ...sought, fileNumber: '', township: null, registeredAt: '', registeredBy: '' },
    }),
  )

/** `possibleDuplicates` for many, one after the other: nobody is compared who has nothing in common with whom is sought. */
export function duplicateFinder(
  entries: readonly ClientEntry[],
): (sought: ClientEntry) => PossibleDuplicate[] {
  const places = new Map<string, number[]>()
  entries.forEach((entry, place) => {
    for (const mark of marksOf(entry)) {
      const known = places.get(mark)
      if (known) known.push(place)
      else places.set(mark, [place])
    }
  })
  return (sought) => {
    const alike = new Set([...marksOf(sought)].flatMap((mark) => places.get(mark) ?? []))
    return [...alike]
      .sort((a, b) => a - b)
      .flatMap((place) => entries[place] ?? [])
      .map((entry) => ({ entry, because: resemblancesOf(sought, entry) }))
      .filter(({ because }) => because.length > 1 || (because.length === 1 && because[0] !== 'similarName'))
      .sort((a, b) => weightOf(b.because) - weightOf(a.because))
      .map(({ entry: { id, client }, because }) => ({
        id,
        fileNumber: client.fileNumber,
        name: calledName(client),
        birthDate: client.birthDate,
        because,
      }))
  }
}

/** Two people have a resemblance, other than a similar name alone, only when they share one of these. */
const marksOf = ({ name, alias, readings, phone, client }: ClientEntry): Set<string> =>
  new Set([
    ...calledBy({ name, alias }).map((called) => `name ${called}`),
    ...readings.map(({ full }) => `pinyin ${full}`),
    ...(phone === '' ? [] : [`phone ${phone}`]),
    ...(client.birthDate === null ? [] : [`born ${client.birthDate}`]),
  ])

const calledBy = ({ name, alias }: Pick<ClientEntry, 'name' | 'alias'>): string[] =>
  [name, alias].filter((called) => called !== '')

function resemblancesOf(drafted: ClientEntry, entry: ClientEntry): Resemblance[] {
  const because: Resemblance[] = []
  const [mine, theirs] = [calledBy(drafted), calledBy(entry)]
  const sameName = mine.some((called) => theirs.includes(called))
  const samePinyin = drafted.readings.some(({ full }) => entry.readings.some((other) => other.full === full))
  const birthDate = drafted.client.birthDate
  if (sameName) because.push('name')
  if (drafted.phone !== '' && drafted.phone === entry.phone) because.push('phone')
  if (birthDate !== null && birthDate === entry.client.birthDate && sexesAgree(drafted, entry))
    because.push('birthDate')
  if (!sameName && samePinyin) because.push('pinyin')
  if (!sameName && mine.some((called) => theirs.some((other) => isSimilar([...called], [...other]))))
    because.push('similarName')
  return because
}

const weights: Record<Resemblance, number> = { name: 8, phone: 7, birthDate: 4, pinyin: 3, similarName: 1 }
const weightOf = (because: readonly Resemblance[]) => because.reduce((sum, one) => sum + weights[one], 0)

const sexesAgree = ({ client: a }: ClientEntry, { client: b }: ClientEntry) =>
  a.sex === null || b.sex === null || a.sex === b.sex

/** Two names, one edit apart, with at least two characters that stayed. */
function isSimilar(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length < 3 || long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  let end = 0
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++
  return start + end >= long.length - 1
}
