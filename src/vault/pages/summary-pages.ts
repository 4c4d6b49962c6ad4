import { VaultError } from '../errors.ts'
import type { RecordKey } from '../keys/domain-key.ts'
import { seal, unseal } from '../sealing/envelope.ts'
import { readHeader } from '../sealing/envelope-header.ts'
import { keyOf, type Session, storeOf } from '../session.ts'
import { type HeadRow, headId } from '../store/database.ts'
import {
  drawPageKey,
  openPageKey,
  type PageRow,
  pageKeyId,
  pageTable,
  pageVersion,
  placeOfPage,
} from './page-key.ts'
import { freshNote, type NoteRow, noteId, noteTable, openNote, type PageNote } from './page-note.ts'

/** The pages as they were written, in their order, and who has been touched since. */
export interface SummaryPages extends Touched {
  /** Null when there are none that can be trusted: then everything has to be summed up again. */
  pages: unknown[] | null
}

/** Whom commits have touched, up to commit number `seq`. */
export interface Touched {
  clients: string[]
  seq: number
}

interface StoredPages {
  note: PageNote | null
  seq: number
  rows: PageRow[]
}

const pageId = (place: number): string => `page-${place}`

/** Head, note and pages as of one moment. */
const storedPages = async (session: Session, withPages: boolean): Promise<StoredPages> => {
  const { database, header } = session
  const [head, note, rows] = await database.transaction('r', ['head', noteTable, pageTable], () =>
    Promise.all([
      database.table<HeadRow>('head').get(headId),
      database.table<NoteRow>(noteTable).get(noteId),
      withPages ? database.table<PageRow>(pageTable).toArray() : [],
    ]),
  )
  const seq = head?.revision ?? 0
  return { note: await openNote(header.vaultId, keyOf(session, 'config'), note, seq), seq, rows }
}

const openPage = async (vaultId: string, key: RecordKey, row: PageRow): Promise<unknown> => {
  if (readHeader(row.sealed).version !== pageVersion)
    throw new VaultError('DAMAGED_RECORD', { at: pageTable })
  return unseal(key, placeOfPage(vaultId, row), row.sealed)
}

/** Reads the summary pages: all of them, or none when any does not open or is not the one that was written last. Throws NO_KEY. */
export const readPages = async (session: Session): Promise<SummaryPages> => {
  const { vaultId } = session.header
  const identity = keyOf(session, 'identity')
  const { note, seq, rows } = await storedPages(session, true)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const keyRow = byId.get(pageKeyId)
  if (!note || note.pages.length === 0 || !keyRow) return { pages: null, clients: [], seq }
  try {
    const key = await openPageKey(vaultId, identity, keyRow)
    const pages = note.pages.map((revision, place) => {
      const row = byId.get(pageId(place))
      if (row?.revision !== revision) throw new VaultError('DAMAGED_RECORD', { at: pageTable })
      return openPage(vaultId, key, row)
    })
    return { pages: await Promise.all(pages), clients: [...note.touched.keys()], seq }
  } catch (problem) {
    if (problem instanceof VaultError) return { pages: null, clients: [], seq }
    throw problem
  }
}

/** Which clients were touched after commit number `asOf`; null when that is not known any more. */
export const touchedSince = async (session: Session, asOf: number): Promise<Touched | null> => {
  const { note, seq } = await storedPages(session, false)
  if (!note || note.since > asOf) return seq === asOf ? { clients: [], seq } : null
  return { clients: [...note.touched].flatMap(([id, touched]) => (touched > asOf ? id : [])), seq }
}

/** Pages to be written: those in `pages`, by their place among `count`. */
export interface PagesToWrite {
  pages: ReadonlyMap<number, unknown>
  count: number
  /** The commit they say how things stood after. */
  asOf: number
  /** All of them, under a key that is drawn for it; whatever was there is gone. */
  anew: boolean
}

/** Writes pages between two commits. False when they would not fit what is stored: then all have to be written anew, or later. */
export const writePages = async (
  session: Session,
  { pages, count, asOf, anew }: PagesToWrite,
): Promise<boolean> => {
  const { database, header } = session
  const store = storeOf(session)
  const { notes } = store
  const { vaultId } = header
  const identity = keyOf(session, 'identity')
  return store.between(async () => {
    const { seq } = store.head
    const before = (await notes.at(seq)) ?? freshNote(seq)
    if (before.since > asOf) return false
    const keyRow = anew ? undefined : await database.table<PageRow>(pageTable).get(pageKeyId)
    if (!anew && !keyRow) return false
    const { key, row } = keyRow
      ? { key: await openPageKey(vaultId, identity, keyRow), row: keyRow }
      : await drawPageKey(vaultId, identity, seq)
    const rows = await Promise.all(
      [...pages].map(async ([place, content]): Promise<PageRow> => {
        const page = { id: pageId(place), revision: seq }
        return { ...page, sealed: await seal(key, placeOfPage(vaultId, page), content) }
      }),
    )
    const note = await notes.stored({
      seq,
      since: asOf,
      pages: Array.from({ length: count }, (_, place) =>
        pages.has(place) ? seq : (before.pages[place] ?? 0),
      ),
      touched: new Map([...before.touched].filter(([, touched]) => touched > asOf)),
    })
    const written = database.transaction('rw', ['head', pageTable, noteTable], async () => {
      // Another window may have become the writer.
      if ((await database.head.get(headId))?.revision !== seq) throw new VaultError('CONFLICT')
      if (anew) await database.table(pageTable).clear()
      await database.table<PageRow>(pageTable).bulkPut([row, ...rows])
      await database.table(noteTable).put(note.put)
    })
    await written.catch((problem: unknown) => {
      notes.forget()
      throw problem
    })
    return true
  })
}

/** Throws all pages away; without their key nothing of them can be read. Whom commits have touched stays known. */
export const dropPages = (session: Pick<Session, 'database' | 'store'>): Promise<void> => {
  const { database } = session
  const store = storeOf(session)
  return store.between(async () => {
    const note = await store.notes.at(store.head.seq)
    const kept = note && (await store.notes.stored({ ...note, pages: [] }))
    await database.transaction('rw', [pageTable, noteTable], async () => {
      await database.table(pageTable).clear()
      if (kept) await database.table(noteTable).put(kept.put)
      else await database.table(noteTable).clear()
    })
  })
}
