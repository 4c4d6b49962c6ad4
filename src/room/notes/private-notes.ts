import { clientKind } from '../../casework/clients/client.ts'
import { consentFor } from '../../casework/consents/consent-needed.ts'
import { isOwnProcessNote } from '../../casework/notes/note-standing.ts'
import { processNoteKind, processNoteSchema } from '../../casework/notes/process-note.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now } from '../clock.ts'
import { commands } from '../commands.ts'
import type { NotesApi } from '../contract/notes.ts'
import type { Session } from '../session.ts'
import { openPrivate, sealPrivate } from './private-text.ts'

type PrivateNotesApi = Pick<NotesApi, 'privateNotes' | 'keepPrivateNote'>

/** What a counsellor keeps to themselves; the record says whose it is, and nobody else opens what it holds. */
export const privateNotesApi = (session: () => Session): PrivateNotesApi => ({
  async privateNotes(clientId) {
    const { vault, me, ofClient } = session()
    const { records } = await ofClient(processNoteKind, clientId)
    const own = records.filter(({ value }) => isOwnProcessNote(value, me.id))
    const notes = await Promise.all(
      own.map(async ({ id, revision, value: { writtenAt, sealed } }) => ({
        id,
        revision,
        writtenAt,
        text: await openPrivate(vault, id, sealed),
      })),
    )
    return notes.sort((a, b) => b.writtenAt.localeCompare(a.writtenAt))
  },
  ...commands({
    async keepPrivateNote({
      id,
      revision,
      clientId,
      text,
    }: Parameters<NotesApi['keepPrivateNote']>[0]): Promise<Outcome<null>> {
      const { vault, me, get, commit } = session()
      const allowed = consentFor('noteObservation', (await get(clientKind, clientId)).value, [])
      if (!allowed.ok) return allowed
      const before = id === null ? null : (await get(processNoteKind, id)).value
      if (before !== null && !isOwnProcessNote(before, me.id)) return refused('NOTE_OF_ANOTHER')
      // What was written may be taken back, and then nothing of it is left.
      if (before === null && text.trim() === '') return refused('PRIVATE_NOTE_EMPTY')
      const saved = id ?? vault.drawId()
      const sealed = await sealPrivate(vault, saved, text)
      const written = { ...(before ?? { clientId, writtenBy: me.id, writtenAt: now() }), sealed }
      if (!processNoteSchema.safeParse(written).success) return refused('PRIVATE_NOTE_TOO_LONG')
      await commit([{ kind: processNoteKind, id: saved, expectedRevision: revision, value: written }])
      return done(null)
    },
  }),
})
