import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Assessment } from '../../../src/casework/assessments/assessment.ts'
import { retestDue } from '../../../src/casework/assessments/retest-due.ts'
import type { RetestPlan } from '../../../src/casework/assessments/retest-plan.ts'
import { addDays, dayOf, instantAt } from '../../../src/tiering/calendar.ts'
import { idOf } from '../records.ts'

type Given = Pick<Assessment, 'instrument' | 'answeredAt'>

const planOf = (more: Partial<RetestPlan> = {}): RetestPlan => ({
  clientId: idOf(1),
  instruments: ['phq-9', 'gad-7'],
  battery: null,
  everyWeeks: 4,
  from: '2026-11-29',
  plannedBy: idOf(900),
  plannedAt: '2026-11-01T01:00:00.000Z',
  ended: null,
  ...more,
})
const on = (day: string, instrument = 'phq-9'): Given => ({ instrument, answeredAt: `${day}T02:00:00.000Z` })
const dueOf = (given: Given[], more: Partial<RetestPlan> = {}) => {
  const { due, instruments } = retestDue(planOf(more), given)
  return [due, ...instruments.map((one) => one.due)]
}

it.each<[string, Given[], (string | null)[]]>([
  ['nothing answered yet: on the first day', [], ['2026-11-29', '2026-11-29', '2026-11-29']],
  [
    'answered long before the plan: on the first day, not before',
    [on('2026-01-05'), on('2026-01-05', 'gad-7')],
    ['2026-11-29', '2026-11-29', '2026-11-29'],
  ],
  [
    'answered meanwhile: that instrument waits its weeks, the other does not',
    [on('2026-11-20')],
    ['2026-11-29', '2026-12-18', '2026-11-29'],
  ],
  [
    'answered late: counted from the answers, not from the day that was planned',
    [on('2026-12-10'), on('2026-12-08', 'gad-7'), on('2026-11-29')],
    ['2027-01-05', '2027-01-07', '2027-01-05'],
  ],
  [
    'begun but not finished, or another instrument: as if nothing had come in',
    [{ instrument: 'phq-9', answeredAt: null }, on('2026-12-10', 'who-5')],
    ['2026-11-29', '2026-11-29', '2026-11-29'],
  ],
])('%s', (_, given, expected) => {
  expect(dueOf(given)).toEqual(expected)
})

it('counts the day of the room, not of Greenwich', () => {
  const lateEvening: Given = { instrument: 'phq-9', answeredAt: '2026-12-01T16:30:00.000Z' }
  expect(dueOf([lateEvening], { instruments: ['phq-9'] })[0]).toBe('2026-12-30')
})

it('has nothing due once it has ended', () => {
  const ended = { by: idOf(900), at: '2026-12-01T01:00:00.000Z', reason: '示例：已好转' }
  expect(retestDue(planOf({ ended }), [])).toEqual({ due: null, instruments: [] })
})

const dayArb = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2025-01-01', days))
const givenArb = fc.array(
  fc.record({
    instrument: fc.constantFrom('phq-9', 'gad-7', 'who-5'),
    answeredAt: fc.option(
      fc.tuple(dayArb, fc.integer({ min: 0, max: 1439 })).map(([day, minute]) => instantAt(day, minute)),
    ),
  }),
  { maxLength: 12 },
)
const planArb = fc
  .record({
    from: dayArb,
    everyWeeks: fc.integer({ min: 1, max: 104 }),
    instruments: fc.uniqueArray(fc.constantFrom('phq-9', 'gad-7', 'who-5'), { minLength: 1 }),
  })
  .map(planOf)

it('never falls before the first day, nor sooner after any answers than the plan says', () => {
  fc.assert(
    fc.property(planArb, givenArb, (plan, given) => {
      const { due, instruments } = retestDue(plan, given)
      expect(instruments.map(({ instrument }) => instrument)).toEqual(plan.instruments)
      expect(due).toBe(instruments.map((one) => one.due).toSorted()[0])
      for (const one of instruments) {
        const earliest = given
          .filter(({ instrument, answeredAt }) => instrument === one.instrument && answeredAt !== null)
          .map(({ answeredAt }) => addDays(dayOf(answeredAt ?? ''), plan.everyWeeks * 7))
        expect([plan.from, ...earliest]).toContain(one.due)
        for (const day of [plan.from, ...earliest]) expect(one.due >= day).toBe(true)
      }
    }),
  )
})

it('does not depend on the order of the answers', () => {
  fc.assert(
    fc.property(planArb, givenArb, (plan, given) => {
      expect(retestDue(plan, given.toReversed())).toEqual(retestDue(plan, given))
    }),
  )
})

it('a result that comes in can only put the next re-test off, and what was not answered stays', () => {
  fc.assert(
    fc.property(planArb, givenArb, dayArb, (plan, given, day) => {
      const [first = ''] = plan.instruments
      const before = retestDue(plan, given).instruments
      const after = retestDue(plan, [...given, on(day, first)]).instruments
      for (const [index, { instrument, due }] of before.entries()) {
        const now = after[index]?.due ?? ''
        if (instrument === first) {
          expect(now >= due && now >= addDays(day, plan.everyWeeks * 7)).toBe(true)
        } else expect(now).toBe(due)
      }
    }),
  )
})
