import { checkChange } from '../casework/check-change.ts'
import type { RecordKind, Stored } from '../casework/record.ts'
import type { StaffMember } from '../casework/staff.ts'
import type { UnitProfile } from '../casework/unit-profile.ts'
import { ConflictError } from '../vault/errors.ts'
import type { Change, OpenVault } from '../vault/vault.ts'
import { RoomError } from './room-error.ts'
import { type Shelf, Shelves } from './shelves.ts'

/** One unlocked sitting: the vault, the unit it belongs to, and what has been read so far. */
export interface Session {
  vault: OpenVault
  unit: UnitProfile
  me: StaffMember
  /** Empty when the role holds no key to this kind: what may not be read is not there. */
  list<T>(kind: RecordKind<T>): Promise<Shelf<T>>
  /** Rejects with NOT_FOUND, or with what is wrong with the record. */
  get<T>(kind: RecordKind<T>, id: string): Promise<Stored<T>>
  /**
   * Saves all changes or none; resolves once they are on disk. Rejects with CONFLICT when a record is no longer the one
   * that was changed, RECORD_CLOSED when it may not change so, or as the vault does.
   */
  commit(changes: readonly Change[]): Promise<void>
}

/** Opens a sitting over a vault. Lists are read once and kept in step: this window is the only writer. */
export const beginSession = (vault: OpenVault, unit: UnitProfile): Session => {
  const shelves = new Shelves(vault)

  const get = async <T>(kind: RecordKind<T>, id: string): Promise<Stored<T>> => {
    const record = await vault.get(kind, id)
    if (!record) throw new RoomError('NOT_FOUND')
    return record
  }

  const check = async ({ kind, id, expectedRevision, value }: Change): Promise<void> => {
    if (expectedRevision === 0) return
    const before = await get(kind, id)
    if (before.revision !== expectedRevision) throw new ConflictError([id])
    const checked = checkChange(kind, before.value, value)
    if (!checked.ok) throw new RoomError(checked.refusal.code)
  }

  return {
    vault,
    unit,
    me: vault.staff,
    list: async <T>(kind: RecordKind<T>): Promise<Shelf<T>> =>
      vault.opens(kind.domain) ? shelves.of(kind) : { records: [], unreadable: 0 },
    get,
    async commit(changes) {
      for (const change of changes) await check(change)
      await vault.commit(changes)
      shelves.put(changes)
    },
  }
}
