import { appointmentKind } from '../../casework/appointments/appointment.ts'
import { clientKind } from '../../casework/clients/client.ts'
import { consentKind } from '../../casework/consents/consent.ts'
import { consentFor } from '../../casework/consents/consent-needed.ts'
import { addToNote, noteStanding, rewriteNote, signNote } from '../../casework/notes/note-standing.ts'
import { type SessionNote, sessionNoteKind, sessionNoteSchema } from '../../casework/notes/session-note.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { WorkingRules } from '../../casework/unit/working-rules.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now } from '../clock.ts'
import { commands } from '../commands.ts'
import type { NoteEntry, NoteOnShow, NotesApi } from '../contract/notes.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'

type SessionNotesApi = Omit<NotesApi, 'privateNotes' | 'keepPrivateNote'>

const mayKeepNotes = async (
  { get, ofClient }: Session,
  clientId: string,
): Promise<Outcome<string | null>> => {
  const [client, consents] = await Promise.all([get(clientKind, clientId), ofClient(consentKind, clientId)])
  return consentFor('keepNotes', client.value, consents.records)
}

const onShow = ({ me }: Session, note: Stored<SessionNote>, rules: WorkingRules): NoteOnShow => ({
  note,
  standing: noteStanding(note.value, now(), rules),
  mine: note.value.signedAt === null && note.value.writtenBy === me.id,
})

const checked = (note: SessionNote): Outcome<SessionNote> => {
  const read = sessionNoteSchema.safeParse(note)
  return read.success
    ? done(read.data)
    : refused('NOTE_INVALID', { at: String(read.error.issues[0]?.path[0] ?? '') })
}

/** Saves a note as it was asked for, and gives it as it stands then. */
const save = async (
  { commit }: Session,
  id: string,
  expectedRevision: number,
  wanted: Outcome<SessionNote>,
): Promise<Outcome<Stored<SessionNote>>> => {
  const note = wanted.ok ? checked(wanted.value) : wanted
  if (!note.ok) return note
  await commit([{ kind: sessionNoteKind, id, expectedRevision, value: note.value }])
  return done({ id, revision: expectedRevision + 1, value: note.value })
}

/** What happened in sessions: drafts of their writers, and what was signed. */
export const sessionNotesApi = (session: () => Session): SessionNotesApi => ({
  async notes(clientId) {
    const [{ records, unreadable }, barred, { working }] = await Promise.all([
      session().ofClient(sessionNoteKind, clientId),
      mayKeepNotes(session(), clientId),
      roomRules(session()),
    ])
    return {
      notes: records
        .toSorted((a, b) => Date.parse(b.value.heldAt) - Date.parse(a.value.heldAt))
        .map((note) => onShow(session(), note, working)),
      barred: barred.ok ? null : barred.refusal,
      noteWithinHours: working.noteWithinHours,
      staffNames: staffNames(session()),
      unreadable,
    }
  },
  async note(id) {
    const { working } = await roomRules(session())
    const note = await session().get(sessionNoteKind, id)
    return {
      ...onShow(session(), note, working),
      noteWithinHours: working.noteWithinHours,
      staffNames: staffNames(session()),
    }
  },
  ...commands({
    async beginNote({ clientId, appointment, entry }: Parameters<NotesApi['beginNote']>[0]) {
      const { vault, me, get } = session()
      const allowed = await mayKeepNotes(session(), clientId)
      if (!allowed.ok) return allowed
      if (appointment !== null && (await get(appointmentKind, appointment)).value.clientId !== clientId)
        return refused('NOTE_INVALID', { at: 'appointment' })
      const note = { ...entry, clientId, appointment, writtenBy: me.id, signedAt: null, addenda: [] }
      return save(session(), vault.drawId(), 0, done(note))
    },
    async rewriteNote({ id, revision, entry }: { id: string; revision: number; entry: NoteEntry }) {
      const { me, get } = session()
      const { value } = await get(sessionNoteKind, id)
      return save(session(), id, revision, rewriteNote(value, me.id, entry))
    },
    async signNote({ id, revision, entry }: { id: string; revision: number; entry: NoteEntry }) {
      const { me, get } = session()
      const written = rewriteNote((await get(sessionNoteKind, id)).value, me.id, entry)
      if (!written.ok) return written
      return save(session(), id, revision, signNote(written.value, me.id, now()))
    },
    async addToNote({ id, revision, text }: { id: string; revision: number; text: string }) {
      const { me, get } = session()
      const { value } = await get(sessionNoteKind, id)
      const added = await save(session(), id, revision, addToNote(value, { by: me.id, at: now(), text }))
      return added.ok ? done(null) : added
    },
  }),
})
