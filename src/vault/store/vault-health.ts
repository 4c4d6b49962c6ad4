import type { DurableFolder } from '../../journal/durable-folder.ts'
import { VaultError } from '../errors.ts'
import { keysOf, type Session } from '../session.ts'
import { type FormerDatabase, headId } from './database.ts'
import { openHead } from './head.ts'
import { readJournals, startsAt } from './read-journals.ts'

/** How the stored rows and their second copy stand. */
export interface VaultHealth {
  /** Number of the newest commit, and when it was made (ISO 8601). */
  saves: number
  savedAt: string
  /** Rows by table, as the newest commit left them. */
  rows: Record<string, number>
  layout: number
  copy: {
    /** Number of the newest commit in it. */
    saves: number
    /** Number of the commit its snapshot was made after; null when there is none. */
    snapshot: number | null
    /** Parts that cannot be read. */
    damaged: number
  }
  /** Databases this one took the place of. */
  former: FormerDatabase[]
}

/** Throws DAMAGED_VAULT without a head, what is wrong with the head, or FolderError. */
export const vaultHealth = async (session: Session, folder: DurableFolder): Promise<VaultHealth> => {
  const { database, header } = session
  const row = await database.head.get(headId)
  if (!row) throw new VaultError('DAMAGED_VAULT', { at: 'head' })
  const head = await openHead(header.vaultId, keysOf(session, 'config'), row)
  const journals = await readJournals(folder)
  const [newest] = journals.snapshots.map(startsAt).toReversed()
  return {
    saves: head.seq,
    savedAt: head.at,
    rows: Object.fromEntries(Object.entries(head.tables).map(([table, { count }]) => [table, count])),
    layout: header.layout,
    copy: { saves: journals.seq, snapshot: newest ?? null, damaged: journals.damaged },
    former: await database.former.toArray(),
  }
}
