import type { BackupDrill, BackupEntry } from '../../casework/records/backup-entry.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { backupInBlob } from '../../vault/backup/backup-file.ts'
import { rememberedFolder, rememberFolder } from '../../vault/backup/chosen-folder.ts'
import { now } from '../clock.ts'
import { commands } from '../commands.ts'
import type {
  BackupApi,
  BackupFacts,
  BackupOccasion,
  BackupSourceFile,
  BackupStanding,
  RestoreSecret,
} from '../contract/backup.ts'
import { codeOf } from '../room-error.ts'
import type { Seat } from '../seat.ts'
import { directoryFolder } from './directory-folder.ts'
import { BackupLedger } from './ledger.ts'
import { Making } from './making.ts'
import { fileOf } from './places.ts'
import { backupsHere, factsOf, Restoring } from './restoring.ts'

/** Making, trying and restoring backups. */
export const backupApi = (seat: Seat): BackupApi => {
  let progress: number | null = null
  const told = (part: number) => {
    progress = part
  }
  /** Tells how far something is, for as long as it takes. */
  const running = async <T>(work: () => Promise<T>): Promise<T> => {
    told(0)
    return work().finally(() => {
      progress = null
    })
  }
  const ledger = new BackupLedger(seat)
  const making = new Making(seat, ledger, told)
  const restoring = new Restoring(seat)

  const backUp = () => running(() => making.onComputer())

  const check = async (file: Blob): Promise<BackupFacts> => {
    const { seq, createdAt } = await seat.session().vault.backups.check(backupInBlob(file))
    const entry = (await ledger.entries()).find(
      ({ value }) => value.seq === seq && value.madeAt === createdAt && value.refusal === null,
    )
    if (entry) await ledger.amend([entry], { verifiedAt: now() })
    return factsOf({ file })
  }

  const drill = async (id: string, file: Blob | null): Promise<BackupEntry> => {
    const { vault, me } = seat.writing.session
    const entry = await ledger.entry(id)
    const backup = await fileOf(entry.value, file, seat.open.name)
    const tried = { at: now(), by: me.id, rows: 0, opened: 0, unreadable: 0, closed: 0 }
    let found: BackupDrill
    try {
      const { rows, opened, closed, unreadable } = await vault.backups.drill(backup, told)
      const unread = Object.values(unreadable).reduce((sum, ids) => sum + ids.length, 0)
      found = { ...tried, rows, opened, closed, unreadable: unread, refusal: null }
    } catch (problem) {
      const code = codeOf(problem)
      if (code === 'UNEXPECTED') throw problem
      found = { ...tried, refusal: code }
    }
    const verifiedAt = found.refusal === null ? found.at : entry.value.verifiedAt
    await ledger.amend([entry], { verifiedAt, drill: found })
    await vault.trail.note({ action: 'drill', count: found.rows }).catch(() => undefined)
    return { ...entry.value, verifiedAt, drill: found }
  }

  return {
    backups: () => ledger.standing(),
    backupProgress: async () => progress,
    chosenBackupFolder: () => rememberedFolder(seat.open.name),
    backupsHere,
    ...commands({
      backUp,
      async backUpIfDue(when: BackupOccasion): Promise<Outcome<BackupStanding | null>> {
        return (await making.isDue(when)) ? backUp() : done(null)
      },
      async backUpInto(folder: FileSystemDirectoryHandle): Promise<Outcome<BackupStanding>> {
        await rememberFolder(seat.writing.name, folder)
        const placement = { where: 'folder', folder: folder.name } as const
        return running(() => making.into(async () => directoryFolder(folder), placement))
      },
      backUpAsFile: () => running(async () => done(await making.asFile())),
      checkBackupFile: (file: Blob) => running(async () => done(await check(file))),
      drillBackup: (id: string, file: Blob | null) => running(async () => done(await drill(id, file))),
      async noteBackupGone(id: string): Promise<Outcome<BackupStanding>> {
        await ledger.amend([await ledger.entry(id)], { removedAt: now() })
        return done(await ledger.standing())
      },
      inspectBackup: async (source: BackupSourceFile) => done(await factsOf(source)),
      prepareRestore: (source: BackupSourceFile, secret: RestoreSecret) =>
        running(async () => done(await restoring.prepare(source, secret, told))),
      async switchToRestored(): Promise<Outcome<null>> {
        await restoring.switchOver()
        return done(null)
      },
      async discardRestored(): Promise<Outcome<null>> {
        await restoring.discard()
        return done(null)
      },
    }),
  }
}
