import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClientMerge } from '../../../src/casework/clients/client-merge.ts'
import { decisionsThatCount } from '../../../src/casework/tiers/decisions-that-count.ts'
import { isLower, type Tier, tiers } from '../../../src/tiering/tier.ts'
import { decisionThatHolds } from '../../../src/tiering/tier-standing.ts'
import { idOf } from '../records.ts'

const at = (second: number): string => new Date(Date.UTC(2026, 10, 22, 1, 0, second)).toISOString()
const decision = (file: number, tier: Tier, second: number) => ({
  clientId: idOf(file),
  tier,
  decidedAt: at(second),
})
const merge = (from: number, into: number, second: number, more: Partial<ClientMerge> = {}): ClientMerge => ({
  from: idOf(from),
  into: idOf(into),
  mergedBy: idOf(900),
  mergedAt: at(second),
  because: '示例：同一个人登记了两次',
  undoUntil: '2026-12-22',
  undone: null,
  ...more,
})
const held = (decisions: ReturnType<typeof decision>[], merges: ClientMerge[]) =>
  decisionThatHolds(decisionsThatCount(decisions, merges))?.tier

describe('the tier of somebody whose files are read together', () => {
  const priority = decision(1, 'priority', 1)
  const general = decision(2, 'general', 2)

  it.each([
    [
      'the higher one goes on, though the other was decided later',
      [priority, general],
      [merge(1, 2, 3)],
      'priority',
    ],
    ['and the other way round', [priority, general], [merge(2, 1, 3)], 'priority'],
    [
      'what is decided after that holds',
      [priority, general, decision(2, 'watch', 4)],
      [merge(1, 2, 3)],
      'watch',
    ],
    [
      'an older tier of the lower file does not come back',
      [decision(1, 'watch', 2), decision(2, 'priority', 3), decision(2, 'general', 4)],
      [merge(2, 1, 5)],
      'watch',
    ],
    [
      'a third file may raise it again',
      [decision(1, 'watch', 1), decision(2, 'general', 2), decision(3, 'priority', 3)],
      [merge(1, 2, 4), merge(3, 2, 5)],
      'priority',
    ],
    [
      'an undone merge says nothing',
      [priority, general],
      [merge(1, 2, 3, { undone: { by: idOf(900), at: at(4) } })],
      'general',
    ],
  ] as const)('%s', (_, decisions, merges, tier) => {
    expect(held([...decisions], [...merges])).toBe(tier)
  })

  it('is never lower than that of either file on the day they are merged, and nothing is made up', () => {
    const decisions = fc.array(
      fc.record({
        file: fc.integer({ min: 1, max: 2 }),
        tier: fc.constantFrom(...tiers),
        second: fc.integer({ min: 0, max: 50 }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(decisions, (drawn) => {
        const all = drawn.map(({ file, tier, second }) => decision(file, tier, second))
        const counting = decisionsThatCount(all, [merge(1, 2, 55)])
        expect(counting.every((one) => all.includes(one))).toBe(true)
        const together = decisionThatHolds(counting)
        for (const file of [1, 2]) {
          const own = decisionThatHolds(all.filter(({ clientId }) => clientId === idOf(file)))
          if (own !== null) expect(together && isLower(together.tier, own.tier)).toBe(false)
        }
      }),
    )
  })
})
