import { dayOf } from '../../tiering/calendar.ts'
import { responseLevelSchema } from '../crisis/response-level.ts'
import type { HotlineShift } from '../shifts/hotline-shift.ts'
import type { Share } from './call-board.ts'
import { type CallLine, followUpState, weekdayOf } from './call-line.ts'
import { callTypes, specialCallKinds } from './call-types.ts'

/** How often something was; in the order of its list, also what never was. */
export type Counts<Name extends string> = { name: Name; calls: number }[]

/**
 * What a month or a quarter was at the hotline, for the room's own print. Its counts are exact: what goes further up is the package,
 * whose counts are protected.
 */
export interface CallSummary {
  from: string
  until: string
  calls: number
  ended: number
  meanSeconds: number | null
  byType: Counts<CallLine['type']>
  bySpecialKind: Counts<Exclude<CallLine['specialKind'], null>>
  byLevel: Counts<Exclude<CallLine['level'], null>>
  byWeekday: number[]
  byHour: number[]
  highRisk: number
  dangerAsked: Share
  /** Calls in which help outside was really called, by what it was. */
  linked: Counts<(typeof linkages)[number]>
  /** Of the follow-ups that fell due in the period, whichever call they are of. */
  followUps: Record<ReturnType<typeof followUpState>, number>
  /** Shifts that began, and how many of them because the phone rang before the hand-over was read. */
  shifts: { begun: number; calledFirst: number }
  publicSafetyEvents: number
}

const linkages = ['ambulance120', 'police110', 'familyInformed', 'supervisorInformed', 'referred'] as const

/** Sums the calls and shifts of a period (days, both included) at a moment. */
export function callSummary(
  { lines, shifts }: { lines: Iterable<CallLine>; shifts: readonly HotlineShift[] },
  { from, until }: { from: string; until: string },
  now: string,
): CallSummary {
  const isWithin = (at: string): boolean => dayOf(at) >= from && dayOf(at) <= until
  const all = [...lines]
  const calls = all.filter(({ day }) => day >= from && day <= until)
  const ended = calls.filter(({ endedAt }) => endedAt !== null)
  const seconds = ended.reduce(
    (sum, { startedAt, endedAt }) => sum + (Date.parse(endedAt ?? startedAt) - Date.parse(startedAt)) / 1000,
    0,
  )
  const counts = <Name extends string>(
    names: readonly Name[],
    isOf: (line: CallLine, name: Name) => boolean,
  ) => names.map((name) => ({ name, calls: calls.filter((line) => isOf(line, name)).length }))
  const followUps = { onTime: 0, late: 0, waiting: 0, overdue: 0 }
  for (const followUp of all.flatMap((line) => line.followUps))
    if (isWithin(followUp.due)) followUps[followUpState(followUp, now)] += 1
  const steps = shifts.flatMap((shift) => shift.steps).filter(({ at }) => isWithin(at))
  const times = (isOne: (step: HotlineShift['steps'][number]) => boolean) => steps.filter(isOne).length
  return {
    from,
    until,
    calls: calls.length,
    ended: ended.length,
    meanSeconds: ended.length === 0 ? null : Math.round(seconds / ended.length),
    byType: counts(callTypes, ({ type }, name) => type === name),
    bySpecialKind: counts(specialCallKinds, ({ specialKind }, name) => specialKind === name),
    byLevel: counts(responseLevelSchema.options, ({ level }, name) => level === name),
    byWeekday: Array.from(
      { length: 7 },
      (_, weekday) => calls.filter(({ day }) => weekdayOf(day) === weekday).length,
    ),
    byHour: Array.from({ length: 24 }, (_, at) => calls.filter(({ hour }) => hour === at).length),
    highRisk: calls.filter(({ isHighRisk }) => isHighRisk).length,
    dangerAsked: { of: ended.length, are: ended.filter(({ asked }) => asked === 'yes').length },
    linked: counts(linkages, ({ done }, name) => done.includes(name)),
    followUps,
    shifts: {
      begun: times(({ kind }) => kind === 'opened' || kind === 'calledFirst'),
      calledFirst: times(({ kind }) => kind === 'calledFirst'),
    },
    publicSafetyEvents: times((step) => step.kind === 'logged' && step.about === 'publicSafety'),
  }
}
