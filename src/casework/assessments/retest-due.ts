import { addDays, dayOf } from '../../tiering/calendar.ts'
import type { Assessment } from './assessment.ts'
import type { RetestPlan } from './retest-plan.ts'

/** When a plan's instruments are due: each on a day of its own, for a result may have come in meanwhile. */
export interface RetestDue {
  /** The earliest of `instruments`; null once the plan has ended. */
  due: string | null
  /** In the order of the plan. */
  instruments: { instrument: string; due: string }[]
}

/**
 * When the next re-test is due, from the last answers alone: as many weeks after them as the plan says, and never before
 * the plan begins. An assessment counts whoever began it and for whatever reason, so nothing is asked twice; one that is not
 * finished does not count.
 */
export function retestDue(
  { instruments, everyWeeks, from, ended }: RetestPlan,
  assessments: readonly Pick<Assessment, 'instrument' | 'answeredAt'>[],
): RetestDue {
  if (ended !== null) return { due: null, instruments: [] }
  const each = instruments.map((instrument) => {
    const last = lastAnswered(assessments, instrument)
    const after = last === null ? from : addDays(dayOf(last), everyWeeks * 7)
    return { instrument, due: after > from ? after : from }
  })
  return { due: each.map(({ due }) => due).toSorted()[0] ?? null, instruments: each }
}

const lastAnswered = (
  assessments: readonly Pick<Assessment, 'instrument' | 'answeredAt'>[],
  instrument: string,
): string | null =>
  assessments
    .flatMap((one) => (one.instrument === instrument && one.answeredAt !== null ? [one.answeredAt] : []))
    .toSorted()
    .at(-1) ?? null
