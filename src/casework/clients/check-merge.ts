import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Client } from './client.ts'
import type { ClientMerge } from './client-merge.ts'
import { mergedFiles } from './merged-files.ts'

/** A file that may take part in a merge, as far as that needs to be known. */
export type MergeCandidate = Pick<Client, 'restricted'>

/**
 * Whether one file may be read with another. `clients` gives null for whoever is erased or was never there. Refused with
 * SAME_FILE, FILE_GONE, FILE_RESTRICTED (PIPL 47: kept, not used), ALREADY_MERGED (`at` the one of the two that is read under another file)
 * or ALREADY_TOGETHER.
 */
export function checkMerge(
  { from, into }: Pick<ClientMerge, 'from' | 'into'>,
  clients: (id: string) => MergeCandidate | null,
  merges: readonly ClientMerge[],
): Outcome<null> {
  if (from === into) return refused('SAME_FILE')
  for (const at of ['from', 'into'] as const) {
    const client = clients(at === 'from' ? from : into)
    if (client === null) return refused('FILE_GONE', { at })
    if (client.restricted !== undefined) return refused('FILE_RESTRICTED', { at })
  }
  const { readUnder } = mergedFiles(merges)
  if (readUnder(from) === readUnder(into)) return refused('ALREADY_TOGETHER')
  if (readUnder(from) !== from) return refused('ALREADY_MERGED', { at: 'from' })
  if (readUnder(into) !== into) return refused('ALREADY_MERGED', { at: 'into' })
  return done(null)
}

/** Whether a merge can be taken back on a day. Refused with ALREADY_UNDONE, or with UNDO_OVER and the last day it could. */
export function checkUndo({ undone, undoUntil }: ClientMerge, day: string): Outcome<null> {
  if (undone !== null) return refused('ALREADY_UNDONE')
  return day > undoUntil ? refused('UNDO_OVER', { detail: { day: undoUntil } }) : done(null)
}
