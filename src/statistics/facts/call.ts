import {
  type CallFollowUpLine,
  type CallLine,
  callLineOf,
  dueDayOf,
  followUpState,
  weekdayOf,
} from '../../casework/hotline/call-line.ts'
import { callStepsOf } from '../../casework/hotline/call-step.ts'
import { type HotlineCall, hotlineCallKind } from '../../casework/hotline/hotline-call.ts'
import { dayOf } from '../../casework/records/day-of.ts'
import type { Fact } from '../fact.ts'
import type { CountedKind } from './counted-kind.ts'
import { counts, minutesBetween, nobodyOn } from './subject.ts'

/** Length of a call in full minutes, from which on. */
const callLengths = [
  { from: 60, code: '60plus' },
  { from: 30, code: '30to59' },
  { from: 10, code: '10to29' },
  { from: 0, code: 'under10' },
] as const

/** Times of the day by hour, from which on. */
const dayTimes = [
  { from: 18, code: 'evening' },
  { from: 12, code: 'afternoon' },
  { from: 6, code: 'morning' },
  { from: 0, code: 'night' },
] as const

const codeFrom = (bands: readonly { from: number; code: string }[], value: number): string =>
  bands.find(({ from }) => value >= from)?.code ?? 'unknown'

/**
 * What a call that has ended leaves behind. Nobody is counted as a person, and of all but the call itself nothing is said of the
 * caller: only the facts of one kind are ever counted together.
 */
function endedCallFacts(line: CallLine, call: HotlineCall, endedAt: string): Fact[] {
  const on = nobodyOn(line.day)
  const minutes = (Date.parse(endedAt) - Date.parse(line.startedAt)) / 60_000
  const caller = { sex: call.sex ?? 'unknown', ageBand: call.ageBand ?? 'unknown' } as const
  return [
    {
      ...on,
      ...caller,
      ...counts('call', call.callType, line.level, minutesBetween(line.startedAt, endedAt)),
    },
    {
      ...on,
      ...counts(
        'callDanger',
        line.asked === 'yes' ? 'asked' : 'notAsked',
        line.isHighRisk ? 'highRisk' : null,
      ),
    },
    { ...on, ...counts('callLength', codeFrom(callLengths, minutes)) },
    {
      ...on,
      ...counts('callTime', codeFrom(dayTimes, line.hour), weekdayOf(line.day) < 5 ? 'workday' : 'weekend'),
    },
    ...line.followUps.map(followUpFact),
    ...callStepsOf(call.steps ?? [], 'disclosed').map(({ at, told }) => ({
      ...nobodyOn(dayOf(at)),
      ...counts('disclosure', told.basis),
    })),
  ]
}

/** A call back or a check, counted in the month in which it is due. */
const followUpFact = (followUp: CallFollowUpLine): Fact => ({
  ...nobodyOn(dueDayOf(followUp)),
  ...counts('callFollowUp', followUp.doneAt === null ? 'open' : followUpState(followUp, followUp.doneAt)),
})

export const countedCalls: CountedKind<HotlineCall> = {
  kind: hotlineCallKind,
  by: 'record',
  facts: (records) =>
    records.flatMap((call) =>
      call.value.endedAt === null ? [] : endedCallFacts(callLineOf(call), call.value, call.value.endedAt),
    ),
}
