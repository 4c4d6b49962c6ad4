import type { Audit } from '../../disclosure/audit.ts'
import type { TableSet } from '../../disclosure/table-set.ts'

/** Who protects and attacks table sets: in this thread, or in a worker that can be ended. */
export interface Guard {
  /**
   * Withholds whatever has to be withheld. `secret`: ties are broken by it, so that the pattern tells nothing.
   * Throws an error with one of `guardCodes`.
   */
  protect(set: TableSet, secret: Uint8Array): Promise<TableSet>
  /** Attacks with linear programs, then asks the second implementation about a sample drawn by `draw`. Throws as `protect`. */
  attack(set: TableSet): Promise<Audit>
}

/** Why there is no result; nothing may be released on it. */
export const guardCodes = [
  'UNPROTECTABLE',
  'TIMEOUT',
  'SOLVER',
  'CANCELLED',
  'INCONSISTENT',
  'DISAGREEMENT',
  'TABLE_SET_INVALID',
] as const
export type GuardCode = (typeof guardCodes)[number]

/** The code of what a guard threw; SOLVER for what nobody foresaw, so that it fails closed. */
export const guardCodeOf = (problem: unknown): GuardCode => {
  const code = problem instanceof Error && 'code' in problem ? problem.code : null
  return guardCodes.find((known) => known === code) ?? 'SOLVER'
}

/** A guard that gave no result. */
export class GuardError extends Error {
  override readonly name = 'GuardError'
  readonly code: GuardCode
  constructor(code: GuardCode) {
    super(code)
    this.code = code
  }
}
