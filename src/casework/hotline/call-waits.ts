import { dayOf, instantAt } from '../../tiering/calendar.ts'
import { verifiedKinds } from '../crisis/crisis-actions.ts'
import { verifiedActionsNeeded } from '../crisis/crisis-standing.ts'
import type { BoardColumns, FollowUpIntervals } from '../follow-ups/follow-up-intervals.ts'
import { columnsFrom, type Wait } from '../today/wait.ts'
import { callActions } from './call-actions.ts'
import { isHighRisk } from './call-danger.ts'
import { callFollowUps } from './call-follow-ups.ts'
import { callState } from './call-state.ts'
import type { HotlineCall } from './hotline-call.ts'

/** What waits of a call: itself while somebody has to do something about it, and each of its follow-ups. */
export interface CallWait {
  kind: 'openCall' | 'callFollowUp'
  at: string
  from: Wait['from']
}

/** What waits of a call; it follows from the record alone, whatever the time. */
export function callWaits(call: HotlineCall, board: FollowUpIntervals['board']): CallWait[] {
  const { startedAt, endedAt, followUpDue } = call
  const state = callState(call)
  const wait = (kind: CallWait['kind'], at: string, columns: BoardColumns): CallWait => ({
    kind,
    at,
    from: columnsFrom(dayOf(at), columns),
  })
  if (state === 'closed') return []
  if (endedAt === null) return [wait('openCall', startedAt, board.openCall)]
  if (call.steps === undefined)
    return followUpDue === null ? [] : [wait('callFollowUp', followUpDue, board.callFollowUp)]

  const left = callFollowUps(call).filter((followUp) => followUp.state === 'left')
  const urgent = isHighRisk(call) && (state === 'handingOver' || lacksVerified(call))
  const itself: CallWait[] = urgent
    ? [{ kind: 'openCall', at: endedAt, from: { now: endedAt } }]
    : state === 'handingOver' || left.length === 0
      ? [wait('openCall', endedAt, board.openCall)]
      : []
  return [
    ...itself,
    ...left.map(({ from, due }): CallWait => {
      const today = instantAt(dayOf(due), 0)
      return { kind: 'callFollowUp', at: due, from: { week: from, today, now: due } }
    }),
  ]
}

const lacksVerified = (call: HotlineCall): boolean =>
  verifiedKinds(callActions(call)) < verifiedActionsNeeded &&
  !call.steps?.some(({ kind }) => kind === 'approved')
