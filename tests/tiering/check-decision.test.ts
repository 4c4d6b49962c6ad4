import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDecision } from '../../src/tiering/check-decision.ts'
import { isLower, type Tier, tiers } from '../../src/tiering/tier.ts'
import { found, scored } from './evidence-builders.ts'

const reason = '示例：与本人谈过'
const standing = (tier: Tier) => ({
  tier,
  decidedBy: 'a',
  decidedAt: '2026-11-10T02:00:00Z',
  reviewBy: '2026-11-17',
  overdue: true,
})
const before = scored('phq-9', 4, '2026-11-10T01:59:59Z')
const since = scored('phq-9', 4, '2026-11-20T02:00:00Z')

describe('a decision on a tier', () => {
  it.each(['', ' ', '好', '  \n'])('needs a reason; %j is none', (given) => {
    expect(checkDecision({ tier: 'priority', reason: given }, null, [])).toMatchObject({
      refusal: { code: 'REASON_NEEDED' },
    })
  })

  it.each(tiers)('to %s is free when nobody has decided before', (tier) => {
    expect(checkDecision({ tier, reason }, null, [])).toEqual({ ok: true, value: null })
  })

  it('may come down after a reassessment, one step or two', () => {
    expect(checkDecision({ tier: 'watch', reason }, standing('priority'), [before, since]).ok).toBe(true)
    expect(checkDecision({ tier: 'general', reason }, standing('priority'), [since]).ok).toBe(true)
  })

  it.each([[[]], [[before]]])('may not come down without one', (evidence) => {
    expect(checkDecision({ tier: 'general', reason }, standing('watch'), evidence)).toEqual({
      ok: false,
      refusal: { code: 'LOWERING_NEEDS_REASSESSMENT', at: 'tier' },
    })
  })

  it('may not come down while nobody has spoken about a critical answer, however old', () => {
    const open = found('open', '2026-01-01T02:00:00Z')
    expect(checkDecision({ tier: 'watch', reason }, standing('priority'), [open, since])).toEqual({
      ok: false,
      refusal: { code: 'LOWERING_WITH_OPEN_ALERT', at: 'tier' },
    })
    const denied = found('denied', '2026-11-20T02:00:00Z')
    expect(checkDecision({ tier: 'watch', reason }, standing('priority'), [denied]).ok).toBe(true)
  })

  it('to stay or to go up is never refused', () => {
    const pairs = fc.tuple(fc.constantFrom(...tiers), fc.constantFrom(...tiers))
    fc.assert(
      fc.property(pairs, ([held, tier]) => {
        if (isLower(tier, held)) return
        const open = found('open', '2026-11-20T02:00:00Z')
        expect(checkDecision({ tier, reason }, standing(held), [open]).ok).toBe(true)
      }),
    )
  })
})
