import { type Clue, clueKind, clueSchema } from '../../casework/clues/clue.ts'
import { clueBlocks, clueExpires, clueStanding, cluesOnShow } from '../../casework/clues/clue-standing.ts'
import { mayDoCasework } from '../../casework/records/approval-blocks.ts'
import { unlessBlocked } from '../../casework/records/block.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now, nowAfter, today } from '../clock.ts'
import { commands } from '../commands.ts'
import { mayDo } from '../consents/may-do.ts'
import type { ClueOnShow, CluesApi } from '../contract/clues.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'

const waitingFirst = ({ clue: { value: a } }: ClueOnShow, { clue: { value: b } }: ClueOnShow): number =>
  Number(a.outcome !== null) - Number(b.outcome !== null) ||
  (a.outcome === null ? a.expires.localeCompare(b.expires) : b.receivedAt.localeCompare(a.receivedAt))

/** What others noticed about a client: looked into by a named person, or gone. */
export const cluesApi = (session: () => Session): CluesApi => ({
  async clues(clientId) {
    const { records, unreadable } = await session().ofClient(clueKind, clientId)
    const { working } = await roomRules(session())
    const day = today()
    return {
      clues: cluesOnShow(records, day)
        .map((clue) => ({ clue, standing: clueStanding(clue.value, day, working) }))
        .sort(waitingFirst),
      staffNames: staffNames(session()),
      unreadable,
    }
  },
  ...commands({
    async noteClue({
      clientId,
      source,
      told,
    }: Parameters<CluesApi['noteClue']>[0]): Promise<Outcome<{ id: string }>> {
      const { vault, me, commit } = session()
      if (!mayDoCasework(me.roles)) return refused('ROLE_NEEDED')
      const may = await mayDo(session(), 'noteObservation', clientId)
      if (!may.ok) return may
      const { working } = await roomRules(session())
      const receivedAt = now()
      const read = clueSchema.safeParse({
        clientId,
        assessmentId: null,
        source: source.trim(),
        told: told.trim(),
        receivedBy: me.id,
        receivedAt,
        expires: clueExpires(receivedAt, working),
        outcome: null,
      })
      if (!read.success) return refused('CLUE_INVALID', { at: String(read.error.issues[0]?.path[0] ?? '') })
      const id = vault.drawId()
      await commit([{ kind: clueKind, id, expectedRevision: 0, value: read.data }])
      return done({ id })
    },
    async answerClue({
      id,
      revision,
      found,
      entry,
    }: Parameters<CluesApi['answerClue']>[0]): Promise<Outcome<null>> {
      const { me, get, commit } = session()
      if (!mayDoCasework(me.roles)) return refused('ROLE_NEEDED')
      const { value } = await get(clueKind, id)
      const outcome = { by: me.id, at: nowAfter(value.receivedAt), found, entry: entry.trim() }
      const answered = unlessBlocked(clueBlocks(value, outcome), (): Clue => ({ ...value, outcome }))
      if (!answered.ok) return answered
      await commit([{ kind: clueKind, id, expectedRevision: revision, value: answered.value }])
      return done(null)
    },
  }),
})
