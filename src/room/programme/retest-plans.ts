import { assessmentKind } from '../../casework/assessment.ts'
import { clientKind } from '../../casework/client.ts'
import type { Stored } from '../../casework/record.ts'
import { retestDue } from '../../casework/retest-due.ts'
import { type RetestPlan, retestPlanKind, retestPlanSchema } from '../../casework/retest-plan.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { assessmentsByClient } from '../clients/by-client.ts'
import { now, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { ProgrammeApi, RetestPlanOnShow } from '../contract/programme.ts'
import { onceFor } from '../once-for.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'

type RetestPlansApi = Pick<ProgrammeApi, 'retestPlans' | 'planRetest' | 'endRetestPlan'>

const plansByClient = onceFor(
  (records: readonly Stored<RetestPlan>[]): ReadonlyMap<string, readonly Stored<RetestPlan>[]> =>
    Map.groupBy(records, ({ value }) => value.clientId),
)

/** Clients with a re-test due today or before, each once with the earliest day. */
export const retestsDue = async (
  { list }: Pick<Session, 'list'>,
  day: string,
): Promise<{ clients: { clientId: string; due: string }[]; unreadable: number }> => {
  const [plans, assessments] = await Promise.all([list(retestPlanKind), list(assessmentKind)])
  const answers = assessmentsByClient(assessments.records)
  const clients = [...plansByClient(plans.records)].flatMap(([clientId, own]) => {
    const given = (answers.get(clientId) ?? []).map(({ value }) => value)
    const due = own
      .flatMap(({ value }) => retestDue(value, given).due ?? [])
      .toSorted()
      .at(0)
    return due !== undefined && due <= day ? [{ clientId, due }] : []
  })
  return { clients, unreadable: plans.unreadable }
}

const whenDue = ({ plan, due }: RetestPlanOnShow): string => due ?? `ended ${plan.value.from}`

/** What a client is to answer again, how often, and when next. */
export const retestPlansApi = (session: () => Session): RetestPlansApi => ({
  async retestPlans(clientId) {
    const { list } = session()
    const [plans, assessments] = await Promise.all([list(retestPlanKind), list(assessmentKind)])
    const given = (assessmentsByClient(assessments.records).get(clientId) ?? []).map(({ value }) => value)
    const day = today()
    const onShow = (plansByClient(plans.records).get(clientId) ?? []).map((plan): RetestPlanOnShow => {
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
      const { vault, me, get, commit } = session()
      await get(clientKind, input.clientId)
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
