import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/tiering/evidence.ts'
import { suggest } from '../../src/tiering/suggest.ts'
import { suggestionSchema } from '../../src/tiering/suggestion.ts'
import { changed, clue, found, scored, told } from './evidence-builders.ts'
import { shippedRules } from './shipped-rules.ts'

const today = '2026-11-22'
const yesterday = '2026-11-21T02:00:00.000Z'
const lastWeek = '2026-11-15T02:00:00.000Z'
const inSpring = '2026-04-01T02:00:00.000Z'

const on = (day: string, ...evidence: Evidence[]) => suggest(shippedRules, evidence, day)
const rulesOf = (fired: { rule: string }[] | undefined) => fired?.map(({ rule }) => rule)

describe('the shipped rules', () => {
  it.each([
    [scored('phq-9', 9, yesterday), 'general', []],
    [scored('phq-9', 10, yesterday), 'watch', ['phq-9-10']],
    [scored('phq-9', 19, yesterday), 'watch', ['phq-9-10']],
    [scored('phq-9', 20, yesterday), 'priority', ['phq-9-20', 'phq-9-10']],
    [scored('gad-7', 9, yesterday), 'general', []],
    [scored('gad-7', 10, yesterday), 'watch', ['gad-7-10']],
    [scored('who-5', 52, yesterday), 'general', []],
    [scored('who-5', 48, yesterday), 'watch', ['who-5-50']],
    [scored('behaviour-clues', 3, yesterday), 'general', []],
    [clue('verified', yesterday), 'watch', ['clue-verified']],
    [clue('notConfirmed', yesterday), 'general', []],
    [clue('passedOn', yesterday), 'general', []],
    [changed('phq-9', 'worse', yesterday), 'watch', ['phq-9-worse']],
    [changed('phq-9', 'same', yesterday), 'general', []],
    [changed('phq-9', 'better', yesterday), 'general', []],
    [changed('gad-7', 'worse', yesterday), 'watch', ['gad-7-worse']],
    [told('ideation', 'yes', yesterday), 'priority', ['interview-ideation']],
    [told('plan', 'yes', yesterday), 'priority', ['interview-plan']],
    [told('intent', 'yes', yesterday), 'priority', ['interview-intent']],
    [told('attempt', 'yes', yesterday), 'priority', ['interview-attempt']],
    [told('plan', 'no', yesterday), 'general', []],
    [told('attempt', 'unknown', yesterday), 'general', []],
    [{ ...scored('c-ssrs', 3, yesterday), scale: 'ideation' }, 'general', []],
    [{ ...scored('c-ssrs', 4, yesterday), scale: 'ideation' }, 'priority', ['c-ssrs-ideation-4']],
    [{ ...scored('c-ssrs', 1, yesterday), scale: 'behaviour' }, 'general', []],
    [{ ...scored('c-ssrs', 2, yesterday), scale: 'behaviour' }, 'priority', ['c-ssrs-behaviour-2']],
    [found('open', yesterday), 'watch', ['phq-9-q9-open']],
    [found('notAsked', yesterday), 'watch', ['phq-9-q9-not-asked']],
    [found('denied', yesterday), 'watch', ['phq-9-q9-denied']],
    [found('confirmed', yesterday), 'priority', ['phq-9-q9-confirmed']],
    [found('open', yesterday, 'q10'), 'watch', ['behaviour-clues-q10-unconfirmed']],
    [found('confirmed', yesterday, 'q10'), 'priority', ['behaviour-clues-q10-confirmed']],
    [scored('k10', 21, yesterday), 'general', []],
    [scored('k10', 22, yesterday), 'watch', ['k10-22']],
    [scored('pcl-5', 30, yesterday), 'general', []],
    [scored('pcl-5', 31, yesterday), 'watch', ['pcl-5-31']],
    [scored('gds-15', 6, yesterday), 'watch', ['gds-15-6']],
    [scored('audit', 8, yesterday), 'watch', ['audit-8']],
    [scored('danger-level', 2, yesterday), 'general', []],
    [scored('danger-level', 3, yesterday), 'priority', ['danger-level-3']],
    [{ ...scored('psc-35', 25, yesterday), reached: [] }, 'general', []],
    [{ ...scored('psc-35', 25, yesterday), reached: ['furtherAssessment'] }, 'watch', ['psc-35-cut-off']],
    [scored('psc-35', 70, yesterday), 'general', []],
    [found('open', yesterday, 'q2', 'asq'), 'watch', ['asq-q2-open']],
    [found('denied', yesterday, 'q2', 'asq'), 'watch', ['asq-q2-denied']],
    [found('confirmed', yesterday, 'q2', 'asq'), 'priority', ['asq-q2-confirmed']],
    [found('open', yesterday, 'q5', 'asq'), 'priority', ['asq-q5-now']],
    [found('confirmed', yesterday, 'q17', 'srq-20'), 'priority', ['srq-20-q17-confirmed']],
    [found('open', yesterday, 'q16', 'observation-record'), 'watch', ['observation-record-q16-unconfirmed']],
    [
      found('confirmed', yesterday, 'q17', 'observation-record'),
      'priority',
      ['observation-record-q17-confirmed'],
    ],
    [scored('unknown', 99, yesterday), 'general', []],
  ])('%o', (evidence, tier, fired) => {
    const suggestion = on(today, evidence)
    expect(suggestion).toMatchObject({ tier, overdue: false, lapsed: [] })
    expect(rulesOf(suggestion?.fired)).toEqual(fired)
    expect(suggestionSchema.parse(suggestion)).toEqual(suggestion)
  })
})

describe('a suggestion', () => {
  it('is not made without evidence', () => {
    expect(on(today)).toBeNull()
  })

  it('gives the highest tier first, with finished sentences and what they rest on', () => {
    const evidence = scored('phq-9', 21, yesterday)
    expect(on(today, evidence)?.fired[0]).toEqual({
      rule: 'phq-9-20',
      tier: 'priority',
      reason: {
        'zh-CN': '2026-11-21 PHQ-9 总分 21 分，达到 20 分',
        en: 'PHQ-9 total 21 on 2026-11-21: 20 or more',
      },
      evidence: [evidence],
      validUntil: '2026-12-19',
      reassess: { instruments: ['phq-9'], interview: false },
    })
  })

  it('names the threshold as it stands, and how far and since when things grew worse', () => {
    const rules = shippedRules.rules.map((rule) =>
      rule.id === 'phq-9-20' ? { ...rule, when: { score: 'phq-9', scale: 'total', min: 18 } } : rule,
    )
    const raised = suggest({ ...shippedRules, rules }, [scored('phq-9', 18, yesterday)], today)
    expect(raised?.fired[0]?.reason.en).toBe('PHQ-9 total 18 on 2026-11-21: 18 or more')
    const worse = changed('phq-9', 'worse', yesterday, { value: 9, points: 7 })
    expect(on(today, worse)?.fired[0]?.reason).toEqual({
      'zh-CN': '2026-11-21 PHQ-9 总分 9 分，比 2026-11-01 高 7 分，超出测量误差',
      en: 'PHQ-9 total 9 on 2026-11-21: 7 points more than on 2026-11-01, beyond measurement error',
    })
    const lower = { ...worse, points: -7 }
    expect(on(today, lower)?.fired[0]?.reason.en).toContain(': 7 points')
  })

  it('rests on what each rater said last, not on another one’s milder word', () => {
    const byMother = { ...scored('psc-35', 40, lastWeek), reached: ['furtherAssessment'], rater: 'mother' }
    const byTeacher = { ...scored('psc-35', 9, yesterday), reached: [], rater: 'teacher' }
    expect(on(today, byMother, byTeacher)).toMatchObject({ tier: 'watch', fired: [{ evidence: [byMother] }] })
    const later = { ...byTeacher, rater: 'mother' }
    expect(on(today, byMother, later)).toMatchObject({ tier: 'general', fired: [] })
  })

  it('asks nothing by a rule that is switched off', () => {
    const rules = shippedRules.rules.map((rule) => ({ ...rule, off: true as const }))
    expect(suggest({ ...shippedRules, rules }, [scored('phq-9', 27, yesterday)], today)).toMatchObject({
      tier: 'general',
      fired: [],
    })
  })

  it('rests on the newest score of a scale, whether it is heavier or milder than the one before', () => {
    const heavy = scored('phq-9', 14, lastWeek)
    expect(on(today, scored('phq-9', 12, inSpring), heavy)).toMatchObject({
      tier: 'watch',
      fired: [{ evidence: [heavy] }],
    })
    expect(on(today, heavy, scored('phq-9', 4, yesterday))).toMatchObject({ tier: 'general', fired: [] })
  })

  it('is not lowered by a denial', () => {
    expect(on(today, found('confirmed', lastWeek), found('denied', yesterday))?.tier).toBe('priority')
  })

  it('counts to the end of the last day of its lifetime, then it is overdue, never general', () => {
    const evidence = scored('phq-9', 22, '2026-11-01T02:00:00Z')
    expect(on('2026-11-29', evidence)).toMatchObject({ tier: 'priority', overdue: false, lapsed: [] })
    const after = on('2026-11-30', evidence)
    expect(after).toMatchObject({ tier: null, fired: [], overdue: true })
    expect(rulesOf(after?.lapsed)).toEqual(['phq-9-20', 'phq-9-10'])
  })

  it('stays overdue until a finding of the same kind is made', () => {
    const heavy = scored('phq-9', 22, inSpring)
    expect(on(today, heavy, scored('gad-7', 3, yesterday))).toMatchObject({ tier: null, overdue: true })
    expect(on(today, heavy, scored('gad-7', 12, yesterday))).toMatchObject({ tier: 'watch', overdue: true })
    expect(on(today, heavy, scored('phq-9', 3, yesterday))).toMatchObject({ tier: 'general', overdue: false })
  })

  it('does not take old reassuring scores for today', () => {
    const mild = scored('phq-9', 2, '2025-06-01T02:00:00Z')
    expect(on(today, mild)).toMatchObject({ tier: null, fired: [], lapsed: [], overdue: true })
    expect(on('2026-06-01', mild)).toMatchObject({ tier: 'general', overdue: false })
    expect(on('2026-06-02', mild)).toMatchObject({ tier: null, overdue: true })
  })

  it('compares moments, however exactly they are written', () => {
    const first = scored('phq-9', 12, '2026-11-21T02:00:00.000Z')
    const second = scored('phq-9', 13, '2026-11-21T02:00:00.5Z')
    const third = scored('phq-9', 14, '2026-11-21T02:00:01Z')
    expect(on(today, third, first, second)?.fired[0]?.evidence).toEqual([third])
    const exactly = scored('phq-9', 15, '2026-11-21T02:00:01.5Z')
    expect(on(today, exactly, third)?.fired[0]?.evidence).toEqual([exactly])
    expect(on(today, third, exactly)?.fired[0]?.evidence).toEqual([exactly])
  })

  it('reads bands and upper limits', () => {
    const rules = {
      ...shippedRules,
      rules: [
        {
          id: 'band',
          proposed: false,
          when: { score: 'phq-9', scale: 'total', band: ['severe', 'moderatelySevere'] },
          tier: 'watch' as const,
          lifetimeDays: 7,
          reassess: { instruments: ['phq-9'], interview: false },
          reason: { 'zh-CN': '重', en: 'severe' },
        },
      ],
    }
    expect(suggest(rules, [scored('phq-9', 22, yesterday, 'severe')], today)?.tier).toBe('watch')
    expect(suggest(rules, [scored('phq-9', 12, yesterday, 'moderate')], today)?.tier).toBe('general')
    expect(suggest(rules, [scored('phq-9', 22, yesterday)], today)?.tier).toBe('general')
  })
})
