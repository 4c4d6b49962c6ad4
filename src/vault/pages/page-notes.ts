import type { VaultDatabase } from '../store/database.ts'
import type { HeadKeys } from '../store/store.ts'
import {
  freshNote,
  type NoteRow,
  noteAfter,
  noteId,
  noteTable,
  openNote,
  type PageNote,
  sealNote,
} from './page-note.ts'

interface NoteWrite {
  table: typeof noteTable
  put: NoteRow
}

/** Keeps the note about the summary pages in step with the commits. */
export class PageNotes {
  readonly #vaultId: string
  readonly #database: VaultDatabase
  readonly #keys: HeadKeys
  #note: PageNote | null = null

  constructor(vaultId: string, database: VaultDatabase, keys: HeadKeys) {
    this.#vaultId = vaultId
    this.#database = database
    this.#keys = keys
  }

  /** The note as it stands after this commit; null when it is not known what was touched. */
  async at(seq: number): Promise<PageNote | null> {
    if (this.#note?.seq !== seq) {
      const row = await this.#database.table<NoteRow>(noteTable).get(noteId)
      this.#note = await openNote(this.#vaultId, this.#keys()[0], row, seq)
    }
    return this.#note
  }

  /** What a commit that touched these clients stores besides its rows; null: nobody knows whom it touched. */
  async after(seq: number, clients: readonly string[] | null): Promise<NoteWrite> {
    if (!clients) return this.stored(freshNote(seq))
    const before = (await this.at(seq - 1).catch(() => null)) ?? freshNote(seq - 1)
    return this.stored(noteAfter(before, seq, clients))
  }

  /** Reads the note again: what was to be stored was not. */
  forget(): void {
    this.#note = null
  }

  /** What stores a note. */
  async stored(note: PageNote): Promise<NoteWrite> {
    this.#note = note
    return { table: noteTable, put: await sealNote(this.#vaultId, this.#keys()[0], note) }
  }
}
