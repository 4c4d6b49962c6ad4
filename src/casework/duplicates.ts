import type { Client } from './client.ts'
import { type ClientEntry, clientEntry } from './client-entry.ts'

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

/**
 * Who among the registered clients may be the one about to be registered, likeliest first. A similar name alone is not
 * enough, nor is a birth date shared by a woman and a man.
 */
export function possibleDuplicates(
  draft: Pick<Client, 'name' | 'birthDate' | 'sex' | 'phone'>,
  entries: readonly ClientEntry[],
): PossibleDuplicate[] {
  const drafted = clientEntry({
    id: '',
    value: { ...draft, fileNumber: '', township: null, registeredAt: '', registeredBy: '' },
  })
  return entries
    .map((entry) => ({ entry, because: resemblancesOf(drafted, entry) }))
    .filter(({ because }) => because.length > 1 || (because.length === 1 && because[0] !== 'similarName'))
    .sort((a, b) => weightOf(b.because) - weightOf(a.because))
    .map(({ entry: { id, client }, because }) => ({
      id,
      fileNumber: client.fileNumber,
      name: client.name,
      birthDate: client.birthDate,
      because,
    }))
}

function resemblancesOf(drafted: ClientEntry, entry: ClientEntry): Resemblance[] {
  const because: Resemblance[] = []
  const sameName = drafted.name === entry.name
  const samePinyin = drafted.readings.some(({ full }) => entry.readings.some((other) => other.full === full))
  const birthDate = drafted.client.birthDate
  if (sameName) because.push('name')
  if (drafted.phone !== '' && drafted.phone === entry.phone) because.push('phone')
  if (birthDate !== null && birthDate === entry.client.birthDate && sexesAgree(drafted, entry))
    because.push('birthDate')
  if (!sameName && samePinyin) because.push('pinyin')
  if (!sameName && isSimilar([...drafted.name], [...entry.name])) because.push('similarName')
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
