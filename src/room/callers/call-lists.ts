import { callBoard } from '../../casework/hotline/call-board.ts'
import { callKeptUntil } from '../../casework/hotline/call-retention.ts'
import { callSummary } from '../../casework/hotline/call-summary.ts'
import { hotlineCallKind } from '../../casework/hotline/hotline-call.ts'
import { hotlineShiftKind } from '../../casework/shifts/hotline-shift.ts'
import { done } from '../../instruments/outcome.ts'
import { now } from '../clock.ts'
import { commands } from '../commands.ts'
import type { CallersApi } from '../contract/callers.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { callsNow } from './calls-now.ts'

type CallLists = Pick<CallersApi, 'searchCalls' | 'callBoard' | 'callSummary' | 'callKept'>

const atMost = 100
const longestBoard = 366

/** All calls at once: looked through, and added up. */
export const callListsApi = (session: () => Session): CallLists => ({
  async searchCalls(query) {
    const { index, lines, unreadable } = await callsNow(session())
    return { ...index.find(query, atMost), all: lines.size, unreadable, staffNames: staffNames(session()) }
  },
  async callBoard({ days }) {
    const { tally, unreadable } = await callsNow(session())
    const over = Math.min(Math.max(1, Math.trunc(days)), longestBoard)
    return {
      ...callBoard(tally, now(), over),
      days: over,
      unreadable,
      staffNames: staffNames(session()),
    }
  },
  async callSummary(period) {
    const { lines, unreadable } = await callsNow(session())
    const shifts = await session().list(hotlineShiftKind)
    const at = now()
    return {
      ...callSummary({ lines: lines.values(), shifts: shifts.records.map(({ value }) => value) }, period, at),
      unreadable: unreadable + shifts.unreadable,
      at,
    }
  },
  ...commands({
    async callKept(id: string) {
      const { value } = await session().get(hotlineCallKind, id)
      return done({ until: callKeptUntil(value, (await roomRules(session())).privacy) })
    },
  }),
})
