import { Dexie, type Table } from 'dexie'
import type { Domain, RecordKind } from '../casework/record.ts'
import type { StaffMember } from '../casework/staff.ts'
import type { UnitProfile } from '../casework/unit-profile.ts'
import type { Language } from '../casework/values.ts'
import type { Bytes } from './bytes.ts'
import { VaultError } from './errors.ts'
import type { PassphraseWrap } from './passphrase-wrap.ts'

/** Layout of the stored rows; a release refuses a vault of a higher one. */
export const layoutVersion = 1

/** Every stored row counts its changes from 1, so that two writers cannot overwrite each other. */
export interface Row {
  id: string
  revision: number
}

/** A sealed record. The only plain columns there are. */
export interface RecordRow extends Row {
  domain: Domain
  /** Blind index entries, `name:keyed hash`. */
  index: string[]
  envelope: Bytes
}

export interface DomainPublicKey {
  domain: Domain
  generation: number
  publicKey: Bytes
}

/** What can be read without a key; all but the unit's name and language is signed by the recovery identity. */
export interface HeaderRow extends Row {
  vaultId: string
  layout: number
  kind: UnitProfile['kind']
  /** For the lock screen, and the language it greets in. */
  unitName: string
  language: Language
  domains: DomainPublicKey[]
  recovery: { sealKey: Bytes; signKey: Bytes }
  signature: Bytes
}

/** A member of staff: public keys, and the private ones under the passphrase. */
export interface StaffRow extends Row, StaffMember, PassphraseWrap {
  sealKey: Bytes
  /** Newest first; former ones stay, so that what they signed can still be checked. */
  signKeys: Bytes[]
  /** The administrator, or the recovery identity, who vouches for name, roles and keys. */
  signedBy: string
  signature: Bytes
}

/** One domain secret for one member of staff, allowed by an administrator's signature. */
export interface GrantRow extends Row {
  staffId: string
  domain: Domain
  generation: number
  /** Null until someone who holds the domain has sealed it. */
  sealed: Bytes | null
  signedBy: string
  signature: Bytes
}

export const headerId = 'header'
/** Stands for the recovery identity where a member of staff's id stands otherwise. */
export const recoveryId = 'recovery'

/** The stored rows: one table per record kind, and the vault's own. Every write is flushed to disk before it counts. */
export class VaultDatabase extends Dexie {
  declare readonly vault: Table<HeaderRow, string>
  declare readonly staff: Table<StaffRow, string>
  declare readonly grants: Table<GrantRow, string>

  constructor(name: string, kinds: readonly RecordKind<unknown>[]) {
    super(name, { chromeTransactionDurability: 'strict' })
    const records = kinds.map(({ table }): [string, string] => [table, 'id, *index'])
    // Rises with every release that adds a table, so that a database of an earlier one gets it.
    this.version(2).stores({
      ...Object.fromEntries(records),
      vault: 'id',
      staff: 'id',
      grants: 'id, staffId',
    })
  }

  records({ table }: RecordKind<unknown>): Table<RecordRow, string> {
    return this.table(table)
  }

  /**
   * Throws NO_VAULT when there is none, DAMAGED_VAULT when only its header is missing, and NEWER_VAULT when a newer release
   * made it.
   */
  async header(): Promise<HeaderRow> {
    const header = await this.vault.get(headerId)
    if (!header) {
      const counts = await Promise.all(this.tables.map((table) => table.count()))
      if (counts.some((rows) => rows > 0)) throw new VaultError('DAMAGED_VAULT', { at: 'vault' })
      throw new VaultError('NO_VAULT')
    }
    if (header.layout > layoutVersion) throw new VaultError('NEWER_VAULT')
    return header
  }
}
