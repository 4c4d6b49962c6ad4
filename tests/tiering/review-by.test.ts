import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/tiering/calendar.ts'
import { reviewBy } from '../../src/tiering/review-by.ts'
import { type Tier, tiers } from '../../src/tiering/tier.ts'
import { shippedRules } from './shipped-rules.ts'

const on = (day: string, tier: Tier) => ({ tier, decidedAt: `${day}T02:00:00Z` })
const priority = (...days: string[]) => days.map((day) => on(day, 'priority'))

describe('when a tier is looked at again', () => {
  it.each<[Tier, ReturnType<typeof on>[], string, string]>([
    ['priority', [], '2026-03-01', '2026-03-08'],
    ['priority', priority('2026-03-01'), '2026-03-08', '2026-03-22'],
    ['priority', priority('2026-03-01', '2026-03-08'), '2026-03-22', '2026-04-21'],
    ['priority', priority('2026-03-01', '2026-03-08', '2026-03-22'), '2026-04-21', '2026-07-21'],
    [
      'priority',
      priority('2026-03-01', '2026-03-08', '2026-03-22', '2026-04-21', '2026-07-21'),
      '2026-10-20',
      '2027-01-19',
    ],
    ['watch', [], '2026-03-01', '2026-03-29'],
    ['watch', [on('2026-03-01', 'watch')], '2026-03-29', '2026-06-28'],
    ['general', [on('2026-03-01', 'general')], '2026-03-29', '2027-03-29'],
  ])('%s after %j on %s: %s', (tier, earlier, day, expected) => {
    expect(reviewBy(shippedRules, tier, earlier, day)).toBe(expected)
  })

  it('begins anew with another tier', () => {
    const earlier = [...priority('2026-01-01', '2026-01-08'), on('2026-01-22', 'watch')]
    expect(reviewBy(shippedRules, 'priority', earlier, '2026-03-01')).toBe('2026-03-08')
    expect(reviewBy(shippedRules, 'watch', earlier, '2026-02-19')).toBe('2026-05-21')
  })

  it('comes no later for confirming again at once, or for having missed one', () => {
    const often = priority('2026-03-01', '2026-03-01', '2026-03-01')
    expect(reviewBy(shippedRules, 'priority', often, '2026-03-01')).toBe('2026-03-08')
    expect(reviewBy(shippedRules, 'priority', priority('2026-03-01'), '2026-09-01')).toBe('2026-09-15')
  })

  it('is never put off beyond what the rules say', () => {
    const days = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 8 })
    fc.assert(
      fc.property(fc.constantFrom(...tiers), days, fc.integer({ min: 0, max: 60 }), (tier, earlier, more) => {
        const past = earlier.toSorted((a, b) => a - b)
        const day = addDays('2026-01-01', (past.at(-1) ?? 0) + more)
        const by = reviewBy(
          shippedRules,
          tier,
          past.map((one) => on(addDays('2026-01-01', one), tier)),
          day,
        )
        const chain = shippedRules.tiers[tier].reviewAfterDays
        expect(chain.map((one) => addDays(day, one))).toContain(by)
        expect(chain.indexOf(chain.find((one) => addDays(day, one) === by) ?? -1)).toBeLessThanOrEqual(
          past.length,
        )
      }),
    )
  })
})
