import { clientKind } from '../../casework/clients/client.ts'
import { takeCrisisStep } from '../../casework/crisis/crisis-blocks.ts'
import { crisisCourse } from '../../casework/crisis/crisis-course.ts'
import {
  type CrisisEpisode,
  crisisEpisodeKind,
  crisisEpisodeSchema,
  crisisStepSchema,
} from '../../casework/crisis/crisis-episode.ts'
import { hotlineCallKind } from '../../casework/hotline/hotline-call.ts'
import { mayDoCasework } from '../../casework/records/approval-blocks.ts'
import { stateAfter } from '../../casework/records/course.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now, nowAfter } from '../clock.ts'
import { commands } from '../commands.ts'
import type { CrisisApi, CrisisOnShow } from '../contract/crisis.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { crisisOnShow } from './crisis-on-show.ts'
import { caseworkers, takingHere } from './taking.ts'

type EpisodesApi = Pick<CrisisApi, 'crisisEpisodes' | 'openCrisis' | 'takeCrisisStep'>

const isOpen = ({ steps }: CrisisEpisode): boolean => stateAfter(crisisCourse, steps) !== 'closed'

const openFirst = (a: CrisisOnShow, b: CrisisOnShow): number =>
  Number(a.standing.state === 'closed') - Number(b.standing.state === 'closed') ||
  Date.parse(b.episode.value.openedAt) - Date.parse(a.episode.value.openedAt)

/** A later moment than anything that stands in the episode, so that a clock set back reorders nothing. */
const nextMoment = ({ openedAt, steps }: CrisisEpisode): string => nowAfter(steps.at(-1)?.at ?? openedAt)

const firstField = (issues: readonly { path: readonly PropertyKey[] }[]): string =>
  issues[0]?.path.map(String).join('.') ?? ''

/** Crisis episodes: what was found and done, step by step, until the client is safe and somebody has said so. */
export const episodesApi = (session: () => Session): EpisodesApi => ({
  async crisisEpisodes(clientId) {
    const { me, ofClient } = session()
    const { records, unreadable } = await ofClient(crisisEpisodeKind, clientId)
    const taking = takingHere(session())
    const { followUps: intervals } = await roomRules(session())
    const at = now()
    return {
      episodes: records
        .map((episode) => crisisOnShow(episode, me.id, taking, intervals.crisis, at))
        .sort(openFirst),
      colleagues: caseworkers(session()).map(({ id, name }) => ({ id, name })),
      staffNames: staffNames(session()),
      unreadable,
    }
  },
  ...commands({
    async openCrisis({
      clientId,
      from,
    }: Parameters<CrisisApi['openCrisis']>[0]): Promise<Outcome<{ id: string }>> {
      const { vault, me, get, ofClient, commit } = session()
      if (!mayDoCasework(me.roles)) return refused('ROLE_NEEDED')
      await get(clientKind, clientId)
      if (from.kind === 'call') await get(hotlineCallKind, from.callId)
      const { records } = await ofClient(crisisEpisodeKind, clientId)
      const held = records.find(({ value }) => isOpen(value))
      if (held !== undefined) return refused('CRISIS_OPEN_ALREADY', { at: held.id })
      const checked = crisisEpisodeSchema.safeParse({
        clientId,
        openedBy: me.id,
        openedAt: now(),
        from: from.kind === 'observed' ? { ...from, note: from.note.trim() } : from,
        steps: [],
      })
      if (!checked.success) return refused('CRISIS_STEP_INVALID', { at: firstField(checked.error.issues) })
      const id = vault.drawId()
      await commit([{ kind: crisisEpisodeKind, id, expectedRevision: 0, value: checked.data }])
      return done({ id })
    },
    async takeCrisisStep({
      id,
      revision,
      step,
    }: Parameters<CrisisApi['takeCrisisStep']>[0]): Promise<Outcome<null>> {
      const { me, get, commit } = session()
      const { value } = await get(crisisEpisodeKind, id)
      const read = crisisStepSchema.safeParse({ ...step, by: me.id, at: nextMoment(value) })
      if (!read.success) return refused('CRISIS_STEP_INVALID', { at: firstField(read.error.issues) })
      const taken = read.data
      if (taken.kind === 'handedOver' && !caseworkers(session()).some((one) => one.id === taken.to))
        return refused('UNKNOWN_STAFF', { at: 'to' })
      const { followUps: intervals } = await roomRules(session())
      const after = takeCrisisStep(value, taken, takingHere(session()), intervals.crisis)
      if (!after.ok) return after
      await commit([{ kind: crisisEpisodeKind, id, expectedRevision: revision, value: after.value }])
      return done(null)
    },
  }),
})
