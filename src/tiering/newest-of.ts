import type { Evidence } from './evidence.ts'

/** How much later one moment is than another; below 0 when it is earlier. Moments are UTC, but may be written to different precision. */
export const laterBy = (one: string, other: string): number => {
  if (one === other) return 0
  if (one.length === other.length) return one > other ? 1 : -1
  return Date.parse(one) - Date.parse(other)
}

/** Made later; of two made at the same moment always the same one, whatever their order. */
export const isNewer = (one: Evidence, other: Evidence): boolean => {
  const later = laterBy(one.at, other.at)
  if (later !== 0) return later > 0
  return one.id === other.id ? JSON.stringify(one) > JSON.stringify(other) : one.id > other.id
}

export const newestOf = (evidence: readonly Evidence[]): Evidence | null =>
  evidence.reduce<Evidence | null>(
    (newest, one) => (newest === null || isNewer(one, newest) ? one : newest),
    null,
  )
