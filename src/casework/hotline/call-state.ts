import { stateAfter } from '../records/course.ts'
import { type CallState, callCourse } from './call-course.ts'
import type { HotlineCall } from './hotline-call.ts'

/** Where a call stands in its course; calls from before there were steps are over when nobody has to call back. Throws on steps that lead nowhere. */
export function callState({ steps, endedAt, followUpDue, followUp }: HotlineCall): CallState {
  if (steps === undefined) {
    if (endedAt === null) return 'running'
    return followUpDue !== null && followUp === null ? 'after' : 'closed'
  }
  const state = stateAfter(callCourse, steps)
  if (state === null) throw new RangeError('these steps lead nowhere')
  return state
}
