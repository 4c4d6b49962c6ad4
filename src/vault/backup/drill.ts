import { saved } from '../errors.ts'
import { unsealRows } from '../sealing/record-opening.ts'
import type { Session } from '../session.ts'
import { type RecordRow, type Row, VaultDatabase } from '../store/database.ts'
import { databaseOfDrill } from '../store/database-names.ts'
import { deleteDatabase } from '../store/delete-database.ts'
import { rowsOf } from '../store/every-row.ts'
import type { VaultPlace } from '../store/place.ts'
import { sessionOf } from '../unlock.ts'
import type { BackupFile } from './backup-file.ts'
import type { BackupKey } from './backup-key.ts'
import { checkVersions } from './backup-manifest.ts'
import { drawnSample } from './drawn-sample.ts'
import { openBackup } from './read-backup.ts'
import { restoreRows } from './restored-rows.ts'

/** What came of bringing a backup back to try it. That it came back at all means that every row is there and unchanged. */
export interface DrillResult {
  /** Number of the last commit in it. */
  seq: number
  rows: number
  /** Records that were opened and read as what they are. */
  opened: number
  /** Ids of those that could not be, by table. */
  unreadable: Record<string, string[]>
  /** Records that only colleagues in other roles can open. */
  closed: number
}

const rowsOfKind = async (database: VaultDatabase, table: string): Promise<RecordRow[]> => {
  const rows: RecordRow[] = []
  for await (const part of rowsOf(database, table)) rows.push(...(part as RecordRow[]))
  return rows
}

const openRecords = async (session: Session, { kinds }: VaultPlace) => {
  const result = { opened: 0, unreadable: {} as Record<string, string[]>, closed: 0 }
  for (const kind of kinds) {
    if (!session.domainKeys.has(kind.domain)) {
      result.closed += await session.database.records(kind).count()
      continue
    }
    const rows = await rowsOfKind(session.database, kind.table)
    const { records, unreadable } = await unsealRows(session, kind, drawnSample(rows))
    result.opened += records.length
    if (unreadable.length > 0) result.unreadable[kind.table] = unreadable.map(({ id }) => id)
  }
  return result
}

/**
 * Brings a backup back into a database of its own, counts it, opens its records as whoever is at work here, and deletes it
 * again. The vault is not touched. Throws as `openBackup` and `restoreRows`.
 */
export const restoreDrill = async (
  place: VaultPlace,
  file: BackupFile,
  key: BackupKey,
  me: Pick<Session, 'staff' | 'keys'>,
  progress: (part: number) => void = () => undefined,
): Promise<DrillResult> => {
  const name = databaseOfDrill(place.name)
  await deleteDatabase(name)
  const database = new VaultDatabase(name, place.kinds)
  try {
    const backup = await openBackup(file, key.config.sealing.privateKey)
    checkVersions(backup.manifest, ['head', ...database.kept], place.kinds)
    await saved(database.open())
    const { header, head, rows } = await restoreRows(backup, key, database, (part) => progress(0.8 * part))
    await database.table<Row>('vault').put(header)
    const session = await sessionOf(database, me.staff.id, me.keys)
    const records = await openRecords(session, place)
    progress(1)
    return { seq: head.seq, rows, ...records }
  } finally {
    database.close()
    await deleteDatabase(name)
  }
}
