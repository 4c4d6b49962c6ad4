import { addDays, dayOf, instantAt } from '../../tiering/calendar.ts'
import { lookedAfter } from '../crisis/crisis-follow-ups.ts'
import type { ResponseLevel } from '../crisis/response-level.ts'
import type { Stored } from '../records/record.ts'
import { callActions } from './call-actions.ts'
import type { CallState } from './call-course.ts'
import { isHighRisk } from './call-danger.ts'
import { callFollowUps } from './call-follow-ups.ts'
import { callState } from './call-state.ts'
import { callStepsOf } from './call-step.ts'
import type { CallAction, HotlineCall } from './hotline-call.ts'

/** A call back or a check that was agreed on. */
export interface CallFollowUpLine {
  due: string
  /** Done by then, it was done on time. */
  onTimeUntil: string
  doneAt: string | null
}

/** What lists, boards and hand-overs know of a call; nothing of what was said. */
export interface CallLine {
  id: string
  /** Empty for calls from before they were numbered. */
  number: string
  seat: number | null
  /** Who took it. */
  worker: string
  state: CallState
  startedAt: string
  endedAt: string | null
  /** Of the room's calendar; `hour` 0–23. */
  day: string
  hour: number
  alias: string
  type: HotlineCall['callType']
  specialKind: HotlineCall['specialKind']
  /** As it was set last. */
  level: ResponseLevel | null
  /** Whether danger was asked about; null while it is not recorded. */
  asked: 'yes' | 'no' | null
  isHighRisk: boolean
  /** What was really done, not merely intended. */
  done: CallAction['kind'][]
  /** None that a closed call was left without. */
  followUps: CallFollowUpLine[]
  /** Somebody still has to look after it. */
  isUnsettled: boolean
}

const hour = 3_600_000
const dayLength = 24 * hour
const daysInWeek = 7
/** 1 January 1970 was a Thursday. */
const firstWeekday = 3

/** The weekday of a day: 0 Monday – 6 Sunday. */
export const weekdayOf = (day: string): number => (Date.parse(day) / dayLength + firstWeekday) % daysInWeek

/** Reads a call for lists; the one place that does. */
export function callLineOf({ id, value: call }: Stored<HotlineCall>): CallLine {
  const { startedAt, endedAt, worker, danger, alias, steps = [] } = call
  const day = dayOf(startedAt)
  const state = callState(call)
  return {
    id,
    number: call.number ?? '',
    seat: call.seat ?? null,
    worker,
    state,
    startedAt,
    endedAt,
    day,
    hour: Math.floor((Date.parse(startedAt) - Date.parse(instantAt(day, 0))) / hour),
    alias,
    type: call.callType,
    specialKind: call.specialKind,
    level: callStepsOf(steps, 'levelSet').at(-1)?.level ?? call.responseLevel,
    asked: danger?.asked ?? null,
    isHighRisk: isHighRisk(call),
    done: callActions(call).flatMap((action) => (action.state === 'intended' ? [] : [action.what])),
    followUps: followUpsOf(call).filter(({ doneAt }) => doneAt !== null || state !== 'closed'),
    isUnsettled: state !== 'closed',
  }
}

function followUpsOf(call: HotlineCall): CallFollowUpLine[] {
  const { steps, followUpDue, followUp } = call
  if (steps === undefined) {
    if (followUpDue === null) return []
    const onTimeUntil = instantAt(addDays(dayOf(followUpDue), 1), 0)
    return [{ due: followUpDue, onTimeUntil, doneAt: followUp?.doneAt ?? null }]
  }
  const done = callStepsOf(steps, 'followedUp').filter(lookedAfter)
  return callFollowUps(call).map(({ afterHours, due, state }) => {
    // One that was passed over was made up for by a later one.
    const by = done.findLast((step) =>
      state === 'done' ? step.afterHours === afterHours : step.afterHours > afterHours,
    )
    return { due, onTimeUntil: due, doneAt: state === 'left' ? null : (by?.at ?? null) }
  })
}

/** The day on which a follow-up falls due. */
export const dueDayOf = ({ due }: CallFollowUpLine): string => dayOf(due)

/** How a follow-up stands at a moment. */
export function followUpState(
  { onTimeUntil, doneAt }: CallFollowUpLine,
  now: string,
): 'onTime' | 'late' | 'waiting' | 'overdue' {
  const until = Date.parse(onTimeUntil)
  if (doneAt !== null) return Date.parse(doneAt) <= until ? 'onTime' : 'late'
  return Date.parse(now) <= until ? 'waiting' : 'overdue'
}

/** The follow-ups of a call that nobody has done yet. */
export const followUpsLeft = ({ followUps }: CallLine): CallFollowUpLine[] =>
  followUps.filter(({ doneAt }) => doneAt === null)
