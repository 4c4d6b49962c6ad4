/** What can be wrong with a store; each has its sentence. */
export const storeProblems = [
  /** Nothing answers at the address, or it stopped answering: what was under way there was undone. */
  'STORE_UNREACHABLE',
  /** The server does not let us in: name, password, database or rights. */
  'STORE_REFUSED',
  /** The address cannot be read as one. */
  'STORE_ADDRESS_INVALID',
  /** Made by another version of this program, or by another program. It is left as it is. */
  'STORE_VERSION',
  /** The connection broke while a change was being confirmed: it may have been kept. Doing it again does no harm. */
  'STORE_BROKEN_OFF',
  /** The server has no space, memory or connection left. */
  'STORE_EXHAUSTED',
  /** Another program of ours has the folder open. */
  'STORE_IN_USE',
  /** Anything else. */
  'STORE_FAILED',
] as const
export type StoreProblem = (typeof storeProblems)[number]

/**
 * A store that could not be opened or did not do what it was asked. What the server or the driver said stays behind: it may name the
 * user, the address or what was typed as a password.
 */
export class StoreError extends Error {
  readonly code: StoreProblem
  /** SQLSTATE, five letters or digits, when a server gave one. */
  readonly sqlState: string | null

  constructor(code: StoreProblem, sqlState: string | null = null) {
    super(sqlState === null ? code : `${code} (${sqlState})`)
    this.name = 'StoreError'
    this.code = code
    this.sqlState = sqlState
  }
}
