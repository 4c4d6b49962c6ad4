import type { ClientEntry } from './client-entry.ts'
import { folded, type Reading } from './pinyin-index.ts'

/** How pinyin may match, best first. */
const pinyinMatches: ((reading: Reading, sought: string) => boolean)[] = [
  ({ full }, sought) => full === sought,
  ({ initials }, sought) => initials === sought,
  ({ full }, sought) => full.startsWith(sought),
  ({ initials }, sought) => initials.startsWith(sought),
  ({ full, starts }, sought) => starts.some((start) => full.startsWith(sought, start)),
  ({ initials }, sought) => initials.includes(sought),
]
const firstPinyinRank = 3
const worstRank = firstPinyinRank + pinyinMatches.length
/** Shorter runs of digits stand in too many phone numbers to mean one. */
const shortestPhonePart = 3

/**
 * Ids of the clients a query may mean, best match first, then in the order given; all of them for an empty query.
 * Looked for: name, alias, their pinyin and initials, file number, phone.
 */
export function findClients(entries: readonly ClientEntry[], query: string): string[] {
  const sought = folded(query)
  if (sought === '') return entries.map(({ id }) => id)
  const byRank: string[][] = Array.from({ length: worstRank + 1 }, () => [])
  const rankOf = /^\d+$/.test(sought) ? rankOfDigits : rankOfText
  for (const entry of entries) {
    const rank = rankOf(entry, sought)
    if (rank !== null) byRank[rank]?.push(entry.id)
  }
  return byRank.flat()
}

function rankOfText({ name, alias, fileNumber, readings }: ClientEntry, sought: string): number | null {
  if (name === sought || alias === sought || fileNumber === sought) return 0
  if (name.startsWith(sought) || alias.startsWith(sought)) return 1
  if (name.includes(sought) || alias.includes(sought)) return 2
  const isRead = readings.some(({ full, initials }) => full.includes(sought) || initials.includes(sought))
  if (!isRead) return null
  const best = pinyinMatches.findIndex((matches) => readings.some((reading) => matches(reading, sought)))
  return best < 0 ? null : firstPinyinRank + best
}

function rankOfDigits({ name, alias, fileNumber, phone }: ClientEntry, sought: string): number | null {
  if (name === sought || alias === sought || fileNumber === sought) return 0
  if (fileNumber.endsWith(sought)) return 1
  if (name.includes(sought) || alias.includes(sought)) return 2
  if (sought.length >= shortestPhonePart && phone.includes(sought)) return phone.endsWith(sought) ? 3 : 4
  return fileNumber.includes(sought) ? worstRank : null
}
