import { aliasKey, type Caller, callerKind } from '../../casework/callers/caller.ts'
import { callerNumberKind } from '../../casework/callers/caller-number.ts'
import { numberToLookUp } from '../../casework/callers/caller-number-blocks.ts'
import { callerPattern, callersCalled } from '../../casework/callers/caller-pattern.ts'
import { callerPlanInForce, callerPlanKind } from '../../casework/callers/caller-plan.ts'
import type { Stored } from '../../casework/records/record.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now } from '../clock.ts'
import { commands } from '../commands.ts'
import type { CallersApi, KnownCaller, NumberFound } from '../contract/callers.ts'
import type { Session } from '../session.ts'
import { linesOf } from './caller-lines.ts'
import { callsNow } from './calls-now.ts'

type KnownCallers = Pick<CallersApi, 'recogniseByAlias' | 'recogniseByNumber'>

/** Whoever calls again is known while they speak, so that nobody has to tell their story twice. */
export const knownCallersApi = (session: () => Session): KnownCallers => {
  const known = async (
    { id, value }: Stored<Caller>,
    { callId, saidWord }: { callId: string; saidWord: boolean },
  ): Promise<KnownCaller> => {
    const isTheirs = value.calls.some((call) => call.callId === callId)
    const wordNeeded = !isTheirs && !saidWord && value.word !== ''
    const found = { id, alias: value.alias, isTheirs, wordNeeded }
    if (wordNeeded) return { ...found, pattern: null, plan: null }
    const { lines } = await callsNow(session())
    const plans = await session().vault.find(callerPlanKind, 'caller', id)
    return {
      ...found,
      pattern: callerPattern(linesOf(value, lines), now(), callId),
      plan: callerPlanInForce(plans.records)?.value ?? null,
    }
  }

  return {
    async recogniseByAlias({ alias, word, callId }) {
      const { vault } = session()
      const key = aliasKey(alias)
      if (key === null || !vault.opens(callerKind.domain)) return []
      const { records } = await vault.find(callerKind, 'alias', key)
      const said = aliasKey(word)
      return Promise.all(
        callersCalled(alias, word, records).map((one) =>
          known(one, { callId, saidWord: said !== null && aliasKey(one.value.word) === said }),
        ),
      )
    },
    ...commands({
      async recogniseByNumber({
        number,
        consent,
        callId,
      }: Parameters<CallersApi['recogniseByNumber']>[0]): Promise<Outcome<NumberFound>> {
        const { vault, me, list } = session()
        if (!vault.opens(callerNumberKind.domain)) return refused('NO_KEY')
        const sought = numberToLookUp(number, { consent, roles: me.roles })
        if (!sought.ok) return sought
        // Stands for the number, so that looking for another one is entered by itself.
        const about = await vault.pseudonym(callerNumberKind.domain, sought.value)
        void vault.trail.note({ action: 'read', kind: callerNumberKind, about, detail: 'numberLookUp' })
        const { records } = await vault.find(callerNumberKind, 'number', sought.value)
        const calls = new Set(records.map(({ value }) => value.callId).filter((id) => id !== callId))
        const { records: all } = await list(callerKind)
        const named = all.filter(
          ({ value }) => value.forgotten === null && value.calls.some((call) => calls.has(call.callId)),
        )
        const claimed = new Set(all.flatMap(({ value }) => value.calls.map((call) => call.callId)))
        const { lines } = await callsNow(session())
        const unclaimed = [...calls].flatMap((id) => (claimed.has(id) ? [] : (lines.get(id) ?? [])))
        return done({
          // The number they left to be known by stands for the word.
          callers: await Promise.all(named.map((one) => known(one, { callId, saidWord: true }))),
          calls: callerPattern(unclaimed, now(), callId),
        })
      },
    }),
  }
}
