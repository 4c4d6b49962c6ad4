import { clientKind } from '../../casework/clients/client.ts'
import { crisisCourse } from '../../casework/crisis/crisis-course.ts'
import { crisisEpisodeKind } from '../../casework/crisis/crisis-episode.ts'
import { safetyPlanKind } from '../../casework/crisis/safety-plan.ts'
import {
  nextSafetyPlan,
  proposedReview,
  safetyPlanInForce,
} from '../../casework/crisis/safety-plan-version.ts'
import { mayDoCasework } from '../../casework/records/approval-blocks.ts'
import { stateAfter } from '../../casework/records/course.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now, nowAfter } from '../clock.ts'
import { commands } from '../commands.ts'
import type { CrisisApi } from '../contract/crisis.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'

type SafetyPlansApi = Pick<CrisisApi, 'safetyPlans' | 'makeSafetyPlan' | 'giveSafetyPlan'>

/** Plans that clients make with staff for hard hours; every version stays. */
export const safetyPlansApi = (session: () => Session): SafetyPlansApi => ({
  async safetyPlans(clientId) {
    const { ofClient } = session()
    const [{ records, unreadable }, episodes, { followUps: intervals }] = await Promise.all([
      ofClient(safetyPlanKind, clientId),
      ofClient(crisisEpisodeKind, clientId),
      roomRules(session()),
    ])
    const inCrisis = episodes.records.some(({ value }) => stateAfter(crisisCourse, value.steps) !== 'closed')
    return {
      plans: records.toSorted((a, b) => b.value.version - a.value.version),
      proposedReview: proposedReview(now(), inCrisis, intervals),
      staffNames: staffNames(session()),
      unreadable,
    }
  },
  ...commands({
    async makeSafetyPlan({
      clientId,
      plan,
    }: Parameters<CrisisApi['makeSafetyPlan']>[0]): Promise<Outcome<{ id: string }>> {
      const { vault, me, get, ofClient, commit } = session()
      if (!mayDoCasework(me.roles)) return refused('ROLE_NEEDED')
      await get(clientKind, clientId)
      const { records } = await ofClient(safetyPlanKind, clientId)
      const before = safetyPlanInForce(records)?.value.madeAt
      const madeAt = before === undefined ? now() : nowAfter(before)
      const made = nextSafetyPlan(plan, records, { clientId, madeBy: me.id, madeAt })
      if (!made.ok) return made
      const id = vault.drawId()
      await commit([{ kind: safetyPlanKind, id, expectedRevision: 0, value: made.value }])
      return done({ id })
    },
    async giveSafetyPlan({
      id,
      revision,
    }: Parameters<CrisisApi['giveSafetyPlan']>[0]): Promise<Outcome<null>> {
      const { get, commit } = session()
      const { value } = await get(safetyPlanKind, id)
      const given = { ...value, givenToClient: true }
      await commit([{ kind: safetyPlanKind, id, expectedRevision: revision, value: given }])
      return done(null)
    },
  }),
})
