import { NewerFormatError } from '../../journal/newer-format.ts'
import { VaultError } from '../errors.ts'
import { headId, isCounted, VaultDatabase } from './database.ts'
import { databaseHomeOpens } from './database-home.ts'
import { databasesOf } from './database-names.ts'
import type { VaultPlace } from './place.ts'
import { type Journals, readJournals, startsAt } from './read-journals.ts'
import { isUnfinished } from './unfinished.ts'

/** Why the database cannot be worked with: it is gone, will not open, is empty, lacks commits, or lacks its own beginning. */
export type Loss = 'MISSING' | 'UNREADABLE' | 'EMPTY' | 'OLDER' | 'DAMAGED'

/** How database and second copy stand to each other. Found without a key. */
export type Standing =
  | { state: 'none' }
  | {
      state: 'ready'
      database: string
      /** Number of its newest commit; 0 before the first. */
      seq: number
      /** Commits that only the journal has. */
      behind: number
      /** The second copy is not there, or lacks commits that the database has: it has to be written anew. */
      alone: boolean
      /** Commits that were noted outside of both and that neither has: an earlier state was put in their place. */
      rolledBack: number
    }
  | {
      state: 'lost'
      loss: Loss
      /** The newest commit of the second copy; 0 when there is nothing in it. */
      seq: number
      /** The database that is not to be used. */
      database: string | null
    }
  | { state: 'newer' }

const tries = 3

/** What keeps a database from being worked with; null when nothing does. A browser that is busy is asked again. */
const lossOf = async (database: VaultDatabase): Promise<Loss | null> => {
  for (let attempt = 1; ; attempt++) {
    try {
      await database.header()
      return null
    } catch (problem) {
      if (problem instanceof VaultError) {
        if (problem.code === 'NO_VAULT') return 'EMPTY'
        if (problem.code === 'DAMAGED_VAULT') return 'DAMAGED'
        throw problem
      }
      if (attempt === tries) return 'UNREADABLE'
      database.close({ disableAutoOpen: false })
    }
  }
}

/** The database a vault works with; where that is noted nowhere, the newest that was finished. Null when there is none. */
const currentDatabase = async (
  { name, kinds }: VaultPlace,
  { slot }: Journals,
): Promise<{ database: string; exists: boolean } | null> => {
  const existing = await databasesOf(name)
  if (slot) return { database: slot.database, exists: existing.includes(slot.database) }
  const lost: string[] = []
  for (const database of existing.toReversed()) {
    const opened = new VaultDatabase(database, kinds)
    const loss = await lossOf(opened)
    if (loss && !(await isUnfinished(opened))) lost.push(database)
    opened.close()
    if (!loss) return { database, exists: true }
  }
  const [newest] = lost
  return newest === undefined ? null : { database: newest, exists: true }
}

/** Whether the journals hold every commit after `seq`. */
const reaches = ({ frames, seq: newest }: Journals, seq: number): boolean => {
  const known = new Set(frames.map((frame) => frame.seq))
  for (let next = seq + 1; next <= newest; next++) if (!known.has(next)) return false
  return true
}

const compare = (journals: Journals, name: string, seq: number): Standing => {
  const { slot, damaged, slotsLost } = journals
  const copied = Math.max(journals.frames.at(-1)?.seq ?? 0, ...journals.snapshots.map(startsAt))
  const newest = Math.max(seq, copied)
  const behind = Math.max(0, copied - seq)
  if (behind > 0 && !reaches({ ...journals, seq: copied }, seq))
    return { state: 'lost', loss: 'OLDER', seq: copied, database: name }
  return {
    state: 'ready',
    database: name,
    seq,
    behind,
    alone: copied < seq || damaged > 0 || slotsLost || slot === null,
    rolledBack: Math.max(0, (slot?.seq ?? 0) - newest),
  }
}

/** Looks at the database and its second copy; changes nothing. Throws FolderError when the folder cannot be read. */
export const standingOf = async (place: VaultPlace): Promise<Standing> =>
  (await standingWithJournals(place)).standing

/** As `standingOf`, with what the second copy was found to hold; null where a newer release wrote it. */
export const standingWithJournals = async (
  place: VaultPlace,
): Promise<{ standing: Standing; journals: Journals | null }> => {
  let journals: Journals | null = null
  try {
    journals = await readJournals(place.folder)
    return { standing: await standingBeside(place, journals), journals }
  } catch (problem) {
    const newer = problem instanceof VaultError && problem.code === 'NEWER_VAULT'
    if (newer || problem instanceof NewerFormatError) return { standing: { state: 'newer' }, journals }
    throw problem
  }
}

const standingBeside = async (place: VaultPlace, journals: Journals): Promise<Standing> => {
  const copied = journals.seq
  if (!(await databaseHomeOpens()))
    return { state: 'lost', loss: 'UNREADABLE', seq: copied, database: journals.slot?.database ?? null }
  const current = await currentDatabase(place, journals)
  if (!current)
    return copied > 0 ? { state: 'lost', loss: 'MISSING', seq: copied, database: null } : { state: 'none' }
  if (!current.exists) return { state: 'lost', loss: 'MISSING', seq: copied, database: current.database }
  const database = new VaultDatabase(current.database, place.kinds)
  try {
    const loss = await lossOf(database)
    if (loss === 'EMPTY' && copied === 0) return { state: 'none' }
    if (loss) return { state: 'lost', loss, seq: copied, database: current.database }
    const head = await database.head.get(headId)
    // Before there were heads there were no commits to copy either, so what has some is no earlier vault.
    if (!head && (copied > 0 || isCounted(await database.header())))
      return { state: 'lost', loss: 'DAMAGED', seq: copied, database: current.database }
    return compare(journals, current.database, head?.revision ?? 0)
  } finally {
    database.close()
  }
}
