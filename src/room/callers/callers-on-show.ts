import { callerKind } from '../../casework/callers/caller.ts'
import { callerNumberKind, type numberUses } from '../../casework/callers/caller-number.ts'
import { showingBlocks } from '../../casework/callers/caller-number-blocks.ts'
import { callerPlanKind } from '../../casework/callers/caller-plan.ts'
import { folded, readingsOf } from '../../casework/clients/pinyin-index.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { now } from '../clock.ts'
import { commands } from '../commands.ts'
import type { CallerOnShow, CallersApi } from '../contract/callers.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { callerLine, linesOf } from './caller-lines.ts'
import { callsNow } from './calls-now.ts'
import { knownCaller } from './known-caller.ts'
import { numberOfCall, showingNow } from './sealed-numbers.ts'

type CallersOnShowApi = Pick<CallersApi, 'callers' | 'openCaller' | 'callerNumber'>

const lastCalled = ({ pattern }: { pattern: { last: { at: string } } | null }): number =>
  pattern === null ? 0 : Date.parse(pattern.last.at)

const isCalled = (alias: string, sought: string): boolean =>
  sought === '' ||
  folded(alias).includes(sought) ||
  readingsOf(alias).some(({ full, initials }) => full.includes(sought) || initials.includes(sought))

/** Those who call again and want to be known, and what is kept of a number but the number. */
export const callersOnShowApi = (session: () => Session): CallersOnShowApi => ({
  async callers(text) {
    const { list } = session()
    const sought = folded(text)
    const [{ records, unreadable }, plans, calls] = await Promise.all([
      list(callerKind),
      list(callerPlanKind),
      callsNow(session()),
    ])
    const byCaller = Map.groupBy(plans.records, ({ value }) => value.callerId)
    const at = now()
    return {
      callers: records
        .filter(({ value }) => value.forgotten === null && isCalled(value.alias, sought))
        .map((one) => callerLine(one, { lines: calls.lines, plans: byCaller.get(one.id) ?? [] }, at))
        .sort((a, b) => lastCalled(b) - lastCalled(a)),
      unreadable: unreadable + plans.unreadable,
    }
  },
  async callerNumber(callId) {
    const { vault } = session()
    const held = vault.opens(callerNumberKind.domain) ? await numberOfCall(session(), callId) : null
    if (held === null) return null
    const { callBack, recognise, takenBy, takenAt, shown, withdrawn } = held.value
    const blocksOf = async (use: (typeof numberUses)[number]) =>
      showingBlocks(held.value, await showingNow(session(), callId, use)).map(({ code }) => code)
    return {
      id: held.id,
      revision: held.revision,
      callBack,
      recognise,
      takenBy,
      takenAt,
      shown,
      withdrawn,
      blocks: { callBack: await blocksOf('callBack'), savingLife: await blocksOf('savingLife') },
      staffNames: staffNames(session()),
    }
  },
  ...commands({
    async openCaller(id: string): Promise<Outcome<CallerOnShow>> {
      const caller = await knownCaller(session(), id)
      if (!caller.ok) return caller
      void session().vault.trail.note({ action: 'read', kind: callerKind, about: id })
      const [{ records: plans }, { lines }] = await Promise.all([
        session().vault.find(callerPlanKind, 'caller', id),
        callsNow(session()),
      ])
      return done({
        ...callerLine(caller.value, { lines, plans }, now()),
        caller: caller.value,
        lines: linesOf(caller.value.value, lines),
        plans: plans.toSorted((a, b) => b.value.version - a.value.version),
        staffNames: staffNames(session()),
      })
    },
  }),
})
