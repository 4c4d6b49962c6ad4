/** A backup as its file's name tells of it. */
export interface NamedBackup {
  name: string
  /** When it was made, UTC, to the second. */
  createdAt: string
  seq: number
}

const extension = '.anxin-backup'
const unfinished = '.part'
const idDigits = 12

const prefixOf = (vaultId: string): string => `anxin-${vaultId.slice(0, idDigits)}-`

/** Name of the file of a backup: of which vault, when, and up to which commit. Nothing of who or where. */
export const backupName = (vaultId: string, createdAt: string, seq: number): string => {
  const moment = createdAt.slice(0, 19).replaceAll(/[-:]/g, '').toLowerCase()
  return `${prefixOf(vaultId)}${moment}z-${seq}${extension}`
}

/** Its name while it is being written and has not been read back. */
export const unfinishedName = (name: string): string => `${name}${unfinished}`

/** Whether this is what a backup of this vault left that was never finished. */
export const isUnfinished = (vaultId: string, name: string): boolean =>
  name.startsWith(prefixOf(vaultId)) && name.endsWith(`${extension}${unfinished}`)

/** Reads a name; null for any other file, and for a backup of another vault when one is asked for. */
export const namedBackup = (name: string, vaultId?: string): NamedBackup | null => {
  const [, id, year, month, day, hour, minute, second, seq] =
    /^anxin-([0-9a-f]{12})-(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)z-(\d{1,16})\.anxin-backup$/.exec(name) ?? []
  if (seq === undefined || (vaultId !== undefined && id !== vaultId.slice(0, idDigits))) return null
  const createdAt = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  return { name, createdAt, seq: Number(seq) }
}
