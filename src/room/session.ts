import { checkChange } from '../casework/check-change.ts'
import type { RecordKind, Stored } from '../casework/record.ts'
import type { StaffMember } from '../casework/staff.ts'
import type { UnitProfile } from '../casework/unit-profile.ts'
import type { Change, OpenVault } from '../vault/vault.ts'
import { RoomError } from './room-error.ts'

/** A kind's records as they stand, and how many of them could not be read. */
interface Shelf<T> {
  records: Stored<T>[]
  unreadable: number
}

/** One unlocked sitting: the vault, the unit it belongs to, and what has been read so far. */
export interface Session {
  vault: OpenVault
  unit: UnitProfile
  me: StaffMember
  /** Empty when the role holds no key to this kind: what may not be read is not there. */
  list<T>(kind: RecordKind<T>): Promise<Shelf<T>>
  /** Rejects with NOT_FOUND, or with what is wrong with the record. */
  get<T>(kind: RecordKind<T>, id: string): Promise<Stored<T>>
  /** Saves all changes or none; resolves once they are on disk. */
  commit(changes: Change[]): Promise<void>
}

/** Opens a sitting over a vault. Lists are read once and kept in step: this window is the only writer. */
export const beginSession = (vault: OpenVault, unit: UnitProfile): Session => {
  const shelves = new Map<string, Promise<Shelf<unknown>>>()

  const shelfOf = (kind: RecordKind<unknown>): Promise<Shelf<unknown>> => {
    const known = shelves.get(kind.table)
    if (known) return known
    const read = vault
      .list(kind)
      .then(({ records, unreadable }) => ({ records, unreadable: unreadable.length }))
    shelves.set(kind.table, read)
    return read
  }

  const get = async <T>(kind: RecordKind<T>, id: string): Promise<Stored<T>> => {
    const record = await vault.get(kind, id)
    if (!record) throw new RoomError('NOT_FOUND')
    return record
  }

  const check = async ({ kind, id, expectedRevision, value }: Change): Promise<void> => {
    if (expectedRevision === 0) return
    const checked = checkChange(kind, (await get(kind, id)).value, value)
    if (!checked.ok) throw new RoomError(checked.refusal.code)
  }

  const place = async ({ kind, id, expectedRevision, value }: Change): Promise<void> => {
    const shelf = await shelves.get(kind.table)
    if (!shelf) return
    const record = { id, revision: expectedRevision + 1, value }
    const position = shelf.records.findIndex((other) => other.id === id)
    if (position < 0) shelf.records.push(record)
    else shelf.records[position] = record
  }

  return {
    vault,
    unit,
    me: vault.staff,
    async list<T>(kind: RecordKind<T>) {
      if (!vault.opens(kind.domain)) return { records: [], unreadable: 0 }
      return (await shelfOf(kind)) as Shelf<T>
    },
    get,
    async commit(changes) {
      for (const change of changes) await check(change)
      await vault.commit(changes)
      for (const change of changes) await place(change)
    },
  }
}
