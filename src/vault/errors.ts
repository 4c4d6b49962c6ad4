/** Why the vault could not do something. Stable: sentences on the screen are chosen by it. */
export type VaultCode =
  // who is asking
  | 'WRONG_PASSPHRASE'
  | 'WEAK_PASSPHRASE'
  | 'TOO_MANY_ATTEMPTS'
  | 'KDF_DOWNGRADE'
  | 'KDF_EXCESSIVE'
  | 'NO_KEY'
  | 'NOT_ADMINISTRATOR'
  | 'INVALID_STAFF'
  | 'UNKNOWN_STAFF'
  | 'RECOVERY_WORDS_INVALID'
  | 'RECOVERY_WORDS_OTHER_VAULT'
  | 'RECOVERY_HALF_MISSING'
  | 'RECOVERY_SHEET_REPLACED'
  | 'LOCKED'
  // who works here
  | 'NOT_ONESELF'
  | 'LAST_ADMINISTRATOR'
  | 'LAST_HOLDER'
  | 'UNKNOWN_CLIENT'
  // what is stored
  | 'NO_VAULT'
  | 'VAULT_EXISTS'
  | 'NEWER_VAULT'
  | 'EARLIER_VAULT'
  | 'RECOVERY_NEEDED'
  | 'UNREADABLE'
  | 'INCOMPLETE'
  | 'DAMAGED_VAULT'
  | 'DAMAGED_RECORD'
  | 'WRONG_KEY'
  | 'RETIRED_KEY'
  | 'NO_CLIENT_KEY'
  | 'UNKNOWN_SUITE'
  | 'UNKNOWN_AUTHOR'
  | 'NEWER_SCHEMA'
  | 'INVALID_RECORD'
  | 'DAMAGED_BOX'
  // what was kept elsewhere
  | 'NOT_A_BACKUP'
  | 'NEWER_BACKUP'
  | 'DAMAGED_BACKUP'
  | 'BACKUP_WITHOUT_KEYS'
  | 'BACKUP_OTHER_VAULT'
  | 'BACKUP_OTHER_SHEET'
  // what is being done
  | 'CONFLICT'
  | 'NOT_SAVED'
  | 'READ_ONLY_WINDOW'
  | 'UNKNOWN_INDEX'
  | 'UNKNOWN_TICKET'
  | 'ANSWERS_WAITING'
  | 'RANDOMNESS_FAILED'

/** `at` names a table, a domain or a field, never a person or what was written about one. */
export class VaultError extends Error {
  readonly code: VaultCode
  readonly at: string | null

  constructor(code: VaultCode, { at = null, cause }: { at?: string | null; cause?: unknown } = {}) {
    super(code, { cause })
    this.name = 'VaultError'
    this.code = code
    this.at = at
  }
}

/** Records changed by someone else since they were read. Nothing was written. */
export class ConflictError extends VaultError {
  readonly ids: readonly string[]

  constructor(ids: readonly string[]) {
    super('CONFLICT')
    this.name = 'ConflictError'
    this.ids = ids
  }
}

/** Waits for a write; whatever storage says, what was not written is NOT_SAVED. */
export const saved = async <T>(write: PromiseLike<T>): Promise<T> => {
  try {
    return await write
  } catch (cause) {
    throw cause instanceof VaultError ? cause : new VaultError('NOT_SAVED', { cause })
  }
}
