import { Dexie, type Table } from 'dexie'
import { auditEntryKind } from '../../casework/records/audit-entry.ts'
import { auditHeadKind } from '../../casework/records/audit-head.ts'
import type { Domain, RecordKind } from '../../casework/records/record.ts'
import type { Language } from '../../casework/records/values.ts'
import type { Role, StaffMember } from '../../casework/staff/staff.ts'
import type { UnitProfile } from '../../casework/unit/unit-profile.ts'
import { VaultError } from '../errors.ts'
import type { AttemptRow } from '../keys/attempt-delay.ts'
import type { PassphraseWrap } from '../keys/passphrase-wrap.ts'
import type { Bytes } from '../primitives/bytes.ts'
import { readable } from './unreadable.ts'

/** Layout of the stored rows; a release refuses a vault of a higher one. */
export const layoutVersion = 2

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

/** The recovery identity of one sheet: its number, counted from 1, whether it stands on two papers, and its public keys. */
export interface SheetKeys {
  sheet: number
  halves: boolean
  sealKey: Bytes
  signKey: Bytes
}

/** What can be read without a key; all but the unit's name and language is signed by the recovery identity in use. */
export interface HeaderRow extends Row {
  vaultId: string
  layout: number
  kind: UnitProfile['kind']
  /** For the lock screen, and the language it greets in. */
  unitName: string
  language: Language
  domains: DomainPublicKey[]
  /** The first sheet's signing key: the orders begin with it, and lead to the one in use. */
  root: Bytes
  recovery: SheetKeys
  signature: Bytes
}

/** A member of staff as the lock screen shows them, with their private keys under the passphrase. Only orders say who is staff. */
export interface StaffRow extends Row, StaffMember, PassphraseWrap {
  sealKey: Bytes
  /** Newest first; former ones stay, so that what they signed can still be checked. */
  signKeys: Bytes[]
}

/**
 * Who somebody is and what they do here from now on, as an administrator or the recovery identity signed it. Orders are
 * numbered from 1, which is their id, and each says which came before it.
 */
export interface OrderRow extends Row {
  staffId: string
  name: string
  /** None for somebody who works here no longer. */
  roles: Role[]
  sealKey: Bytes
  signKeys: Bytes[]
  /** Domains that get a new secret for it. */
  renews: Domain[]
  signedBy: string
  signature: Bytes
  /** Of an order that puts a new recovery sheet in the place of the one before; it says so itself, too. */
  sheet?: Pick<SheetKeys, 'sheet' | 'halves'> & { accepted: Bytes }
}

/** The public key of a generation that an order asked for, signed by somebody entitled to the domain, who drew the secret. */
export interface GenerationRow extends Row, DomainPublicKey {
  madeBy: string
  signature: Bytes
}

/** One domain secret for one member of staff, or for the recovery identity. */
export interface GrantRow extends Row {
  staffId: string
  domain: Domain
  generation: number
  sealed: Bytes
  /** Of a grant to the recovery identity: the sheet it is sealed to. */
  sheet?: number
}

/**
 * The key of one client's records in one generation of a domain; without it they are noise, in the database and in every
 * later copy.
 */
export interface ClientKeyRow extends Row {
  clientId: string
  domain: Domain
  generation: number
  /** nonce 12 | encrypted key 32 | tag 16 */
  wrapped: Bytes
}

/** What every commit leaves: which rows there are. `revision` is the number of the commit, counted from 1. */
export interface HeadRow extends Row {
  sealed: Bytes
}

/** From layout 2 on every commit leaves a head; before there was none. */
export const isCounted = (header: Row): boolean => !('layout' in header) || header.layout !== 1

export const headId = 'head'
export const headerId = 'header'
/** Stands for the recovery identity where a member of staff's id stands otherwise. */
export const recoveryId = 'recovery'

/** Tables of what is derived or passing: in no head, no journal, no snapshot and no backup. */
export const localTables = {
  /** Databases this one took the place of. */
  former: 'name',
  /** Wrong passphrases, by member of staff. */
  attempts: 'id',
  /** What is being written and not saved yet. */
  drafts: 'id',
  /** Summaries of many clients in one envelope. */
  pages: 'id',
  /** Clients whose summary is out of date. */
  stale: 'id',
  /** What was done where nothing could be entered, until somebody at work enters it. */
  owed: 'id',
  /** Clients who were erased here, until no other copy on this machine holds their keys either. */
  erasures: 'id',
  /** When this was brought back from a backup last; one row, none where it never was. */
  restored: 'id',
} as const
export type LocalTable = keyof typeof localTables

/** A database that was set aside when it was rebuilt or another was restored, and when. */
export interface FormerDatabase {
  name: string
  setAsideAt: string
  /** From then on it may be deleted; left out: never by itself. */
  keptUntil?: string
}

/** That the records were brought back from a backup, and when. */
export interface RestoredRow {
  id: 'last'
  at: string
}

/** The stored rows: one table per record kind, and the vault's own. Every write is flushed to disk before it counts. */
export class VaultDatabase extends Dexie {
  declare readonly vault: Table<HeaderRow, string>
  declare readonly staff: Table<StaffRow, string>
  declare readonly orders: Table<OrderRow, string>
  declare readonly generations: Table<GenerationRow, string>
  declare readonly grants: Table<GrantRow, string>
  declare readonly clientKeys: Table<ClientKeyRow, string>
  declare readonly head: Table<HeadRow, string>
  declare readonly former: Table<FormerDatabase, string>
  declare readonly attempts: Table<AttemptRow, string>
  declare readonly restored: Table<RestoredRow, string>

  constructor(name: string, kinds: readonly RecordKind<unknown>[]) {
    super(name, { chromeTransactionDurability: 'strict' })
    const records = kinds.map(({ table }): [string, string] => [table, 'id, *index'])
    // Rises with every release that adds a table, so that a database of an earlier one gets it.
    this.version(4).stores({
      ...Object.fromEntries(records),
      vault: 'id',
      staff: 'id',
      orders: 'id',
      generations: 'id',
      grants: 'id, staffId',
      clientKeys: 'id, clientId',
      head: 'id',
      // Every vault has its trail, whatever kinds of records it holds; nothing but the trail itself writes there.
      [auditEntryKind.table]: 'id',
      [auditHeadKind.table]: 'id',
      ...localTables,
    })
    for (const table of this.tables) table.hook('reading', readable(table.name))
  }

  records({ table }: RecordKind<unknown>): Table<RecordRow, string> {
    return this.table(table)
  }

  /** Names of the tables whose rows the head counts. */
  get kept(): string[] {
    return this.tables.map(({ name }) => name).filter((name) => name !== 'head' && !(name in localTables))
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
