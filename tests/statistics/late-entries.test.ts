import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Closing, entriesFor, lateEntries, lateToldWith } from '../../src/statistics/late-entries.ts'
import { fact, pseudonym } from '../support/facts.ts'
import { shippedPlan } from '../support/release-plan.ts'

const session = (month: string, person = 0) =>
  fact({ kind: 'session', month, person: pseudonym(person), category: 'inRoom' })
const sessions = (month: string, count: number) => Array.from({ length: count }, (_, n) => session(month, n))

it('counts a record once, however many facts it leaves', () => {
  const call = (['call', 'callDanger', 'callLength', 'callTime'] as const).map((kind) =>
    fact({ kind, person: null, category: 'general' }),
  )
  expect(entriesFor([...call, session('2026-11'), session('2026-10')], '2026-11')).toBe(2)
  expect(entriesFor([...call, session('2026-11'), session('2026-10')], '2026-Q4')).toBe(3)
  // An activity leaves how many it reached in several ways, and is one entry.
  const activity = (['activities', 'audience', 'materials', 'volunteers'] as const).map((detail) =>
    fact({ kind: 'activity', person: null, category: 'villages', detail, amount: 30 }),
  )
  expect(entriesFor(activity, '2026-11')).toBe(1)
  // How things stand came with a record that is counted already, or with none.
  expect(
    entriesFor(
      [fact({ kind: 'tier', category: 'watch' }), fact({ kind: 'file', category: 'open' })],
      '2026-11',
    ),
  ).toBe(0)
})

it('tells of what came for closed periods since, once', () => {
  const closing = (period: string, entries: number, late = 0): Closing => ({ period, entries, late })
  const october = closing('2026-10', 5)
  const facts = [...sessions('2026-10', 7), ...sessions('2026-11', 4)]
  expect(lateEntries(facts, [october], '2026-11').count).toBe(2)
  const november = closing('2026-11', 4, 2)
  expect(lateEntries(facts, [october, november], '2026-12').count).toBe(0)
  expect(lateEntries([...facts, session('2026-11')], [october, november], '2026-12').count).toBe(1)
  // A quarter was closed by itself: what came for a month is told with months.
  expect(lateEntries(facts, [october], '2026-Q4').count).toBe(0)
  expect(lateEntries(facts, [], '2026-11').count).toBe(0)
})

it('is never below nought, and takes what was taken back for as many that came', () => {
  const closings = [{ period: '2026-10', entries: 5, late: 0 }]
  expect(lateEntries(sessions('2026-10', 3), closings, '2026-11').count).toBe(0)
})

it('draws afresh only when something came', () => {
  const closings = [{ period: '2026-10', entries: 5, late: 0 }]
  const members = (count: number) => lateEntries(sessions('2026-10', count), closings, '2026-11').members
  expect(members(6)).toBe(members(6))
  expect(members(6)).not.toBe(members(7))
})

it('over any months tells of every late record once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat(11), { maxLength: 12 }), { minLength: 2, maxLength: 12 }),
      (entered) => {
        const month = (number: number) => `2026-${String(number + 1).padStart(2, '0')}`
        const facts: ReturnType<typeof session>[] = []
        const closings: Closing[] = []
        let late = 0
        for (const [now, came] of entered.entries()) {
          const known = came.filter((of) => of <= now)
          facts.push(...known.map((of) => session(month(of))))
          late += known.filter((of) => of < now).length
          const { count } = lateEntries(facts, closings, month(now))
          closings.push({ period: month(now), entries: entriesFor(facts, month(now)), late: count })
        }
        expect(closings.reduce((sum, closing) => sum + closing.late, 0)).toBe(late)
      },
    ),
  )
})

it('is told with months where these say anything of clients', () => {
  expect(lateToldWith(shippedPlan, 'small')).toBe('quarter')
  expect(lateToldWith(shippedPlan, 'medium')).toBe('month')
  expect(lateToldWith(shippedPlan, 'large')).toBe('month')
})
