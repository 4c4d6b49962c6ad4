import type { NoteStanding } from '../../casework/notes/note-standing.ts'
import type { SessionNote } from '../../casework/notes/session-note.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome, Refusal } from '../../instruments/outcome.ts'

/** A session note as it stands now. */
export interface NoteOnShow {
  note: Stored<SessionNote>
  standing: NoteStanding
  /** Whether it is a draft of whoever is signed in: nobody else changes it. */
  mine: boolean
}

/** What its writer changes in a note until it is signed. */
export type NoteEntry = Pick<SessionNote, 'content' | 'heldAt' | 'minutes' | 'mode'>

/** A private note of whoever is signed in. */
export interface PrivateNote {
  id: string
  revision: number
  writtenAt: string
  /** Null when it cannot be opened any more: it was sealed with keys this person no longer has. */
  text: string | null
}

export interface NotesApi {
  /** One client's session notes, the last session first. */
  notes(clientId: string): Promise<{
    notes: NoteOnShow[]
    /** Why no new one can be begun: CONSENT_NEEDED or FILE_KEPT_ONLY; null when one can. */
    barred: Refusal | null
    /** Hours after a session in which its note is to be signed. */
    noteWithinHours: number
    staffNames: Record<string, string>
    unreadable: number
  }>
  /** Rejects with NOT_FOUND. */
  note(id: string): Promise<NoteOnShow & { noteWithinHours: number; staffNames: Record<string, string> }>
  /** Keeps the beginning of a new note. Refused with CONSENT_NEEDED, FILE_KEPT_ONLY or NOTE_INVALID (the field in `at`). */
  beginNote(
    input: { entry: NoteEntry } & Pick<SessionNote, 'clientId' | 'appointment'>,
  ): Promise<Outcome<Stored<SessionNote>>>
  /** Keeps a draft as it stands now. Refused with NOTE_SIGNED, NOTE_OF_ANOTHER or NOTE_INVALID. */
  rewriteNote(input: {
    id: string
    revision: number
    entry: NoteEntry
  }): Promise<Outcome<Stored<SessionNote>>>
  /** Signs a draft as it stands in the form. Refused as `rewriteNote` is, or with NOTE_EMPTY or NOTE_HELD_AHEAD. */
  signNote(input: { id: string; revision: number; entry: NoteEntry }): Promise<Outcome<Stored<SessionNote>>>
  /** Adds to a signed note, under the name of whoever is signed in. Refused with NOTE_NOT_SIGNED or ADDENDUM_EMPTY. */
  addToNote(input: { id: string; revision: number; text: string }): Promise<Outcome<null>>
  /** What whoever is signed in keeps to themselves about a client, the newest first; nobody else's. */
  privateNotes(clientId: string): Promise<PrivateNote[]>
  /**
   * Keeps a private note: a new one (`id` null, `revision` 0), or in place of what it said. Refused with FILE_KEPT_ONLY,
   * NOTE_OF_ANOTHER, PRIVATE_NOTE_EMPTY or PRIVATE_NOTE_TOO_LONG.
   */
  keepPrivateNote(input: {
    id: string | null
    revision: number
    clientId: string
    text: string
  }): Promise<Outcome<null>>
}
