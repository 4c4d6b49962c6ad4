import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tiers } from '../../src/tiering/tier.ts'
import { tierStanding } from '../../src/tiering/tier-standing.ts'

const decision = (decidedAt: string, tier: (typeof tiers)[number], reviewBy: string) => ({
  tier,
  decidedAt,
  decidedBy: 'a'.repeat(32),
  reviewBy,
})
const first = decision('2026-09-01T02:00:00Z', 'priority', '2026-09-08')
const second = decision('2026-09-07T02:00:00Z', 'watch', '2026-10-05')

it('is nobody’s before a decision', () => {
  expect(tierStanding([], '2026-11-22')).toBeNull()
})

it('is what the newest decision says, whatever the order they come in', () => {
  expect(tierStanding([first, second], '2026-09-10')).toEqual({ ...second, overdue: false })
  expect(tierStanding([second, first], '2026-09-10')).toEqual({ ...second, overdue: false })
})

it.each([
  ['2026-10-04', false],
  ['2026-10-05', true],
  ['2027-10-05', true],
])('on %s overdue is %s; the tier stays', (day, overdue) => {
  expect(tierStanding([first, second], day)).toMatchObject({ tier: 'watch', overdue })
})

it('never lowers a tier as time goes by', () => {
  const decisions = fc.array(
    fc.record({
      tier: fc.constantFrom(...tiers),
      decidedBy: fc.constant('a'),
      decidedAt: fc
        .date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
        .map((at) => at.toISOString()),
      reviewBy: fc.constant('2026-12-31'),
    }),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(decisions, (made) => {
      expect(tierStanding(made, '2035-01-01')?.tier).toBe(tierStanding(made, '2026-01-01')?.tier)
    }),
  )
})
