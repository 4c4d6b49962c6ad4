import { type BackupFile, backupInBlob } from '../../vault/backup/backup-file.ts'
import { durableBackupFolder } from '../../vault/backup/backup-folder.ts'
import type { BackupHeader } from '../../vault/backup/backup-header.ts'
import { backupKey } from '../../vault/backup/backup-key.ts'
import { namedBackup } from '../../vault/backup/backup-name.ts'
import { inspectBackup } from '../../vault/backup/read-backup.ts'
import { Restoration, vaultIdHere } from '../../vault/backup/restore.ts'
import { VaultError } from '../../vault/errors.ts'
import { acquireWriter } from '../../vault/store/writer-lock.ts'
import { now } from '../clock.ts'
import type {
  BackupFacts,
  BackupHere,
  BackupSourceFile,
  RestoreComparison,
  RestoreSecret,
} from '../contract/backup.ts'
import { backupFolder } from '../journal/folders.ts'
import { placeOf } from '../place-of.ts'
import { standingFor } from '../recovery/lost-records.ts'
import { RoomError } from '../room-error.ts'
import type { Seat } from '../seat.ts'
import { demoVault, realVault } from '../which-vault.ts'

/** Backups in the folder on this computer, of whichever records, newest first. */
export const backupsHere = async (): Promise<BackupHere[]> => {
  const files = await (await backupFolder()).list()
  return files
    .flatMap(({ name, size }) => {
      const named = namedBackup(name)
      return named ? [{ name, size, createdAt: named.createdAt }] : []
    })
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
}

const fileOf = async (source: BackupSourceFile): Promise<BackupFile> =>
  'file' in source ? backupInBlob(source.file) : durableBackupFolder(await backupFolder()).read(source.name)

const vaultFor = ({ kind }: BackupHeader): string => (kind === 'demo' ? demoVault : realVault)

/** What a backup says before it is opened. */
export const factsOf = async (source: BackupSourceFile): Promise<BackupFacts> => {
  const header = await inspectBackup(await fileOf(source))
  const here = await vaultIdHere(await placeOf(vaultFor(header)))
  const { kind, createdAt, sheet, staff, vaultId } = header
  return { kind, createdAt, sheet, staff: staff.length, ofThese: here === vaultId }
}

/** A backup that is being brought back, until somebody says which records to go on with. */
export class Restoring {
  readonly #seat: Seat
  #prepared: { vault: string; restoration: Restoration } | null = null

  constructor(seat: Seat) {
    this.#seat = seat
  }

  async prepare(
    source: BackupSourceFile,
    secret: RestoreSecret,
    progress: (part: number) => void,
  ): Promise<RestoreComparison> {
    await this.discard()
    const file = await fileOf(source)
    const vault = vaultFor(await inspectBackup(file))
    // A demonstration is not brought back where a room works: nobody would ever see it.
    if (vault === demoVault && (await vaultIdHere(await placeOf(realVault))))
      throw new VaultError('BACKUP_OTHER_VAULT')
    // A backup lets in who has left since: where the records open, whoever wants others in their place signs in first.
    if (!this.#seat.taken && (await standingFor(this.#seat, vault)).state === 'ready')
      throw new RoomError('LOCKED')
    const keyTo = (header: BackupHeader) =>
      'signedIn' in secret ? this.#seat.session().vault.backups.keyTo(header) : backupKey(header, secret)
    const restoration = await Restoration.prepare(await placeOf(vault), file, keyTo, progress)
    this.#prepared = { vault, restoration }
    const { at, rows, livingSeq, seq, tables } = restoration.comparison
    const savesSince = Math.max(0, (livingSeq ?? 0) - seq)
    return { savedAt: at, rows, living: livingSeq !== null, savesSince, tables }
  }

  /** Signs out whoever is signed in. */
  async switchOver(): Promise<void> {
    if (!this.#prepared) throw new RoomError('NOTHING_PREPARED')
    const { vault, restoration } = this.#prepared
    if (this.#seat.taken) {
      const { session } = this.#seat.writing
      session.vault.lock()
      await restoration.switchOver(now()).finally(() => this.#seat.leave())
    } else {
      const release = await acquireWriter(vault)
      if (!release) throw new RoomError('OPEN_ELSEWHERE')
      await restoration.switchOver(now()).finally(release)
      this.#seat.shut = null
    }
    this.#prepared = null
  }

  async discard(): Promise<void> {
    await this.#prepared?.restoration.discard()
    this.#prepared = null
  }
}
