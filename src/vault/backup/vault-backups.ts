import { VaultError } from '../errors.ts'
import { type Bytes, joined } from '../primitives/bytes.ts'
import { keysOf, type Session } from '../session.ts'
import { fits } from '../store/completeness.ts'
import type { VaultPlace } from '../store/place.ts'
import type { BackupFile } from './backup-file.ts'
import type { BackupFolder } from './backup-folder.ts'
import type { BackupHeader } from './backup-header.ts'
import type { BackupKey } from './backup-key.ts'
import { rowsIn } from './backup-manifest.ts'
import { backupName } from './backup-name.ts'
import { countBackup } from './count-backup.ts'
import { type DrillResult, restoreDrill } from './drill.ts'
import {
  type BackupOrder,
  type BackupSource,
  backupPieces,
  type MadeBackup,
  makeBackup,
} from './make-backup.ts'
import { inspectBackup, openBackup } from './read-backup.ts'
import { forgetFormer } from './restore.ts'

/** The backups of an open vault. */
export class VaultBackups {
  readonly #session: Session
  readonly #place: VaultPlace

  constructor(session: Session, place: VaultPlace) {
    this.#session = session
    this.#place = place
  }

  get vaultId(): string {
    return this.#session.header.vaultId
  }

  get #source(): BackupSource {
    const { database } = this.#session
    return { database, kinds: this.#place.kinds, config: keysOf(this.#session, 'config') }
  }

  /** The moment these records were brought back from a backup last; null when they never were. */
  async restoredAt(): Promise<string | null> {
    return (await this.#session.database.restored.get('last'))?.at ?? null
  }

  /** Writes a backup and reads it back; see `makeBackup`. */
  make(folder: BackupFolder, order: BackupOrder): Promise<MadeBackup> {
    return makeBackup(this.#source, folder, order)
  }

  /** A backup for a place that files can only be handed to. Nobody has read it back yet: see `check`. */
  async asFile(order: BackupOrder): Promise<MadeBackup & { bytes: Bytes }> {
    const { rows, pieces } = await backupPieces(this.#source, order)
    const held: Bytes[] = []
    for await (const piece of pieces) held.push(piece)
    const bytes = joined(...held)
    const seq = rows.head.revision
    const name = backupName(this.vaultId, order.createdAt, seq)
    const count = Object.values(rows.counts).reduce((sum, one) => sum + one, 0)
    return { name, size: bytes.length, seq, rows: count, sheet: rows.header.recovery.sheet, bytes }
  }

  /**
   * Reads a backup of this vault to its end and counts it. Throws as `openBackup`, BACKUP_OTHER_VAULT, or DAMAGED_BACKUP with
   * the first table that is not what its head counts.
   */
  async check(file: BackupFile): Promise<BackupHeader & { rows: number }> {
    const { config } = this.keyTo(await inspectBackup(file))
    const opened = await openBackup(file, config.sealing.privateKey)
    const misfit = (await countBackup(opened, keysOf(this.#session, 'config'))).find((table) => !fits(table))
    if (misfit) throw new VaultError('DAMAGED_BACKUP', { at: misfit.table })
    return { ...opened.header, rows: rowsIn(opened.manifest) }
  }

  /** Brings a backup back to try it; see `restoreDrill`. */
  async drill(file: BackupFile, progress?: (part: number) => void): Promise<DrillResult> {
    const key = this.keyTo(await inspectBackup(file))
    return restoreDrill(this.#place, file, key, this.#session, progress)
  }

  /** Deletes the databases that were kept for as long as was promised after a restoration. */
  forgetFormer(now: string): Promise<void> {
    return forgetFormer(this.#session.database, now)
  }

  /** What whoever is at work opens a backup of this vault with. Throws BACKUP_OTHER_VAULT. */
  keyTo({ vaultId, config: { generation } }: BackupHeader): BackupKey {
    if (vaultId !== this.vaultId) throw new VaultError('BACKUP_OTHER_VAULT')
    const { staff, keys } = this.#session
    const config = keysOf(this.#session, 'config').find((key) => key.generation === generation)
    if (!config) throw new VaultError('NO_KEY', { at: 'config' })
    return { config, root: keys.root, grantee: { staffId: staff.id, sealing: keys.sealing } }
  }
}
