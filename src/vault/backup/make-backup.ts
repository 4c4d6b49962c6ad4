import type { RecordKind } from '../../casework/records/record.ts'
import { VaultError } from '../errors.ts'
import type { DomainKey } from '../keys/domain-key.ts'
import type { Bytes } from '../primitives/bytes.ts'
import { fits } from '../store/completeness.ts'
import type { VaultDatabase } from '../store/database.ts'
import { openHead } from '../store/head.ts'
import type { BackupFolder } from './backup-folder.ts'
import { rowsIn } from './backup-manifest.ts'
import { backupName, isUnfinished, unfinishedName } from './backup-name.ts'
import { countBackup } from './count-backup.ts'
import { type GatheredRows, gatherRows } from './gather-rows.ts'
import { openBackup } from './read-backup.ts'
import { writeBackup } from './write-backup.ts'

/** A vault that is open, as far as a backup of it needs. */
export interface BackupSource {
  database: VaultDatabase
  kinds: readonly RecordKind<unknown>[]
  /** Opens the head, and reads back what was written; the newest first. */
  config: readonly [DomainKey, ...DomainKey[]]
}

export interface BackupOrder {
  createdAt: string
  /** How much of the work is done, from 0 to 1. */
  progress?: (part: number) => void
}

/** A backup that was written and read back. */
export interface MadeBackup {
  name: string
  /** Bytes. */
  size: number
  seq: number
  rows: number
  /** Number of the recovery sheet that opens it. */
  sheet: number
}

const counted = async function* (pieces: AsyncIterable<Bytes>, count: (length: number) => void) {
  for await (const piece of pieces) {
    count(piece.length)
    yield piece
  }
}

/**
 * Reads a file back whole. Throws DAMAGED_BACKUP unless it holds what was gathered, and INCOMPLETE where that is not what
 * the vault should hold: nobody could restore it.
 */
const verify = async (
  folder: BackupFolder,
  name: string,
  { head, counts }: GatheredRows,
  { config }: BackupSource,
): Promise<number> => {
  const opened = await openBackup(folder.read(name), config[0].sealing.privateKey)
  const tables = await countBackup(opened, config)
  const expected = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (rowsIn(opened.manifest) !== expected || opened.manifest.seq !== head.revision)
    throw new VaultError('DAMAGED_BACKUP', { at: 'manifest' })
  const misfit = tables.find((table) => !fits(table))
  if (misfit) throw new VaultError('INCOMPLETE', { at: misfit.table })
  return expected
}

/** The backup as it would be written, for a place that files can only be handed to. */
export const backupPieces = async (
  { database, kinds, config }: BackupSource,
  { createdAt }: BackupOrder,
): Promise<{ rows: GatheredRows; pieces: AsyncGenerator<Bytes> }> => {
  const rows = await gatherRows(database)
  const { audit } = await openHead(rows.header.vaultId, config, rows.head)
  return { rows, pieces: writeBackup(rows, { createdAt, config: config[0], audit }, kinds) }
}

/**
 * Writes a backup under another name, reads all of it back, and only then gives it its own. Whatever fails leaves the earlier
 * backups as they were, and nothing of this one. Throws FolderError, DAMAGED_BACKUP when it did not read back, or INCOMPLETE
 * while rows are missing.
 */
export const makeBackup = async (
  source: BackupSource,
  folder: BackupFolder,
  order: BackupOrder,
): Promise<MadeBackup> => {
  const { rows, pieces } = await backupPieces(source, order)
  const { vaultId } = rows.header
  const name = backupName(vaultId, order.createdAt, rows.head.revision)
  const unfinished = unfinishedName(name)
  const expected = rows.parts.reduce((sum, part) => sum + part.length, 0)
  let size = 0
  const count = (length: number) => {
    size += length
    order.progress?.(Math.min(0.7, (0.7 * size) / expected))
  }
  try {
    for (const left of await folder.list())
      if (isUnfinished(vaultId, left.name)) await folder.remove(left.name)
    await folder.write(unfinished, counted(pieces, count))
    const found = await verify(folder, unfinished, rows, source)
    await folder.rename(unfinished, name)
    order.progress?.(1)
    return { name, size, seq: rows.head.revision, rows: found, sheet: rows.header.recovery.sheet }
  } catch (problem) {
    await folder.remove(unfinished).catch(() => undefined)
    throw problem
  }
}
