import type { Requirement } from './requirement.ts'

/** What became of an attack. */
export interface Audit {
  pass: boolean
  /** Those that fail, or all whose count is not published; in the order of the table set. */
  cells: AuditedCell[]
  /** How many cells had something to keep. */
  targets: number
  /** Name and version. */
  solver: string
}

export interface AuditedCell {
  at: Record<string, string>
  /** The smallest and the largest count that the attacker cannot rule out; `high` null when nothing bounds it. */
  low: number
  high: number | null
  /** The attacker knows the count. */
  exact: boolean
  because: Fault | null
}

/**
 * Why a cell fails: its count is under k and published; only one number is possible; the interval is narrower than required; it
 * is wide enough, but a number inside that has to be possible is not.
 */
export type Fault = 'published' | 'pinned' | 'narrow' | 'gap'

/** The fault of an interval in which every number is possible. */
export function faultOf({ every, width }: Requirement, low: number, high: number | null): Fault | null {
  const top = high ?? Number.POSITIVE_INFINITY
  if (low === top) return 'pinned'
  const isWide = top - low >= width && (every === undefined || (low <= every[0] && top >= every[1]))
  return isWide ? null : 'narrow'
}
