import { clientKind } from '../../casework/clients/client.ts'
import { sessionNoteKind } from '../../casework/notes/session-note.ts'
import type { MaskedCase } from '../../casework/supervision/masked-case.ts'
import { supervisionKind, supervisionSchema } from '../../casework/supervision/supervision.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { SupervisionApi } from '../contract/supervision.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { discussionOf } from './discussion.ts'

/** The work talked over with a supervisor, and a case made ready for it. */
export const supervisionApi = (session: () => Session): SupervisionApi => ({
  async supervisions(clientId) {
    const { records, unreadable } = await session().ofClient(supervisionKind, clientId)
    const supervisions = records.toSorted((a, b) => b.value.day.localeCompare(a.value.day))
    return { supervisions, unreadable, staffNames: staffNames(session()) }
  },
  async previewDiscussion(input) {
    return discussionOf(session(), input)
  },
  ...commands({
    async recordSupervision(
      input: Parameters<SupervisionApi['recordSupervision']>[0],
    ): Promise<Outcome<{ id: string }>> {
      const { vault, me, get, commit } = session()
      if (input.clientId !== null) await get(clientKind, input.clientId)
      const read = supervisionSchema.safeParse({ ...input, recordedBy: me.id, recordedAt: now() })
      if (!read.success)
        return refused('SUPERVISION_INVALID', { at: String(read.error.issues[0]?.path[0] ?? '') })
      if (read.data.day > today()) return refused('SUPERVISION_AHEAD', { at: 'day' })
      const id = vault.drawId()
      await commit([{ kind: supervisionKind, id, expectedRevision: 0, value: read.data }])
      return done({ id })
    },
    async releaseDiscussion({
      by,
      ...input
    }: Parameters<SupervisionApi['releaseDiscussion']>[0]): Promise<Outcome<MaskedCase>> {
      const { vault } = session()
      if (input.question.trim().length < 2) return refused('QUESTION_NEEDED', { at: 'question' })
      const discussion = await discussionOf(session(), input)
      if (!discussion.ok) return discussion
      const action = by === 'file' ? 'exported' : 'printed'
      await vault.trail.sign([{ action, kind: sessionNoteKind, about: input.clientId }])
      return discussion
    },
  }),
})
