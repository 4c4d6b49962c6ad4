import { writeHeadSlot } from '../../journal/head-slot.ts'
import { oweNote } from '../audit/owed-notes.ts'
import { saved, VaultError } from '../errors.ts'
import { headId, type Row, recoveryId, VaultDatabase } from '../store/database.ts'
import { databasesOf, nextDatabase } from '../store/database-names.ts'
import { deleteDatabase } from '../store/delete-database.ts'
import { sealHead } from '../store/head.ts'
import type { VaultPlace } from '../store/place.ts'
import { journalName, readJournals } from '../store/read-journals.ts'
import { setAside } from '../store/set-aside.ts'
import { standingOf } from '../store/standing.ts'
import { isUnfinished, markFinished, markUnfinished } from '../store/unfinished.ts'
import type { BackupFile } from './backup-file.ts'
import type { BackupHeader } from './backup-header.ts'
import type { BackupKey } from './backup-key.ts'
import { checkVersions } from './backup-manifest.ts'
import { type Comparison, compareRows } from './compare-rows.ts'
import { inspectBackup, type OpenedBackup, openBackup } from './read-backup.ts'
import { type RestoredRows, restoreRows } from './restored-rows.ts'

/** How long the database that a restored one took the place of is kept. */

interface Living {
  vaultId: string | null
  database: string | null
  /** It cannot be worked with as it is. */
  lost: boolean
}

/** The vault that lives here. Throws NEWER_VAULT when this release does not understand it. */
const livingVault = async (place: VaultPlace): Promise<Living | null> => {
  const standing = await standingOf(place)
  if (standing.state === 'none') return null
  if (standing.state === 'newer') throw new VaultError('NEWER_VAULT')
  const { slot } = await readJournals(place.folder)
  if (standing.state === 'lost')
    return { vaultId: slot?.vaultId ?? null, database: standing.database, lost: true }
  const database = new VaultDatabase(standing.database, place.kinds)
  try {
    return { vaultId: (await database.header()).vaultId, database: standing.database, lost: false }
  } finally {
    database.close()
  }
}

/** Id of the vault that lives here, as far as that can still be told; null when none does. Throws NEWER_VAULT. */
export const vaultIdHere = async (place: VaultPlace): Promise<string | null> =>
  (await livingVault(place))?.vaultId ?? null

/** Deletes what an earlier restoration left that was never finished. */
const clearUnfinished = async (place: VaultPlace, current: string | null): Promise<void> => {
  for (const name of await databasesOf(place.name)) {
    if (name === current) continue
    const database = new VaultDatabase(name, place.kinds)
    const unfinished = await isUnfinished(database)
    database.close()
    if (unfinished) await deleteDatabase(name)
  }
}

/** Reads a backup to its end, writing nothing. Throws DAMAGED_BACKUP with the byte up to which all is well. */
export const checkBackup = async (file: BackupFile, { config }: BackupKey): Promise<OpenedBackup> => {
  const opened = await openBackup(file, config.sealing.privateKey)
  for await (const _ of opened.rows());
  return opened
}

/** A backup that was brought back beside the vault that lives here, until somebody says which of them to go on with. */
export class Restoration {
  readonly comparison: Comparison
  readonly #place: VaultPlace
  readonly #key: BackupKey
  readonly #restored: RestoredRows

  private constructor(place: VaultPlace, key: BackupKey, restored: RestoredRows, comparison: Comparison) {
    this.#place = place
    this.#key = key
    this.#restored = restored
    this.comparison = comparison
  }

  /**
   * Checks a backup from its first to its last byte and brings it back into a new database. Throws, before anything is
   * written, as `inspectBackup`, `keyTo` and `checkBackup`; NEWER_BACKUP; BACKUP_OTHER_VAULT where another vault lives here.
   */
  static async prepare(
    place: VaultPlace,
    file: BackupFile,
    keyTo: (header: BackupHeader) => BackupKey | Promise<BackupKey>,
    progress: (part: number) => void = () => undefined,
  ): Promise<Restoration> {
    const header = await inspectBackup(file)
    const living = await livingVault(place)
    if (living?.vaultId && living.vaultId !== header.vaultId) throw new VaultError('BACKUP_OTHER_VAULT')
    const key = await keyTo(header)
    const { manifest } = await checkBackup(file, key)
    progress(0.3)
    const { slot } = await readJournals(place.folder)
    await clearUnfinished(place, slot?.database ?? living?.database ?? null)
    const known = [...(await databasesOf(place.name)), slot?.database ?? place.name]
    const name = nextDatabase(place.name, known)
    const database = new VaultDatabase(name, place.kinds)
    checkVersions(manifest, ['head', ...database.kept], place.kinds)
    try {
      await saved(database.open())
      await markUnfinished(database, manifest.createdAt)
      const opened = await openBackup(file, key.config.sealing.privateKey)
      const restored = await restoreRows(opened, key, database, (part) => progress(0.3 + 0.6 * part))
      const comparison = await compareRows(restored, place, living?.lost ? null : (living?.database ?? null))
      progress(1)
      return new Restoration(place, key, restored, comparison)
    } catch (problem) {
      database.close()
      await deleteDatabase(name).catch(() => undefined)
      throw problem
    }
  }

  /**
   * Has the vault work with what was restored from now on; nobody may have it open. The database before is kept for 30 days. Until
   * this resolves, one of the two is what opens. Throws NOT_SAVED or FolderError.
   */
  async switchOver(now: string): Promise<void> {
    const { name, folder } = this.#place
    const { database, header, head } = this.#restored
    const former = (await databasesOf(name)).filter((other) => other !== database.name)
    const seq = 1 + (await this.#newestSeq(former))
    const next = { ...head, seq, at: now }
    const row = await sealHead(header.vaultId, this.#key.config, next)
    const audited = { vaultId: header.vaultId, configKey: this.#key.config.sealing.publicKey }
    const { staffId } = this.#key.grantee
    const actor = staffId === recoveryId ? null : staffId
    await saved(oweNote(database, audited, { action: 'restored', actor, at: now }))
    await saved(
      database.transaction('rw', ['vault', 'head', 'former', 'restored'], async () => {
        await database.restored.put({ id: 'last', at: now })
        await database.table<Row>('vault').put(header)
        await database.table<Row>('head').put(row)
        await markFinished(database)
        await database.former.bulkPut(former.map((other) => setAside(other, now)))
      }),
    )
    database.close()
    const slot = {
      seq,
      vaultId: header.vaultId,
      database: database.name,
      snapshot: null,
      journal: journalName(seq),
    }
    // Both, so that no slot leads back to the database that was set aside.
    await writeHeadSlot(folder, slot)
    await writeHeadSlot(folder, slot)
  }

  /** Goes on with what was there, and deletes what was restored. */
  async discard(): Promise<void> {
    const { database } = this.#restored
    database.close()
    await deleteDatabase(database.name)
  }

  /** The newest commit that anything here knows of: a journal of later ones would be done again over what is restored. */
  async #newestSeq(databases: readonly string[]): Promise<number> {
    const { folder, kinds } = this.#place
    const seqs = [this.#restored.head.seq, (await readJournals(folder)).seq]
    for (const name of databases) {
      const database = new VaultDatabase(name, kinds)
      const head = await database.head.get(headId).catch(() => undefined)
      seqs.push(head?.revision ?? 0)
      database.close()
    }
    return Math.max(...seqs)
  }
}

/** Deletes the databases that have been kept for as long as was promised. */
export const forgetFormer = async (database: VaultDatabase, now: string): Promise<void> => {
  for (const { name, keptUntil } of await database.former.toArray()) {
    if (name === database.name || keptUntil === undefined || keptUntil > now) continue
    await deleteDatabase(name)
    await database.former.delete(name)
  }
}
