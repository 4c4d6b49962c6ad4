import type { BackupEntry } from '../../casework/records/backup-entry.ts'
import { type BackupFile, backupInBlob } from '../../vault/backup/backup-file.ts'
import { type BackupFolder, durableBackupFolder } from '../../vault/backup/backup-folder.ts'
import { rememberedFolder } from '../../vault/backup/chosen-folder.ts'
import { backupFolder } from '../journal/folders.ts'
import { RoomError } from '../room-error.ts'
import { directoryFolder } from './directory-folder.ts'
import type { BackupPlacement } from './ledger.ts'

export const onComputer: BackupPlacement = { where: 'computer', folder: null }

/** Where backups are kept on this computer. */
export const folderOnComputer = async (): Promise<BackupFolder> => durableBackupFolder(await backupFolder())

/**
 * The backup an entry tells of: the file that was chosen, or what lies where it was put. Rejects with FILE_NEEDED where
 * only a person can find it.
 */
export const fileOf = async (
  { where, folder, name }: BackupEntry,
  chosen: Blob | null,
  vaultName: string,
): Promise<BackupFile> => {
  if (chosen) return backupInBlob(chosen)
  if (where === 'computer') return (await folderOnComputer()).read(name)
  const remembered = where === 'folder' ? await rememberedFolder(vaultName) : null
  if (!remembered || remembered.name !== folder) throw new RoomError('FILE_NEEDED')
  return directoryFolder(remembered).read(name)
}
