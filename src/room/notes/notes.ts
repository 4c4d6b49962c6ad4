import type { NotesApi } from '../contract/notes.ts'
import type { Session } from '../session.ts'
import { privateNotesApi } from './private-notes.ts'
import { sessionNotesApi } from './session-notes.ts'

/** What is written down of the work with a client, for the file and for oneself. */
export const notesApi = (session: () => Session): NotesApi => ({
  ...sessionNotesApi(session),
  ...privateNotesApi(session),
})
