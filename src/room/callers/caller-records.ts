import { aliasKey, type Caller, callerKind, callerSchema } from '../../casework/callers/caller.ts'
import { callerNumberKind } from '../../casework/callers/caller-number.ts'
import { withCall } from '../../casework/callers/caller-pattern.ts'
import { callerPlanInForce, callerPlanKind, nextCallerPlan } from '../../casework/callers/caller-plan.ts'
import { hotlineCallKind } from '../../casework/hotline/hotline-call.ts'
import type { Stored } from '../../casework/records/record.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Change } from '../../vault/vault.ts'
import { now } from '../clock.ts'
import type { CallersApi } from '../contract/callers.ts'
import type { Session } from '../session.ts'
import { knownCaller } from './known-caller.ts'

type CallerRecords = Pick<
  CallersApi,
  'addCallToCaller' | 'newCaller' | 'changeCaller' | 'forgetCaller' | 'saveCallerPlan'
>
type Asked<Name extends keyof CallerRecords> = Parameters<CallerRecords[Name]>[0]

/** Those who call again and want to be known, by nothing but an alias. */
export const callerRecordsApi = (session: () => Session): CallerRecords => {
  const plansOf = async (id: string) => (await session().vault.find(callerPlanKind, 'caller', id)).records

  const notForgotten = (id: string) => knownCaller(session(), id)

  /** Refused with CALL_OF_ANOTHER_CALLER; a call is nobody's or somebody's, never of two. */
  const freeCall = async (callId: string, of: string | null): Promise<Outcome<null>> => {
    const { records } = await session().list(callerKind)
    const other = records.find(
      ({ id, value }) => id !== of && value.calls.some((call) => call.callId === callId),
    )
    return other === undefined ? done(null) : refused('CALL_OF_ANOTHER_CALLER', { at: other.id })
  }

  const checked = (caller: unknown): Outcome<Caller> => {
    const read = callerSchema.safeParse(caller)
    if (!read.success)
      return refused('CALLER_INVALID', { at: String(read.error.issues[0]?.path[0] ?? 'alias') })
    return aliasKey(read.data.alias) === null ? refused('ALIAS_NEEDED', { at: 'alias' }) : done(read.data)
  }

  const save = async ({ id, revision }: Pick<Stored<Caller>, 'id' | 'revision'>, value: Caller) => {
    await session().commit([{ kind: callerKind, id, expectedRevision: revision, value }])
    return done(null)
  }

  return {
    async addCallToCaller({ callerId, callId, known }: Asked<'addCallToCaller'>): Promise<Outcome<null>> {
      const { me, get } = session()
      await get(hotlineCallKind, callId)
      const caller = await notForgotten(callerId)
      if (!caller.ok) return caller
      const free = await freeCall(callId, callerId)
      if (!free.ok) return free
      const { value } = caller.value
      const after = withCall(value, { callId, by: me.id, at: now(), known })
      return after === value ? done(null) : save(caller.value, after)
    },
    async newCaller({ alias, word, agreed, callId }: Asked<'newCaller'>): Promise<Outcome<{ id: string }>> {
      const { me, get, vault } = session()
      await get(hotlineCallKind, callId)
      if (!agreed) return refused('CALLER_CONSENT_NEEDED', { at: 'agreed' })
      const at = now()
      const caller = checked({
        alias,
        word,
        agreedAt: at,
        recordedBy: me.id,
        calls: [{ callId, by: me.id, at, known: 'alias' }],
        forgotten: null,
      })
      if (!caller.ok) return caller
      const free = await freeCall(callId, null)
      if (!free.ok) return free
      const id = vault.drawId()
      await save({ id, revision: 0 }, caller.value)
      return done({ id })
    },
    async changeCaller({ id, revision, alias, word }: Asked<'changeCaller'>): Promise<Outcome<null>> {
      const caller = await notForgotten(id)
      if (!caller.ok) return caller
      const changed = checked({ ...caller.value.value, alias, word })
      return changed.ok ? save({ id, revision }, changed.value) : changed
    },
    async forgetCaller({ id, revision }: Asked<'forgetCaller'>): Promise<Outcome<null>> {
      const { me, vault, commit } = session()
      const caller = await notForgotten(id)
      if (!caller.ok) return caller
      const { value } = caller.value
      const taken = { by: me.id, at: now() }
      const numbers = await vault.findAny(
        callerNumberKind,
        'call',
        value.calls.map(({ callId }) => callId),
      )
      const unknown: Change[] = numbers.records
        .filter((one) => one.value.recognise && one.value.withdrawn === null)
        .map((one) => ({
          kind: callerNumberKind,
          id: one.id,
          expectedRevision: one.revision,
          value: { ...one.value, recognise: false },
        }))
      const held = callerPlanInForce(await plansOf(id))?.value
      const ended: Change[] =
        held === undefined
          ? []
          : [
              {
                kind: callerPlanKind,
                id: vault.drawId(),
                expectedRevision: 0,
                value: {
                  ...held,
                  version: held.version + 1,
                  madeBy: taken.by,
                  madeAt: taken.at,
                  ended: true,
                },
              },
            ]
      await commit([
        { kind: callerKind, id, expectedRevision: revision, value: { ...value, forgotten: taken } },
        ...unknown,
        ...ended,
      ])
      return done(null)
    },
    async saveCallerPlan({ callerId, plan }: Asked<'saveCallerPlan'>): Promise<Outcome<null>> {
      const { me, vault, commit } = session()
      const caller = await notForgotten(callerId)
      if (!caller.ok) return caller
      const next = nextCallerPlan(plan, await plansOf(callerId), {
        callerId,
        madeBy: me.id,
        madeAt: now(),
      })
      if (!next.ok) return next
      await commit([{ kind: callerPlanKind, id: vault.drawId(), expectedRevision: 0, value: next.value }])
      return done(null)
    },
  }
}
