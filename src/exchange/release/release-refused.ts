import type { GuardCode } from './guard.ts'

/** Why nothing is released. Whatever is found, no file is written. */
export const releaseRefusals = [
  /** A figure could be worked out from what would be published. */
  'RELEASE_NOT_PROTECTED',
  /** The bytes do not say what was meant. */
  'RELEASE_NOT_READ_BACK',
  /** The published figures are not the true ones, or true ones do not add up. */
  'RELEASE_RESIDUAL',
  /** Two implementations of the attack found different things. */
  'RELEASE_OPINIONS_DIFFER',
  /** The solver gave no answer that can be relied on. */
  'RELEASE_SOLVER',
  'RELEASE_TIMEOUT',
  /** By whoever asked. */
  'RELEASE_STOPPED',
  /** What a table counts was published for an overlapping period. */
  'RELEASE_OVERLAPS',
  /** The same, in a package that was lost here and taken back: what it was counted from is not known any more. */
  'RELEASE_TRUTH_LOST',
  /** Another plan or profile was used earlier in the same year. */
  'RELEASE_PLAN_CHANGED',
] as const
export type ReleaseRefusal = (typeof releaseRefusals)[number]

/** Nothing may be released. `at`: the table, or the tables that were looked at together. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError'
  readonly code: ReleaseRefusal
  readonly at: string
  constructor(code: ReleaseRefusal, at: string) {
    super(`${code} ${at}`)
    this.code = code
    this.at = at
  }
}

const byGuardCode: Record<GuardCode, ReleaseRefusal> = {
  UNPROTECTABLE: 'RELEASE_NOT_PROTECTED',
  TIMEOUT: 'RELEASE_TIMEOUT',
  SOLVER: 'RELEASE_SOLVER',
  CANCELLED: 'RELEASE_STOPPED',
  INCONSISTENT: 'RELEASE_RESIDUAL',
  DISAGREEMENT: 'RELEASE_OPINIONS_DIFFER',
  TABLE_SET_INVALID: 'RELEASE_RESIDUAL',
}

/** What a guard's failure means for the release. */
export const refusalFor = (code: GuardCode): ReleaseRefusal => byGuardCode[code]
