import { assessmentKind } from '../../casework/assessments/assessment.ts'
import { retestDue } from '../../casework/assessments/retest-due.ts'
import { type RetestPlan, retestPlanKind, retestPlanSchema } from '../../casework/assessments/retest-plan.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now, today } from '../clock.ts'
import { commands } from '../commands.ts'
import { mayDo } from '../consents/may-do.ts'
import type { ProgrammeApi, RetestPlanOnShow } from '../contract/programme.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'

type RetestPlansApi = Pick<ProgrammeApi, 'retestPlans' | 'planRetest' | 'endRetestPlan'>

const whenDue = ({ plan, due }: RetestPlanOnShow): string => due ?? `ended ${plan.value.from}`

/** What a client is to answer again, how often, and when next. */
export const retestPlansApi = (session: () => Session): RetestPlansApi => ({
  async retestPlans(clientId) {
    const { ofClient } = session()
    const [plans, assessments] = await Promise.all([
      ofClient(retestPlanKind, clientId),
      ofClient(assessmentKind, clientId),
    ])
    const given = assessments.records.map(({ value }) => value)
    const day = today()
    const onShow = plans.records.map((plan): RetestPlanOnShow => {
      const { due, instruments } = retestDue(plan.value, given)
      const dueNow = instruments.filter((one) => one.due <= day).map(({ instrument }) => instrument)
      return { plan, due, instruments, dueNow }
    })
    return {
      plans: onShow.toSorted((a, b) => whenDue(a).localeCompare(whenDue(b))),
      unreadable: plans.unreadable,
      staffNames: staffNames(session()),
    }
  },
  ...commands({
    async planRetest(input: Parameters<ProgrammeApi['planRetest']>[0]): Promise<Outcome<{ id: string }>> {
      const { vault, me, commit } = session()
      const agreed = await mayDo(session(), 'askClient', input.clientId)
      if (!agreed.ok) return agreed
      const checked = retestPlanSchema.safeParse({
        ...input,
        plannedBy: me.id,
        plannedAt: now(),
        ended: null,
      })
      if (!checked.success)
        return refused('PLAN_INVALID', { at: String(checked.error.issues[0]?.path[0] ?? '') })
      const id = vault.drawId()
      await commit([{ kind: retestPlanKind, id, expectedRevision: 0, value: checked.data }])
      return done({ id })
    },
    async endRetestPlan({
      id,
      revision,
      reason,
    }: Parameters<ProgrammeApi['endRetestPlan']>[0]): Promise<Outcome<null>> {
      const { me, get, commit } = session()
      const why = reason.trim()
      if (why.length < 2) return refused('REASON_NEEDED', { at: 'reason' })
      const { value } = await get(retestPlanKind, id)
      const ended: RetestPlan = { ...value, ended: { by: me.id, at: now(), reason: why } }
      await commit([{ kind: retestPlanKind, id, expectedRevision: revision, value: ended }])
      return done(null)
    },
  }),
})
