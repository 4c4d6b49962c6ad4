import { describe, expect, it } from 'vitest'
import { explanationOf, explanationSentences } from '../../../src/casework/tiers/explanation-of.ts'
import { type TierDecision, tierDecisionSchema } from '../../../src/casework/tiers/tier-decision.ts'
import type { Evidence } from '../../../src/tiering/evidence.ts'
import { suggest } from '../../../src/tiering/suggest.ts'
import { changed, clue, found, scored, told } from '../../tiering/evidence-builders.ts'
import { shippedRules } from '../../tiering/shipped-rules.ts'
import { idOf } from '../records.ts'

const at = '2026-11-20T02:00:00.000Z'
const decidedOn = (evidence: Evidence[], more: Partial<TierDecision> = {}): TierDecision => ({
  clientId: idOf(1),
  tier: 'watch',
  decidedBy: idOf(900),
  decidedAt: '2026-11-20T03:00:00.000Z',
  reason: '示例：与本人谈过',
  suggestion: suggest(shippedRules, evidence, '2026-11-20'),
  reviewBy: '2026-12-18',
  ...more,
})
const explained = (decision: TierDecision, today = '2026-11-20') =>
  explanationOf(decision, '示例咨询师', today)
const factsOf = (...evidence: Evidence[]) => explained(decidedOn(evidence)).facts.map(({ key }) => key)

describe('the page that explains a tier to the client', () => {
  it('says the tier, what counted, who decided, when it is looked at again, and what can be asked for', () => {
    const self = { ...scored('phq-9', 13, at), rater: 'self' }
    expect(explained(decidedOn([self]))).toEqual({
      tier: 'watch',
      meaning: ['tier.watch', 'meaning.care', 'meaning.noDiagnosis'].map((key) => ({ key, values: {} })),
      facts: [
        {
          key: 'fact.ownAnswers',
          values: { day: '2026-11-20', instrument: 'phq-9', scale: 'total', value: 13 },
        },
      ],
      decided: [
        { key: 'decided.byPerson', values: { name: '示例咨询师', day: '2026-11-20' } },
        { key: 'decided.asSuggested', values: {} },
      ],
      again: [
        { key: 'again.by', values: { day: '2026-12-18' } },
        { key: 'again.sooner', values: {} },
      ],
      rights: [
        'right.explained',
        'right.personNotMachine',
        'right.lookAgain',
        'right.correct',
        'right.copy',
        'right.withdraw',
        'right.complain',
      ].map((key) => ({ key, values: {} })),
    })
  })

  it('names each thing once, newest first, however many rules rest on it', () => {
    const older = told('plan', 'yes', '2026-11-10T02:00:00.000Z')
    const heavy = { ...scored('phq-9', 22, at), rater: 'self' }
    expect(factsOf(older, heavy)).toEqual(['fact.ownAnswers', 'fact.toldPlan'])
  })

  it.each<[Evidence, string]>([
    [
      { ...scored('psc-35', 40, at), reached: ['furtherAssessment'], rater: 'informant 母亲' },
      'fact.othersAnswers',
    ],
    [{ ...scored('danger-level', 3, at), rater: 'staff' }, 'fact.staffRating'],
    [{ ...scored('c-ssrs', 5, at), scale: 'ideation' }, 'fact.formResult'],
    [changed('gad-7', 'worse', at), 'fact.heavierThanBefore'],
    [found('open', at), 'fact.itemToTalkAbout'],
    [found('notAsked', at), 'fact.itemToTalkAbout'],
    [found('confirmed', at), 'fact.saidYes'],
    [found('denied', at), 'fact.saidNo'],
    [told('ideation', 'yes', at), 'fact.toldThoughts'],
    [told('intent', 'yes', at), 'fact.toldIntent'],
    [told('attempt', 'yes', at), 'fact.toldAttempt'],
    [clue('verified', at), 'fact.noticedAndChecked'],
  ])('says of %o: %s', (evidence, key) => {
    expect(factsOf(evidence)).toEqual([key])
  })

  it('says so when nothing that was found asked for it, or the person decided otherwise', () => {
    const keys = (decision: TierDecision) => explained(decision).decided.map(({ key }) => key)
    const without = decidedOn([])
    expect(explained(without).facts).toEqual([{ key: 'fact.none', values: {} }])
    expect(keys(without)).toEqual(['decided.byPerson', 'decided.withoutSuggestion'])
    expect(keys(decidedOn([scored('phq-9', 3, at)]))).toEqual([
      'decided.byPerson',
      'decided.otherThanSuggested',
    ])
    const here = decidedOn([], { approval: { kind: 'here' } })
    expect(keys(here).at(-1)).toBe('decided.withSupervisor')
    const outside = decidedOn([], { approval: { kind: 'outside', name: '示例督导', day: '2026-11-19' } })
    expect(explained(outside).decided.at(-1)).toEqual({
      key: 'decided.withOutsideSupervisor',
      values: { name: '示例督导', day: '2026-11-19' },
    })
  })

  it('says from the day it was due that it is overdue', () => {
    const first = (today: string) => explained(decidedOn([]), today).again[0]?.key
    expect(first('2026-12-17')).toBe('again.by')
    expect(first('2026-12-18')).toBe('again.overdue')
  })

  it('gives away nobody who told something, and nothing staff wrote for themselves', () => {
    const mother = { ...scored('psc-35', 40, at), reached: ['furtherAssessment'], rater: 'informant 母亲' }
    const page = explained(decidedOn([mother, clue('verified', at), found('confirmed', at, 'q10')]))
    expect(JSON.stringify(page)).not.toMatch(/母亲|示例：|behaviour-clues|q10/)
  })

  it('knows every sentence it uses', () => {
    const all = [
      decidedOn([scored('phq-9', 22, at), changed('gad-7', 'worse', at), told('plan', 'yes', at)]),
      decidedOn([], { tier: 'general' }),
    ].flatMap((decision) => {
      const { meaning, facts, decided, again, rights } = explained(decision)
      return [meaning, facts, decided, again, rights].flat().map(({ key }) => key)
    })
    expect(explanationSentences).toEqual(expect.arrayContaining(all))
    expect(new Set(explanationSentences).size).toBe(explanationSentences.length)
  })
})

it('a decision from before approvals were kept can still be read', () => {
  const before = decidedOn([])
  expect(tierDecisionSchema.parse(before)).toEqual(before)
  expect(
    tierDecisionSchema.safeParse({ ...before, approval: { kind: 'outside', name: '示例' } }).success,
  ).toBe(false)
})
