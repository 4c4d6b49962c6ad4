import { type BackupEntry, backupEntryKind } from '../../casework/records/backup-entry.ts'
import type { Stored } from '../../casework/records/record.ts'
import { now } from '../clock.ts'
import type { BackupStanding } from '../contract/backup.ts'
import type { Seat } from '../seat.ts'
import { backupStanding } from './standing.ts'

/** Where a backup lies: on this computer, in a folder of this name, or in a file that was saved somewhere. */
export type BackupPlacement = Pick<BackupEntry, 'where' | 'folder'>

/** What the records say of backups: each that was made or refused, what it was found to be, and what became of it. */
export class BackupLedger {
  readonly #seat: Seat

  constructor(seat: Seat) {
    this.#seat = seat
  }

  async entries(): Promise<readonly Stored<BackupEntry>[]> {
    return (await this.#seat.session().list(backupEntryKind)).records
  }

  async standing(): Promise<BackupStanding> {
    return backupStanding(await this.entries(), now())
  }

  /** Rejects with NOT_FOUND. */
  entry(id: string): Promise<Stored<BackupEntry>> {
    return this.#seat.session().get(backupEntryKind, id)
  }

  /** Enters a backup; gives the entry's id. */
  async enter(madeAt: string, placement: BackupPlacement, found: Partial<BackupEntry>): Promise<string> {
    const { vault, me, commit } = this.#seat.session()
    const id = vault.drawId()
    const value: BackupEntry = {
      madeAt,
      madeBy: me.id,
      ...placement,
      name: '',
      seq: 0,
      size: 0,
      rows: 0,
      sheet: 0,
      verifiedAt: null,
      refusal: null,
      drill: null,
      removedAt: null,
      ...found,
    }
    await commit([{ kind: backupEntryKind, id, expectedRevision: 0, value }])
    return id
  }

  /** Adds the same to these entries, all or none. */
  async amend(entries: readonly Stored<BackupEntry>[], changes: Partial<BackupEntry>): Promise<void> {
    const changed = entries.map(({ id, revision, value }) => ({
      kind: backupEntryKind,
      id,
      expectedRevision: revision,
      value: { ...value, ...changes },
    }))
    await this.#seat.session().commit(changed)
  }
}
