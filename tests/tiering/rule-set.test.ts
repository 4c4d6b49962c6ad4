import { describe, expect, it } from 'vitest'
import { readRuleSet } from '../../src/tiering/rule-set.ts'
import { shippedRules } from './shipped-rules.ts'

const rule = {
  id: 'one',
  proposed: false,
  when: { score: 'phq-9', scale: 'total', min: 10 },
  tier: 'watch',
  lifetimeDays: 28,
  reassess: { instruments: ['phq-9'], interview: false },
  reason: { 'zh-CN': '{date}：{value} 分', en: '{value} on {date}' },
}
const ruleSet = (rules: unknown[], more = {}) => ({
  id: 'room',
  version: '1',
  tiers: {
    general: { reviewAfterDays: [365] },
    watch: { reviewAfterDays: [28, 91] },
    priority: { reviewAfterDays: [7, 14, 30, 91] },
  },
  rules,
  ...more,
})

describe('a rule set', () => {
  it('is read as it stands', () => {
    const read = readRuleSet(ruleSet([rule]))
    expect(read).toEqual({ ok: true, value: ruleSet([rule]) })
  })

  const critical = { criticalItem: 'phq-9', item: 'q9', finding: ['open'] }
  it.each([
    ['no object', 'text', '', 'WRONG_SHAPE'],
    ['no rules', ruleSet([]), 'rules', 'WRONG_SHAPE'],
    ['a key nobody knows', ruleSet([rule], { extra: 1 }), 'extra', 'UNKNOWN_KEY'],
    ['a tier nobody knows', ruleSet([{ ...rule, tier: 'danger' }]), 'rules.0.tier', 'WRONG_SHAPE'],
    ['one language only', ruleSet([{ ...rule, reason: { en: 'x' } }]), 'rules.0.reason.zh-CN', 'WRONG_SHAPE'],
    [
      'an empty reason',
      ruleSet([{ ...rule, reason: { ...rule.reason, en: ' ' } }]),
      'rules.0.reason.en',
      'WRONG_SHAPE',
    ],
    ['no lifetime', ruleSet([{ ...rule, lifetimeDays: 0 }]), 'rules.0.lifetimeDays', 'WRONG_SHAPE'],
    [
      'no condition',
      ruleSet([{ ...rule, when: { score: 'a', scale: 'total' } }]),
      'rules.0.when',
      'CONDITION_MISSING',
    ],
    [
      'a condition nothing meets',
      ruleSet([{ ...rule, when: { ...rule.when, max: 9 } }]),
      'rules.0.when',
      'CONDITION_NEVER_MET',
    ],
    [
      'a finding nobody knows',
      ruleSet([{ ...rule, when: { ...critical, finding: ['guessed'] } }]),
      'rules.0.when',
      'WRONG_SHAPE',
    ],
    [
      'a placeholder nobody fills',
      ruleSet([{ ...rule, reason: { ...rule.reason, en: 'on {day}' } }]),
      'rules.0.reason.en',
      'PLACEHOLDER_UNKNOWN',
    ],
    [
      'a value of a critical item',
      ruleSet([{ ...rule, when: critical }]),
      'rules.0.reason.zh-CN',
      'PLACEHOLDER_UNKNOWN',
    ],
    [
      'a threshold named that it has not',
      ruleSet([{ ...rule, reason: { ...rule.reason, en: '{max} or less' } }]),
      'rules.0.reason.en',
      'PLACEHOLDER_UNKNOWN',
    ],
    [
      'nothing that has to be done anew',
      ruleSet([{ ...rule, reassess: { instruments: [], interview: false } }]),
      'rules.0.reassess',
      'REASSESSMENT_MISSING',
    ],
    [
      'a question nobody asks',
      ruleSet([{ ...rule, when: { interview: 'mood', answer: ['yes'] } }]),
      'rules.0.when',
      'WRONG_SHAPE',
    ],
    [
      'no review',
      ruleSet([rule], { tiers: { ...ruleSet([]).tiers, watch: { reviewAfterDays: [] } } }),
      'tiers.watch.reviewAfterDays.0',
      'WRONG_SHAPE',
    ],
    ['one id twice', ruleSet([rule, rule]), 'rules.1.id', 'ID_USED_TWICE'],
  ])('is refused with %s', (_, content, at, fault) => {
    expect(readRuleSet(content)).toMatchObject({
      ok: false,
      refusal: { code: 'RULE_SET_INVALID', at, detail: { fault } },
    })
  })
})

it('ships as a proposal, and never proposes by a rule to leave someone alone', () => {
  expect(shippedRules.rules.every(({ proposed }) => proposed)).toBe(true)
  expect(shippedRules.rules.map(({ tier }) => tier)).not.toContain('general')
})
