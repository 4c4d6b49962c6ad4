import type { DomainKey } from '../keys/domain-key.ts'
import { seal, unseal } from '../sealing/envelope.ts'
import type { Place } from '../sealing/envelope-header.ts'

/** Which summary pages there are, and which clients commits have touched since each was written. */
export interface PageNote {
  /** Number of the commit it was stored with; pages with a note of any other commit are not trusted. */
  seq: number
  /** Every client that a commit after this one touched stands in `touched`. */
  since: number
  /** Number of the commit each page was written after, by the page's place. */
  pages: readonly number[]
  /** Clients by id, with the last commit that touched them. */
  touched: ReadonlyMap<string, number>
}

export const noteTable = 'stale'
export const noteId = 'note'
/** With more clients than this it is cheaper to sum all of them up again. */
const touchedAtMost = 4096

/** How a note is stored. */
export interface NoteRow {
  id: typeof noteId
  revision: number
  sealed: Uint8Array<ArrayBuffer>
}

interface StoredNote {
  since: number
  pages: number[]
  touched: [string, number][]
}

const placeOf = (vaultId: string, seq: number): Place => ({
  vaultId,
  domain: 'config',
  table: noteTable,
  id: noteId,
  index: [],
  version: 1,
  revision: seq,
})

/** Sealed with the key that every member of staff holds: whoever saves something says whom it was about. */
export const sealNote = async (
  vaultId: string,
  config: DomainKey,
  { seq, since, pages, touched }: PageNote,
): Promise<NoteRow> => {
  const content: StoredNote = { since, pages: [...pages], touched: [...touched] }
  return {
    id: noteId,
    revision: seq,
    sealed: await seal(await config.recordKey(noteTable), placeOf(vaultId, seq), content),
  }
}

/** The note of this very commit; null when the row is another commit's, or does not open. */
export const openNote = async (
  vaultId: string,
  config: DomainKey,
  row: NoteRow | undefined,
  seq: number,
): Promise<PageNote | null> => {
  if (row?.revision !== seq) return null
  try {
    const opened = await unseal(await config.recordKey(noteTable), placeOf(vaultId, seq), row.sealed)
    const { touched, ...content } = opened as StoredNote
    return { seq, ...content, touched: new Map(touched) }
  } catch {
    return null
  }
}

/** A note that begins with this commit, and knows of no pages. */
export const freshNote = (seq: number): PageNote => ({ seq, since: seq, pages: [], touched: new Map() })

/** The note after another commit; one that begins anew when it would name too many clients. */
export const noteAfter = (note: PageNote, seq: number, clients: readonly string[]): PageNote => {
  const touched = new Map(note.touched)
  for (const id of clients) touched.set(id, seq)
  return touched.size > touchedAtMost ? freshNote(seq) : { ...note, seq, touched }
}
