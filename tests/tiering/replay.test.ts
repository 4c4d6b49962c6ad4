import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/tiering/evidence.ts'
import { replay } from '../../src/tiering/replay.ts'
import { replaysTogether } from '../../src/tiering/replays-together.ts'
import type { RuleSet, TierRule } from '../../src/tiering/rule-set.ts'
import { found, scored, told } from './evidence-builders.ts'
import { shippedRules } from './shipped-rules.ts'

const today = '2026-11-22'
const recently = '2026-11-20T02:00:00Z'
const longAgo = '2026-11-05T02:00:00Z'

const changedTo = (id: string, more: Partial<TierRule>): RuleSet => ({
  ...shippedRules,
  version: '2026-9',
  rules: shippedRules.rules.map((rule) => (rule.id === id ? { ...rule, ...more } : rule)),
})
const caseload = [
  { id: 'severe', evidence: [scored('phq-9', 21, recently)] },
  { id: 'moderate', evidence: [scored('phq-9', 12, recently)] },
  { id: 'older', evidence: [scored('phq-9', 15, longAgo)] },
  { id: 'light', evidence: [scored('phq-9', 3, recently)] },
  { id: 'unknown', evidence: [] },
]
const play = (changed: RuleSet) => replay({ inForce: shippedRules, changed }, caseload, today)

describe('what a changed rule set would do', () => {
  it('moves nobody when nothing was changed', () => {
    expect(play(shippedRules)).toEqual({
      of: 4,
      moves: [],
      up: 0,
      down: 0,
      other: 0,
      counts: [],
      overdue: { inForce: 0, changed: 0 },
    })
  })

  it('names who would move from what to what, and the rules that would begin or cease to hold', () => {
    const stricter = play(changedTo('phq-9-10', { when: { score: 'phq-9', scale: 'total', min: 14 } }))
    expect(stricter).toMatchObject({ of: 4, up: 0, down: 1, other: 0 })
    expect(stricter.counts).toEqual([{ from: 'watch', to: 'general', count: 1 }])
    expect(stricter.moves).toMatchObject([
      { id: 'moderate', from: 'watch', to: 'general', way: 'down', begins: [], ends: [{ rule: 'phq-9-10' }] },
    ])

    const wider = play(changedTo('phq-9-20', { when: { score: 'phq-9', scale: 'total', min: 10 } }))
    expect(wider).toMatchObject({ up: 2, down: 0 })
    expect(wider.counts).toEqual([{ from: 'watch', to: 'priority', count: 2 }])
    expect(wider.moves.map(({ id, begins }) => [id, begins[0]?.rule])).toEqual([
      ['moderate', 'phq-9-20'],
      ['older', 'phq-9-20'],
    ])
  })

  it('tells apart whose evidence would run out: nobody comes down by it', () => {
    const shorter = play(changedTo('phq-9-10', { lifetimeDays: 7 }))
    expect(shorter).toMatchObject({ up: 0, down: 0, other: 1, overdue: { inForce: 0, changed: 1 } })
    expect(shorter.moves).toMatchObject([{ id: 'older', from: 'watch', to: null, way: 'other' }])
  })

  it('moves nobody by the same rules, whatever is known', () => {
    const moment = fc
      .integer({ min: 1, max: 21 })
      .map((day) => `2026-11-${String(day).padStart(2, '0')}T02:00:00Z`)
    const one: fc.Arbitrary<Evidence> = fc.oneof(
      fc
        .tuple(fc.constantFrom('phq-9', 'gad-7', 'who-5'), fc.integer({ min: 0, max: 27 }), moment)
        .map(([instrument, value, at]) => scored(instrument, value, at)),
      fc
        .tuple(fc.constantFrom('open' as const, 'confirmed' as const, 'denied' as const), moment)
        .map(([finding, at]) => found(finding, at)),
      fc
        .tuple(
          fc.constantFrom('plan' as const, 'attempt' as const),
          fc.constantFrom('yes' as const, 'no' as const),
          moment,
        )
        .map(([question, answer, at]) => told(question, answer, at)),
    )
    const cases = fc.array(fc.record({ id: fc.uuid(), evidence: fc.array(one, { maxLength: 5 }) }), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(cases, (all) => {
        const same = replay({ inForce: shippedRules, changed: structuredClone(shippedRules) }, all, today)
        expect(same.moves).toEqual([])
        expect(same.of).toBe(all.filter(({ evidence }) => evidence.length > 0).length)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a caseload replayed in parts', () => {
  const changed = changedTo('phq-9-10', { off: true })
  const parts = (cuts: readonly number[]) => {
    const places = [0, ...cuts.toSorted((a, b) => a - b), caseload.length]
    return places
      .slice(1)
      .map((end, index) =>
        replay({ inForce: shippedRules, changed }, caseload.slice(places[index], end), today),
      )
  }

  it('comes to the same as the whole, wherever it was cut', () => {
    expect(play(changed).moves.length).toBeGreaterThan(0)
    fc.assert(
      fc.property(fc.array(fc.nat(caseload.length), { maxLength: 4 }), (cuts) => {
        expect(replaysTogether(parts(cuts))).toEqual(play(changed))
      }),
    )
  })

  it('is nothing without any part', () => {
    expect(replaysTogether([])).toBeNull()
  })
})
