import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDecision } from '../../src/tiering/check-decision.ts'
import type { Evidence } from '../../src/tiering/evidence.ts'
import { type Decider, type DecisionGround, loweringBlocks } from '../../src/tiering/lowering.ts'
import { suggest } from '../../src/tiering/suggest.ts'
import { isLower, type Tier, tiers } from '../../src/tiering/tier.ts'
import { clue, found, scored, told } from './evidence-builders.ts'
import { shippedRules } from './shipped-rules.ts'

const reason = '示例：与本人谈过'
const decidedAt = '2026-11-10T02:00:00Z'
const before = '2026-11-10T01:00:00Z'
const since = '2026-11-19T02:00:00Z'
const today = '2026-11-20'

const standing = (tier: Tier) => ({
  tier,
  decidedBy: 'a',
  decidedAt,
  reviewBy: '2026-11-17',
  overdue: true,
})

/** Decided on the evidence there was, and looked at again with what came since. */
const ground = (tier: Tier, then: Evidence[], later: Evidence[] = []): DecisionGround => ({
  standing: standing(tier),
  heldOn: suggest(shippedRules, then, '2026-11-10'),
  suggestion: suggest(shippedRules, [...then, ...later], today),
  evidence: [...then, ...later],
  openEpisodes: 0,
  today,
})
const nothing: DecisionGround = {
  standing: null,
  heldOn: null,
  suggestion: null,
  evidence: [],
  openEpisodes: 0,
  today,
}
const supervisor: Decider = { isSupervisor: true, hasSupervisorHere: false, outsideApproval: null }
const counsellor: Decider = { isSupervisor: false, hasSupervisorHere: true, outsideApproval: null }
const alone: Decider = { ...counsellor, hasSupervisorHere: false }

const codes = (tier: Tier, on: DecisionGround, by = supervisor) =>
  loweringBlocks(tier, on, by).map(({ code }) => code)

describe('a decision on a tier', () => {
  it.each(['', ' ', '好', '  \n'])('needs a reason; %j is none', (given) => {
    expect(checkDecision({ tier: 'priority', reason: given }, nothing, counsellor)).toMatchObject({
      refusal: { code: 'REASON_NEEDED' },
    })
  })

  it.each(tiers)('to %s is free when nobody has decided before', (tier) => {
    expect(checkDecision({ tier, reason }, nothing, counsellor)).toEqual({ ok: true, value: null })
  })

  it('is refused with the first thing that stands in its way', () => {
    const on = { ...ground('priority', [scored('phq-9', 22, before)]), openEpisodes: 1 }
    expect(checkDecision({ tier: 'watch', reason }, on, counsellor)).toEqual({
      ok: false,
      refusal: { code: 'LOWERING_IN_OPEN_CRISIS', at: 'tier', detail: { count: 1 } },
    })
  })

  it('to stay or to go up is never refused', () => {
    const pairs = fc.tuple(fc.constantFrom(...tiers), fc.constantFrom(...tiers))
    fc.assert(
      fc.property(pairs, ([held, tier]) => {
        if (isLower(tier, held)) return
        const on = { ...ground(held, [found('open', before)]), openEpisodes: 2 }
        expect(checkDecision({ tier, reason }, on, counsellor).ok).toBe(true)
      }),
    )
  })
})

describe('coming down', () => {
  const heavy = scored('phq-9', 22, before)

  it('waits for the instrument the rule names, whatever else was done', () => {
    const others = [scored('gad-7', 2, since), told('ideation', 'no', since)]
    expect(loweringBlocks('watch', ground('priority', [heavy], others), supervisor)).toEqual([
      {
        code: 'LOWERING_NEEDS_REASSESSMENT',
        at: 'tier',
        detail: { rule: 'phq-9-20', instruments: 'phq-9', context: 'instrument' },
      },
    ])
    expect(codes('watch', ground('priority', [heavy], [scored('phq-9', 8, since)]))).toEqual([])
  })

  it('is a person’s decision: the newer score may be as heavy', () => {
    expect(codes('watch', ground('priority', [heavy], [scored('phq-9', 22, since)]))).toEqual([])
  })

  it('asks only what rules above the new tier name', () => {
    const then = [heavy, found('denied', before)]
    const later = [scored('phq-9', 4, since)]
    expect(codes('watch', ground('priority', then, later))).toEqual([])
    expect(codes('general', ground('priority', then, later))).toEqual(['LOWERING_NEEDS_REASSESSMENT'])
  })

  it.each([
    [told('ideation', 'no', since), true],
    [found('denied', since), true],
    [told('ideation', 'unknown', since), false],
    [found('notAsked', since), false],
    [scored('phq-9', 0, since), false],
    [clue('notConfirmed', since), false],
    [told('ideation', 'no', before), false],
  ])('after something was confirmed waits until the client was asked again: %o', (later, isEnough) => {
    const on = ground('priority', [found('confirmed', before, 'q10')], [later])
    expect(codes('watch', on)).toEqual(isEnough ? [] : ['LOWERING_NEEDS_REASSESSMENT'])
  })

  it('waits for another talk when the one since the decision is what calls for more', () => {
    const confirmed = told('plan', 'yes', since)
    expect(codes('watch', ground('priority', [heavy], [scored('phq-9', 3, since), confirmed]))).toEqual([
      'LOWERING_NEEDS_REASSESSMENT',
    ])
    const asked = told('plan', 'no', '2026-11-20T02:00:00Z')
    expect(
      codes('watch', ground('priority', [heavy], [scored('phq-9', 3, since), confirmed, asked])),
    ).toEqual([])
  })

  it('takes either where a rule names both', () => {
    const then = [found('confirmed', before, 'q2', 'asq')]
    expect(loweringBlocks('watch', ground('priority', then), supervisor)).toMatchObject([
      { detail: { rule: 'asq-q2-confirmed', instruments: 'asq', context: 'either' } },
    ])
    for (const later of [scored('asq', 0, since), told('ideation', 'no', since)])
      expect(codes('watch', ground('priority', then, [later]))).toEqual([])
  })

  it.each([
    [[], false],
    [[clue('verified', before)], false],
    [[clue('notConfirmed', since)], false],
    [[scored('who-5', 80, since)], true],
    [[told('ideation', 'no', since)], true],
  ])('from a tier no rule asked for waits for anything measured or asked: %o', (later, isEnough) => {
    const on = { ...ground('watch', [], later), suggestion: null }
    expect(codes('general', on)).toEqual(isEnough ? [] : ['LOWERING_NEEDS_REASSESSMENT'])
  })

  it('goes by what a decision from before rules named it rests on', () => {
    const on = ground('priority', [heavy], [scored('gad-7', 2, since)])
    const strip = (fired: NonNullable<DecisionGround['heldOn']>['fired']) =>
      fired.map(({ reassess: _, ...rest }) => rest)
    const heldOn = on.heldOn && { ...on.heldOn, fired: strip(on.heldOn.fired) }
    expect(codes('watch', { ...on, heldOn, suggestion: null })).toEqual([])
    expect(codes('watch', { ...on, heldOn, suggestion: null, evidence: [heavy] })).toEqual([
      'LOWERING_NEEDS_REASSESSMENT',
    ])
  })

  it('never happens with an open alert or an open crisis episode, however old', () => {
    const open = found('open', '2026-01-01T02:00:00Z')
    const on = ground('watch', [scored('phq-9', 12, before)], [scored('phq-9', 2, since), open])
    expect(codes('general', on)).toContain('LOWERING_WITH_OPEN_ALERT')
    const inCrisis = {
      ...ground('watch', [scored('phq-9', 12, before)], [scored('phq-9', 2, since)]),
      openEpisodes: 1,
    }
    expect(codes('general', inCrisis)).toEqual(['LOWERING_IN_OPEN_CRISIS'])
  })

  it.each<[string, Decider, string[]]>([
    ['a supervisor decides', supervisor, []],
    ['a counsellor decides', counsellor, ['SUPERVISOR_NEEDED']],
    ['nobody was asked outside', alone, ['SUPERVISOR_NEEDED']],
    ['somebody outside agreed today', { ...alone, outsideApproval: today }, []],
    ['somebody outside agreed on the day of the decision', { ...alone, outsideApproval: '2026-11-10' }, []],
    ['it was before the decision', { ...alone, outsideApproval: '2026-11-09' }, ['APPROVAL_DAY']],
    ['it is yet to come', { ...alone, outsideApproval: '2026-11-21' }, ['APPROVAL_DAY']],
    ['there is a supervisor here', { ...counsellor, outsideApproval: today }, ['SUPERVISOR_HERE']],
  ])('from priority needs a supervisor: %s', (_, by, expected) => {
    const later = [scored('phq-9', 3, since)]
    expect(codes('watch', ground('priority', [heavy], later), by)).toEqual(expected)
    expect(codes('general', ground('watch', [heavy], later), by)).toEqual([])
  })
})
