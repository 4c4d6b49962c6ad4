import {
  type CallFollowUpLine,
  type CallLine,
  dueDayOf,
  followUpState,
  weekdayOf,
} from '../casework/hotline/call-line.ts'
import type { HotlineCall } from '../casework/hotline/hotline-call.ts'
import type { Fact } from './fact.ts'
import { callFact } from './facts-of.ts'

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

/** Of all but the call itself nothing is said of the caller: only the facts of one kind are ever counted together. */
const unknownCaller = { person: null, sex: 'unknown', ageBand: 'unknown', place: null, amount: 1 } as const

/**
 * What a call that has ended leaves behind, to be saved once, with its end: its type and level, whether danger was asked about and the
 * risk was high, how long it was, and the time of day. Nothing is finer than a month.
 */
export function callFacts(line: CallLine, call: Pick<HotlineCall, 'sex' | 'ageBand' | 'callType'>): Fact[] {
  const month = line.day.slice(0, 7)
  const minutes = line.endedAt === null ? 0 : (Date.parse(line.endedAt) - Date.parse(line.startedAt)) / 60_000
  const fact = (kind: Fact['kind'], category: string, detail: string | null): Fact => ({
    kind,
    month,
    ...unknownCaller,
    category,
    detail,
  })
  return [
    { ...callFact(call, line.day), detail: line.level },
    fact('callDanger', line.asked === 'yes' ? 'asked' : 'notAsked', line.isHighRisk ? 'highRisk' : null),
    fact('callLength', codeFrom(callLengths, minutes), null),
    fact('callTime', codeFrom(dayTimes, line.hour), weekdayOf(line.day) < 5 ? 'workday' : 'weekend'),
  ]
}

/** What a follow-up leaves behind when it is done, counted in the month in which it was due. */
export const callFollowUpFact = (followUp: CallFollowUpLine, now: string): Fact => ({
  kind: 'callFollowUp',
  month: dueDayOf(followUp).slice(0, 7),
  ...unknownCaller,
  category: followUpState(followUp, now),
  detail: null,
})
