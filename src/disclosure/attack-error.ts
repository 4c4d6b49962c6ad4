/**
 * TIMEOUT: not decided in time. SOLVER: the solver did not answer as it must. CANCELLED: by whoever asked. INCONSISTENT:
 * the true counts do not add up, or no whole numbers do. DISAGREEMENT: two implementations found different things.
 */
export type AttackErrorCode = 'TIMEOUT' | 'SOLVER' | 'CANCELLED' | 'INCONSISTENT' | 'DISAGREEMENT'

/** An attack that came to no result; nothing may be released on it. */
export class AttackError extends Error {
  override readonly name = 'AttackError'
  readonly code: AttackErrorCode
  constructor(code: AttackErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
