import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { dayOf } from '../../tiering/calendar.ts'
import type { BackupFolder } from '../../vault/backup/backup-folder.ts'
import { namedBackup } from '../../vault/backup/backup-name.ts'
import type { MadeBackup } from '../../vault/backup/make-backup.ts'
import { outlived } from '../../vault/backup/rotation.ts'
import { now } from '../clock.ts'
import type { BackupOccasion, BackupStanding } from '../contract/backup.ts'
import { freeSpace } from '../journal/folders.ts'
import { codeOf, RoomError } from '../room-error.ts'
import type { Seat } from '../seat.ts'
import type { BackupLedger, BackupPlacement } from './ledger.ts'
import { folderOnComputer, onComputer } from './places.ts'
import { isDue } from './standing.ts'

/** What befell the place of a backup is no trouble of the records'. */
const ofThePlace: Record<string, string> = {
  NO_SPACE: 'BACKUP_NO_SPACE',
  FOLDER_UNREACHABLE: 'BACKUP_PLACE_UNREACHABLE',
}

/** Bytes that stay free for what is written meanwhile. */
const leastSpace = 20 * 1024 ** 2

/** Makes backups, enters them, and takes away those that have outlived their use. */
export class Making {
  readonly #seat: Seat
  readonly #ledger: BackupLedger
  readonly #told: (part: number) => void

  constructor(seat: Seat, ledger: BackupLedger, told: (part: number) => void) {
    this.#seat = seat
    this.#ledger = ledger
    this.#told = told
  }

  /** A refusal is entered too. */
  async into(
    open: () => Promise<BackupFolder>,
    placement: BackupPlacement,
  ): Promise<Outcome<BackupStanding>> {
    const { vault } = this.#seat.writing.session
    const createdAt = now()
    const folder = await open()
    let made: MadeBackup
    try {
      if (placement.where === 'computer') await this.#roomForAnother()
      // How far the trail had come goes along, signed; what keeps it from being written keeps nobody from a backup.
      await vault.trail.sign().catch(() => undefined)
      made = await vault.backups.make(folder, { createdAt, progress: this.#told })
    } catch (problem) {
      const code = codeOf(problem)
      if (code === 'UNEXPECTED') throw problem
      const refusal = ofThePlace[code] ?? code
      await this.#ledger.enter(createdAt, placement, { refusal }).catch(() => undefined)
      return refused(refusal)
    }
    await this.#ledger.enter(createdAt, placement, { ...made, verifiedAt: now() })
    await vault.trail.note({ action: 'backupWritten' }).catch(() => undefined)
    await this.#rotate(folder, placement).catch(() => undefined)
    return done(await this.#ledger.standing())
  }

  onComputer(): Promise<Outcome<BackupStanding>> {
    return this.into(folderOnComputer, onComputer)
  }

  /** Whether one is to be made by itself; first what lies here is taken in, and what was set aside forgotten in time. */
  async isDue(when: BackupOccasion): Promise<boolean> {
    const { unit, vault } = this.#seat.writing.session
    if (when === 'unlock') await this.#takeInFound()
    if (unit.kind === 'demo') return false
    await vault.backups.forgetFormer(now())
    return isDue(await this.#ledger.entries(), when, now(), dayOf)
  }

  /** A backup to be saved somewhere by hand. */
  async asFile() {
    const { vault } = this.#seat.writing.session
    const createdAt = now()
    const { bytes, ...made } = await vault.backups.asFile({ createdAt, progress: this.#told })
    const id = await this.#ledger.enter(createdAt, { where: 'file', folder: null }, made)
    await vault.trail.note({ action: 'backupWritten' }).catch(() => undefined)
    return { id, name: made.name, bytes }
  }

  /** Rejects with NO_SPACE, before anything is written, where the newest would not fit once more. */
  async #roomForAnother(): Promise<void> {
    const { backups } = await this.#ledger.standing()
    const newest = backups.find(({ value }) => value.where === 'computer')
    const needed = leastSpace + 1.5 * (newest?.value.size ?? 0)
    if ((await freeSpace()) < needed) throw new RoomError('NO_SPACE')
  }

  /** Takes away what has outlived its use, and says so of the backups it was. */
  async #rotate(folder: BackupFolder, placement: BackupPlacement): Promise<void> {
    const { vaultId } = this.#seat.session().vault.backups
    const kept = (await folder.list()).flatMap((file) => namedBackup(file.name, vaultId) ?? [])
    const gone = new Set(outlived(kept, dayOf).map(({ name }) => name))
    for (const name of gone) await folder.remove(name)
    const entered = (await this.#ledger.entries()).filter(
      ({ value }) =>
        gone.has(value.name) &&
        value.where === placement.where &&
        value.folder === placement.folder &&
        value.removedAt === null,
    )
    await this.#ledger.amend(entered, { removedAt: now() })
  }

  /** Takes in backups on this computer of which the records do not know: they were made after the one that was restored. */
  async #takeInFound(): Promise<void> {
    const { vault } = this.#seat.session()
    const folder = await folderOnComputer()
    const known = new Set((await this.#ledger.entries()).map(({ value }) => value.name))
    const found = (await folder.list()).filter(
      ({ name }) => !known.has(name) && namedBackup(name, vault.backups.vaultId) !== null,
    )
    for (const { name, size } of found) {
      const read = await vault.backups.check(folder.read(name)).catch(() => null)
      if (!read) continue
      const { createdAt, seq, sheet, rows } = read
      await this.#ledger.enter(createdAt, onComputer, { name, size, seq, sheet, rows, verifiedAt: now() })
    }
  }
}
