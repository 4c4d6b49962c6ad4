import { describe, expect, it } from 'vitest'
import { editRules, type RangeOf, type RuleEdit } from '../../src/tiering/edit-rules.ts'
import { ruleDifferences } from '../../src/tiering/rule-difference.ts'
import { nextVersion, ruleDraft } from '../../src/tiering/rule-draft.ts'
import type { RuleSet } from '../../src/tiering/rule-set.ts'
import { given } from '../support/exchange.ts'
import { shippedRules } from './shipped-rules.ts'

const rangeOf: RangeOf = (instrument) =>
  instrument === 'phq-9' ? { min: 0, max: 27 } : instrument === 'who-5' ? { min: 0, max: 100 } : null
const edit = (change: RuleEdit, from: RuleSet = shippedRules) => editRules(from, change, rangeOf)
const withEdits = (...changes: RuleEdit[]): RuleSet =>
  changes.reduce((rules, change) => given(edit(change, rules)), shippedRules)
const rule = (rules: RuleSet, id: string) => rules.rules.find((one) => one.id === id)
const limit = (value: number): RuleEdit => ({ kind: 'limit', rule: 'phq-9-10', limit: 'min', value })
const reason = { 'zh-CN': '{date}：{value}，达到 {min}', en: '{value} on {date}' }
const added = {
  ...(rule(shippedRules, 'phq-9-10') ?? shippedRules.rules[0]),
  id: 'own-1',
} as RuleSet['rules'][number]

describe('editing rules', () => {
  it('changes one rule, which is no proposal any more, and nothing else', () => {
    const changed = withEdits(limit(12))
    expect(rule(changed, 'phq-9-10')).toMatchObject({ proposed: false, when: { min: 12 }, lifetimeDays: 28 })
    expect(changed.rules.filter(({ proposed }) => proposed)).toEqual(
      shippedRules.rules.filter(({ id }) => id !== 'phq-9-10'),
    )
    expect(rule(shippedRules, 'phq-9-10')).toMatchObject({ proposed: true, when: { min: 10 } })
  })

  it('changes a lifetime, a reason, when tiers are looked at again, and which rules are on', () => {
    const changed = withEdits(
      { kind: 'lifetime', rule: 'phq-9-10', days: 42 },
      { kind: 'reason', rule: 'phq-9-10', reason },
      { kind: 'review', tier: 'watch', days: [14, 28] },
      { kind: 'switch', rule: 'gad-7-10', on: false },
    )
    expect(rule(changed, 'phq-9-10')).toMatchObject({ proposed: false, lifetimeDays: 42, reason })
    const longer = withEdits({ kind: 'lifetime', rule: 'phq-9-20', days: 42 })
    expect(rule(longer, 'phq-9-20')?.proposed).toBe(false)
    expect(changed.tiers).toEqual({ ...shippedRules.tiers, watch: { reviewAfterDays: [14, 28] } })
    expect(rule(changed, 'gad-7-10')?.off).toBe(true)
    const again = given(edit({ kind: 'switch', rule: 'gad-7-10', on: true }, changed))
    expect(rule(again, 'gad-7-10')).toEqual({ ...rule(shippedRules, 'gad-7-10'), proposed: false })
  })

  it.each<[string, RuleEdit, object]>([
    ['an unknown rule', { ...limit(12), rule: 'nobody' } as RuleEdit, { code: 'RULE_UNKNOWN', at: 'nobody' }],
    [
      'a threshold it has not',
      { kind: 'limit', rule: 'phq-9-10', limit: 'max', value: 12 },
      { code: 'LIMIT_MISSING', at: 'phq-9-10' },
    ],
    [
      'a threshold of a question',
      { ...limit(1), rule: 'interview-plan' } as RuleEdit,
      { code: 'LIMIT_MISSING' },
    ],
    ['a score nobody can have', limit(28), { code: 'LIMIT_OUTSIDE_SCALE', detail: { min: 0, max: 27 } }],
    ['a threshold of no scale', { ...limit(9), rule: 'gad-7-10' } as RuleEdit, { code: 'SCALE_UNKNOWN' }],
    ['no lifetime', { kind: 'lifetime', rule: 'phq-9-10', days: 0 }, { code: 'RULE_SET_INVALID' }],
    ['half a day', { kind: 'lifetime', rule: 'phq-9-10', days: 1.5 }, { code: 'RULE_SET_INVALID' }],
    [
      'a reason with a gap nobody fills',
      { kind: 'reason', rule: 'phq-9-10', reason: { ...reason, en: '{name}' } },
      { code: 'RULE_SET_INVALID', detail: { fault: 'PLACEHOLDER_UNKNOWN' } },
    ],
    [
      'an empty reason',
      { kind: 'reason', rule: 'phq-9-10', reason: { ...reason, 'zh-CN': ' ' } },
      { code: 'RULE_SET_INVALID' },
    ],
    [
      'a rule it has already',
      { kind: 'add', rule: { ...added, id: 'phq-9-10' } },
      { code: 'RULE_SET_INVALID', detail: { fault: 'ID_USED_TWICE' } },
    ],
    [
      'a rule about nothing there is',
      { kind: 'add', rule: { ...added, when: { worse: 'x', scale: 'total' } } },
      { code: 'SCALE_UNKNOWN', at: 'own-1' },
    ],
    ['no review', { kind: 'review', tier: 'watch', days: [0] }, { code: 'RULE_SET_INVALID' }],
  ])('is refused with %s', (_, change, refusal) => {
    expect(edit(change)).toMatchObject({ ok: false, refusal })
  })
})

describe('the version of a rule set', () => {
  it.each([
    [[], '2026-11-22', '2026-1'],
    [['2026-1', '2026-2'], '2026-11-22', '2026-3'],
    [['2026-9', '2026-10'], '2026-11-22', '2026-11'],
    [['2026-9'], '2027-01-01', '2027-1'],
    [['draft', '2026-x'], '2026-11-22', '2026-1'],
  ])('after %j on %s is %s', (taken, day, next) => {
    expect(nextVersion(taken, day)).toBe(next)
  })

  it('is the room’s own, whatever it begins from', () => {
    const draft = ruleDraft(shippedRules, [{ ...shippedRules, id: 'room', version: '2026-1' }], '2026-11-22')
    expect(draft).toEqual({ ...shippedRules, id: 'room', version: '2026-2' })
  })
})

describe('the difference of two rule sets', () => {
  it('is none of one and the same, whoever wrote it', () => {
    expect(ruleDifferences(shippedRules, structuredClone(shippedRules))).toEqual([])
    expect(ruleDifferences(shippedRules, ruleDraft(shippedRules, [], '2026-11-22'))).toEqual([])
  })

  it('tells what changed, and whether it asks for more or for less', () => {
    const changed = withEdits(
      limit(12),
      { kind: 'limit', rule: 'who-5-50', limit: 'max', value: 60 },
      { kind: 'lifetime', rule: 'phq-9-20', days: 14 },
      { kind: 'switch', rule: 'gad-7-10', on: false },
      { kind: 'add', rule: added },
      { kind: 'review', tier: 'priority', days: [7, 7, 14] },
    )
    expect(ruleDifferences(shippedRules, changed)).toEqual([
      { field: 'lifetimeDays', rule: 'phq-9-20', from: 28, to: 14, asks: 'less' },
      { field: 'min', rule: 'phq-9-10', from: 10, to: 12, asks: 'less' },
      { field: 'on', rule: 'gad-7-10', from: true, to: false, asks: 'less' },
      { field: 'max', rule: 'who-5-50', from: 50, to: 60, asks: 'more' },
      { field: 'rule', rule: 'own-1', from: null, to: added, asks: 'more' },
      { field: 'review', tier: 'priority', from: [7, 14, 30, 91], to: [7, 7, 14], asks: 'more' },
    ])
  })

  it('tells it the other way round just as well', () => {
    const changed = withEdits(
      limit(12),
      { kind: 'add', rule: added },
      { kind: 'switch', rule: 'gad-7-10', on: false },
    )
    expect(ruleDifferences(changed, shippedRules).map(({ field, asks }) => [field, asks])).toEqual([
      ['rule', 'less'],
      ['min', 'more'],
      ['on', 'more'],
    ])
  })

  it.each<[[number, ...number[]]]>([[[7, 14, 30, 91, 182]], [[7, 14, 30, 92]], [[8, 14, 30, 91]]])(
    'says that looking again later asks for less: %j',
    (days) => {
      expect(
        ruleDifferences(shippedRules, withEdits({ kind: 'review', tier: 'priority', days })),
      ).toMatchObject([{ asks: 'less' }])
    },
  )

  it.each<[[number, ...number[]], string]>([
    [[7], 'more'],
    [[7, 14, 30], 'more'],
    [[8, 14, 29, 91], 'unclear'],
  ])('and sooner for more: %j', (days, asks) => {
    expect(
      ruleDifferences(shippedRules, withEdits({ kind: 'review', tier: 'priority', days })),
    ).toMatchObject([{ asks }])
  })

  it('names a condition, a tier, a reassessment and a reason that are other ones', () => {
    const [first, ...others] = shippedRules.rules
    if (first === undefined) throw new Error('no rules')
    const other = {
      ...first,
      when: { interview: 'ideation' as const, answer: ['yes' as const] },
      tier: 'watch' as const,
      reassess: { instruments: ['phq-9'], interview: true },
      reason,
    }
    const found = ruleDifferences(shippedRules, { ...shippedRules, rules: [other, ...others] })
    expect(found.map(({ field, asks }) => [field, asks])).toEqual([
      ['when', 'unclear'],
      ['tier', 'less'],
      ['reassess', 'unclear'],
      ['reason', 'unclear'],
    ])
  })
})
