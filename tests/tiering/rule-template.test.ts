import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { editRules } from '../../src/tiering/edit-rules.ts'
import type { Condition } from '../../src/tiering/rule-condition.ts'
import { readRuleTemplates, ruleFromTemplate } from '../../src/tiering/rule-template.ts'
import { suggest } from '../../src/tiering/suggest.ts'
import { given } from '../support/exchange.ts'
import { scored } from './evidence-builders.ts'
import { shippedRules } from './shipped-rules.ts'

const file = new URL('../../resources/tier-rule-templates.json', import.meta.url)
const templates = given(readRuleTemplates(JSON.parse(readFileSync(file, 'utf8'))))
const names = { title: { 'zh-CN': '示例量表', en: 'Example scale' }, part: { 'zh-CN': '总分', en: 'total' } }
const from = (when: Condition, called = names) => ruleFromTemplate(templates, when, called, shippedRules)

const conditions: Condition[] = [
  { score: 'phq-15', scale: 'total', min: 10 },
  { score: 'rses', scale: 'total', max: 14 },
  { score: 'cage', scale: 'total', cutOff: ['furtherAssessment'] },
  { worse: 'gad-7', scale: 'total' },
  { criticalItem: 'asq', item: 'q1', finding: ['confirmed'] },
]

describe('a rule from a template', () => {
  it.each(conditions)('can be added as it is: %j', (when) => {
    const rule = given(from(when))
    expect(rule).toMatchObject({ id: 'own-1', proposed: false, when })
    for (const sentence of Object.values(rule.reason)) expect(sentence).not.toMatch(/\[|\]| {2}/)
    const inRange = () => ({ min: 0, max: 100 })
    expect(editRules(shippedRules, { kind: 'add', rule }, inRange).ok).toBe(true)
  })

  it('asks for its tier in sentences of its own', () => {
    const rule = given(from({ score: 'phq-15', scale: 'total', min: 10 }))
    const found = suggest(
      { ...shippedRules, rules: [rule] },
      [scored('phq-15', 11, '2026-11-21T02:00:00Z')],
      '2026-11-22',
    )
    expect(found).toMatchObject({
      tier: 'watch',
      fired: [
        {
          reason: {
            'zh-CN': '2026-11-21 示例量表 总分 11 分，达到 10 分',
            en: 'Example scale total 11 on 2026-11-21: 10 or more',
          },
          reassess: { instruments: ['phq-15'], interview: false },
        },
      ],
    })
  })

  it('takes the other language’s name where there is one only, and an id that is free', () => {
    const rule = given(
      ruleFromTemplate(
        templates,
        { score: 'phq-15', scale: 'total', min: 10 },
        { title: { 'zh-CN': '示例量表' }, part: {} },
        { rules: [{ ...given(from({ worse: 'x', scale: 'y' })), id: 'own-4' }] },
      ),
    )
    expect(rule).toMatchObject({ id: 'own-5', reason: { en: '示例量表 {value} on {date}: {min} or more' } })
  })

  it.each<[Condition]>([
    [{ score: 'a', scale: 'b', min: 1, max: 2 }],
    [{ score: 'a', scale: 'b', band: ['c'] }],
    [{ criticalItem: 'a', item: 'b', finding: ['open'] }],
    [{ interview: 'plan', answer: ['yes'] }],
    [{ clue: ['verified'] }],
  ])('is not to be had for %j', (when) => {
    expect(from(when)).toMatchObject({ refusal: { code: 'TEMPLATE_MISSING' } })
  })

  it('is refused where the file of templates is wrong', () => {
    expect(readRuleTemplates([{ ...templates[0], tier: 'danger' }])).toMatchObject({
      refusal: { code: 'RULE_TEMPLATES_INVALID', at: '0.tier' },
    })
  })
})
