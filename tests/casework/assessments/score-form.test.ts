import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPaperScore } from '../../../src/casework/assessments/check-paper-score.ts'
import { paperScoreAlerts } from '../../../src/casework/assessments/paper-score-alerts.ts'
import { readScoreForms, type ScoreForm } from '../../../src/casework/assessments/score-form.ts'
import { given } from '../../support/exchange.ts'
import { alertOf, idOf, paperScoreOf } from '../records.ts'

const shipped: unknown = JSON.parse(
  readFileSync(new URL('../../../resources/score-entry.json', import.meta.url), 'utf8'),
)
const forms = given(readScoreForms(shipped))
const formOf = (id: string): ScoreForm => {
  const form = forms.find((one) => one.id === id)
  if (!form) throw new Error(id)
  return form
}
const today = '2026-11-22'
const checked = (id: string, scores: Record<string, number>, day = '2026-11-20') =>
  checkPaperScore(formOf(id), { day, scores }, today)

describe('the forms that came with the program', () => {
  it('name the restricted instruments, with an owner and a reason', () => {
    const ids = forms.map(({ id }) => id)
    for (const id of [
      'scl-90',
      'sds',
      'sas',
      'psqi',
      'sdq-self',
      'isi',
      'epds',
      'hads',
      'mmse',
      'moca',
      'bdi-ii',
      'ham-d-17',
      'ham-a',
      'bprs-18',
      'cbcl',
      'c-ssrs',
    ])
      expect(ids).toContain(id)
  })

  it('hold no questions: nothing but titles, owners, reasons and the names of scores', () => {
    for (const form of forms) {
      expect(Object.keys(form).sort()).toEqual(['id', 'owner', 'rater', 'scores', 'title', 'why'])
      expect(form.scores.length).toBeLessThanOrEqual(11)
    }
  })

  it('know for each score the least and the most, and take both', () => {
    for (const { id, scores } of forms)
      for (const score of scores) {
        expect(checked(id, { [score.id]: score.min }), `${id} ${score.id}`).toEqual({ ok: true, value: null })
        expect(checked(id, { [score.id]: score.max }), `${id} ${score.id}`).toEqual({ ok: true, value: null })
        for (const outside of [score.min - 1, score.max + 1])
          expect(checked(id, { [score.id]: outside })).toMatchObject({
            refusal: {
              code: 'SCORE_OUTSIDE_RANGE',
              at: score.id,
              detail: { min: score.min, max: score.max },
            },
          })
      }
  })

  it('take any score of their range and steps, and no other', () => {
    const scores = forms.flatMap((form) => form.scores.map((score) => ({ form, score })))
    fc.assert(
      fc.property(
        fc.constantFrom(...scores),
        fc.double({ noNaN: true }),
        fc.nat(),
        ({ form, score }, any, nat) => {
          const { id, min, max, decimals, codes } = score
          const steps = Math.round((max - min) * 10 ** decimals)
          const inside = Number((min + (nat % (steps + 1)) / 10 ** decimals).toFixed(decimals))
          if (codes === null)
            expect(checkPaperScore(form, { day: today, scores: { [id]: inside } }, today).ok).toBe(true)
          const fits = any >= min && any <= max && Number(any.toFixed(decimals)) === any
          if (codes === null)
            expect(checkPaperScore(form, { day: today, scores: { [id]: any } }, today).ok).toBe(fits)
        },
      ),
    )
  })

  it.each<[string, string, number]>([
    ['psqi', 'total', 21],
    ['isi', 'total', 28],
    ['epds', 'total', 30],
    ['bdi-ii', 'total', 63],
    ['hads', 'anxiety', 21],
    ['mmse', 'total', 30],
    ['moca', 'total', 30],
    ['ham-d-17', 'total', 52],
    ['sds', 'standard', 100],
    ['sdq-self', 'total', 40],
    ['scl-90', 'total', 450],
  ])('%s %s goes up to %i', (id, score, max) => {
    expect(formOf(id).scores.find((one) => one.id === score)?.max).toBe(max)
  })
})

describe('an entry', () => {
  it.each<[string, string, Record<string, number>, string?]>([
    ['DAY_IN_FUTURE', 'isi', { total: 3 }, '2026-11-23'],
    ['SCORES_NEEDED', 'isi', {}],
    ['UNKNOWN_SCORE', 'isi', { total: 3, item10: 0 }],
    ['SCORE_OUTSIDE_RANGE', 'isi', { total: 3.5 }],
    ['SCORE_OUTSIDE_RANGE', 'scl-90', { soma: 1.555 }],
    ['SCORE_OUTSIDE_RANGE', 'c-ssrs', { behaviour: 3 }],
  ])('is refused with %s: %s %o', (code, id, scores, day) => {
    expect(checked(id, scores, day)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('may know only some of the scores, and means of two decimals', () => {
    expect(checked('scl-90', { soma: 1.83 }, today).ok).toBe(true)
  })
})

describe('a broken list', () => {
  const [first] = forms
  it.each<[string, unknown]>([
    ['', {}],
    ['0.scores.0', [{ ...first, scores: [{ ...first?.scores[0], min: 5, max: 5 }] }]],
    ['', [first, first]],
    ['0.items', [{ ...first, items: ['题目'] }]],
  ])('is refused, and says where: %s', (at, content) => {
    expect(readScoreForms(content)).toMatchObject({
      ok: false,
      refusal: { code: 'SCORE_FORMS_INVALID', at },
    })
  })
})

describe('a score that speaks of self-harm', () => {
  const entry = (scores: Record<string, number>) => ({
    id: idOf(5),
    value: paperScoreOf({ form: 'epds', scores }),
  })
  const at = '2026-11-20T01:06:00.000Z'

  it('raises an alert from its threshold on, whatever the total', () => {
    expect(paperScoreAlerts(entry({ total: 1, item10: 1 }), formOf('epds'), at)).toEqual([
      alertOf({ assessmentId: idOf(5), instrument: 'epds', item: 'item10', value: 1, raisedAt: at }),
    ])
    expect(paperScoreAlerts(entry({ total: 30, item10: 0 }), formOf('epds'), at)).toEqual([])
    expect(paperScoreAlerts(entry({ total: 30 }), formOf('epds'), at)).toEqual([])
  })

  it('raises none again where a correction leaves it as it was', () => {
    const raised = [alertOf({ instrument: 'epds', item: 'item10', value: 1 })]
    expect(paperScoreAlerts(entry({ item10: 1 }), formOf('epds'), at, raised)).toEqual([])
    expect(paperScoreAlerts(entry({ item10: 2 }), formOf('epds'), at, raised)).toHaveLength(1)
  })
})
