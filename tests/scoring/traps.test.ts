import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readQuestionnaires } from '../../src/host/read-questionnaires.ts'
import type { About, Answers } from '../../src/instruments/vectors.ts'
import { changeBetween } from '../../src/scoring/change.ts'
import { score } from '../../src/scoring/score.ts'
import { scoreResultSchema } from '../../src/scoring/score-result.ts'
import { exampleInstrument, scaleOver } from './example-instrument.ts'

// Mistakes that other implementations are known to have made, one test each.
const { available } = await readQuestionnaires(
  fileURLToPath(new URL('../../questionnaires', import.meta.url)),
)
const questionnaire = (id: string) => {
  const found = available.find(({ instrument }) => instrument.id === id)
  if (found === undefined) throw new Error(id)
  return found
}
const scored = (id: string, answers: Answers, about: About = {}) =>
  score(questionnaire(id).instrument, answers, about)
/** The same answer to every question, but for those given. */
const all = (id: string, value: number, but: Answers = {}): Answers => ({
  ...Object.fromEntries(questionnaire(id).instrument.items.map((item) => [item.id, value])),
  ...but,
})
const without = (answers: Answers, ...items: string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([item]) => !items.includes(item)))
const items = (...numbers: number[]) => numbers.map((number) => `q${number}`)

it('GAD-7: the lowest answer is “Not at all”, never “Not at all sure”', () => {
  const frozen = [
    ['完全不会', 'Not at all'],
    ['几天', 'Several days'],
    ['一半以上的日子', 'More than half the days'],
    ['几乎每天', 'Nearly every day'],
  ]
  for (const { choices } of questionnaire('gad-7').survey.pages.flatMap(({ elements }) => elements))
    expect(choices.map(({ text }) => [text['zh-cn'], text.en])).toEqual(frozen)
})

it('K10: answers count 1 to 5, so the lowest total is 10; K6 counts 0 to 4', () => {
  expect(scored('k10', all('k10', 1))).toMatchObject({ scores: { total: 10 } })
  expect(scored('k10', all('k10', 5))).toMatchObject({ scores: { total: 50 } })
  expect(scored('k10', all('k10', 0)).status).toBe('invalid')
  expect(scored('k6', all('k6', 0))).toMatchObject({ scores: { total: 0 } })
  expect(scored('k6', all('k6', 4))).toMatchObject({ scores: { total: 24 } })
})

it('PHQ-9: the tenth question is not scored and is LOINC 69722-7', () => {
  const { instrument } = questionnaire('phq-9')
  expect(instrument.items.find(({ id }) => id === 'q10')?.loinc).toBe('69722-7')
  for (const q10 of [0, 1, 2, 3])
    expect(scored('phq-9', all('phq-9', 1, { q10 }))).toMatchObject({ scores: { total: 9 } })
})

it('PHQ-9: item 9 alone gives 1 point, the lowest band, and the alert', () => {
  expect(scored('phq-9', all('phq-9', 0, { q9: 1 }))).toMatchObject({
    scores: { total: 1 },
    bands: { total: 'minimal' },
    critical: [{ item: 'q9', value: 1 }],
  })
})

it('PHQ-15: men are not asked item 4 and reach 28', () => {
  const highest = all('phq-15', 2)
  expect(scored('phq-15', highest, { sex: 'female' })).toMatchObject({ scores: { total: 30 } })
  expect(scored('phq-15', without(highest, 'q4'), { sex: 'male' })).toMatchObject({
    status: 'scored',
    scores: { total: 28 },
    notes: [],
  })
  expect(scored('phq-15', highest, { sex: 'male' })).toMatchObject({
    scores: { total: 28 },
    notes: [{ code: 'NOT_FOR_PERSON', at: 'q4' }],
  })
})

it('AUDIT: items 9 and 10 count 0, 2 or 4', () => {
  expect(scored('audit', { q1: 0, q9: 4, q10: 2 })).toMatchObject({ scores: { total: 6 } })
  for (const wrong of [1, 3]) expect(scored('audit', { q1: 0, q9: wrong, q10: 0 }).status).toBe('invalid')
})

it('AUDIT: question 1 at 0, or questions 2 and 3 at 0, leaves later questions unasked', () => {
  expect(scored('audit', { q1: 0, q9: 0, q10: 0 })).toMatchObject({ status: 'scored', missing: [] })
  expect(scored('audit', { q1: 2, q2: 0, q3: 0, q9: 0, q10: 0 })).toMatchObject({
    status: 'scored',
    scores: { total: 2 },
  })
  expect(scored('audit', { q1: 2, q2: 0, q3: 1, q9: 0, q10: 0 })).toMatchObject({
    status: 'incomplete',
    missing: items(4, 5, 6, 7, 8),
  })
})

it('AUDIT-C: 4 for men, 3 for women; where the sex is not known, the lower one with a note', () => {
  const three = { q1: 2, q2: 1, q3: 0 }
  expect(scored('audit-c', three, { sex: 'male' })).toMatchObject({ reached: {}, notes: [] })
  expect(scored('audit-c', three, { sex: 'female' })).toMatchObject({
    reached: { total: ['hazardous'] },
    notes: [],
  })
  expect(scored('audit-c', three)).toMatchObject({
    reached: { total: ['hazardous'] },
    notes: [{ code: 'SEX_UNKNOWN', at: 'total' }],
  })
})

it('AUDIT-C: points from question 1 alone carry the published reservation', () => {
  expect(scored('audit-c', { q1: 4, q2: 0, q3: 0 }, { sex: 'male' })).toMatchObject({
    reached: { total: ['hazardous'] },
    notes: [{ code: 'CAVEAT', at: 'total' }],
  })
})

it('WHO-5: times 4, and low is bad', () => {
  const { instrument } = questionnaire('who-5')
  const [total] = instrument.scales
  if (total === undefined) throw new Error('no scale')
  expect(scored('who-5', all('who-5', 5))).toMatchObject({ scores: { total: 100 }, reached: {} })
  expect(scored('who-5', all('who-5', 0))).toMatchObject({
    scores: { total: 0 },
    reached: { total: ['furtherAssessment'] },
  })
  expect(changeBetween(total, 40, 60).course).toBe('better')
  expect(changeBetween(total, 60, 40).course).toBe('worse')
})

it.each([
  ['ces-d', 0, 3, [4, 8, 12, 16], 0, 60],
  ['pswq', 1, 5, [1, 3, 8, 10, 11], 16, 80],
  ['rses', 0, 3, [2, 5, 6, 8, 9], 0, 30],
  ['gds-15', 0, 1, [1, 5, 7, 11, 13], 0, 15],
])(
  '%s: all answers alike is neither end; the reversed items turned round are',
  (id, low, high, reversed, least, most) => {
    const turned = (value: number, other: number) =>
      scored(id, all(id, value, Object.fromEntries(items(...reversed).map((item) => [item, other])))).scores
        .total
    const span = high - low
    expect(turned(low, high)).toBe(least)
    expect(turned(high, low)).toBe(most)
    expect(turned(low, low)).toBe(least + reversed.length * span)
    expect(turned(high, high)).toBe(most - reversed.length * span)
  },
)

it('RSES: both ways of scoring item 8 are recorded, and differ by it alone', () => {
  expect(scored('rses', all('rses', 0, { q8: 3 })).scores).toEqual({ total: 12, forward8: 15 })
  expect(scored('rses', all('rses', 0)).scores).toEqual({ total: 15, forward8: 12 })
})

it('PC-PTSD-5: a gate answered no is 0 and the end', () => {
  expect(scored('pc-ptsd-5', { q0: 0 })).toMatchObject({
    status: 'scored',
    scores: { total: 0 },
    missing: [],
  })
  expect(scored('pc-ptsd-5', { q0: 1 })).toMatchObject({
    status: 'incomplete',
    missing: items(1, 2, 3, 4, 5),
  })
})

it('FAST: question 1 decides alone when it is 0 or at least 3', () => {
  expect(scored('fast', { q1: 0 })).toMatchObject({ status: 'scored', reached: {} })
  expect(scored('fast', { q1: 3 })).toMatchObject({ status: 'scored', reached: { total: ['hazardous'] } })
  expect(scored('fast', { q1: 1 }).status).toBe('incomplete')
})

it('PSC: up to three blanks count 0, four make the form invalid', () => {
  const answers = all('psc-35', 1)
  expect(scored('psc-35', without(answers, ...items(1, 2, 3)), { age: 10 })).toMatchObject({
    status: 'scored',
    scores: { total: 32 },
    missing: items(1, 2, 3),
  })
  expect(scored('psc-35', without(answers, ...items(1, 2, 3, 4)), { age: 10 })).toMatchObject({
    status: 'invalid',
    reason: { code: 'TOO_MANY_MISSING' },
    scores: {},
  })
})

it('PSC: at ages 4 and 5 the school items are dropped and the cut-off is 24', () => {
  const answers = without(all('psc-35', 1), ...items(5, 6, 17, 18, 33, 34, 35))
  const at24 = { ...answers, q33: 0, q34: 0, q35: 0, q1: 0, q2: 0, q3: 0, q4: 0 }
  expect(scored('psc-35', at24, { age: 5 })).toMatchObject({
    status: 'scored',
    scores: { total: 24 },
    reached: { total: ['furtherAssessment'] },
    missing: [],
  })
  expect(scored('psc-35', { ...at24, q7: 0 }, { age: 5 })).toMatchObject({
    scores: { total: 23 },
    reached: {},
  })
  expect(scored('psc-35', at24, { age: 6 })).toMatchObject({ status: 'invalid', scores: {} })
})

it('PHQ-9 and GAD-7: no score with an answer missing; how many is said, and nothing is prorated', () => {
  for (const id of ['phq-9', 'gad-7'])
    expect(scored(id, without(all(id, 3), 'q2', 'q5'))).toMatchObject({
      status: 'incomplete',
      scores: {},
      bands: {},
      missing: ['q2', 'q5'],
    })
  for (const { instrument } of available) expect(instrument.missing.rule).not.toBe('prorate')
})

it('an age the instrument is not made for is said with the score', () => {
  expect(scored('phq-9', all('phq-9', 1), { age: 17 })).toMatchObject({
    status: 'outOfRange',
    reason: { code: 'AGE_OUTSIDE', at: 'age' },
    scores: { total: 9 },
  })
})

it('a result keeps the version it was scored with, whatever the instrument becomes', () => {
  const { instrument } = questionnaire('phq-9')
  const kept = scoreResultSchema.parse(score(instrument, all('phq-9', 1)))
  const later = { ...instrument, version: `${instrument.version}-later` }
  expect(score(later, all('phq-9', 1)).version).toBe(later.version)
  expect(kept).toMatchObject({ instrument: 'phq-9', version: instrument.version, scores: { total: 9 } })
})

it('GDS-15: yes to every question is not the highest score', () => {
  expect(scored('gds-15', all('gds-15', 1))).toMatchObject({ scores: { total: 10 } })
})

it('ASQ: question 5 is about right now, asked after any yes, and calls for acting at once', () => {
  const { instrument } = questionnaire('asq')
  const none = { q1: 0, q2: 0, q3: 0, q4: 0 }
  expect(scored('asq', none)).toMatchObject({ status: 'scored', bands: { total: 'negative' } })
  expect(scored('asq', { ...none, q4: 1 })).toMatchObject({ status: 'incomplete', missing: ['q5'] })
  expect(scored('asq', { ...none, q4: 1, q5: 1 })).toMatchObject({
    bands: { total: 'positive', acuity: 'now' },
  })
  expect(instrument.criticalItems.find(({ item }) => item === 'q5')?.response).toBe('actAtOnce')
})

it('what a room may add on conditions scores as published too: CRIES-8, DASS-21, CORE-10', () => {
  const over = (count: number, values: number[]) => {
    const ids = items(...Array.from({ length: count }, (_, index) => index + 1))
    return {
      ids,
      more: {
        codings: { answer: values.map((value) => ({ value, loinc: null })) },
        items: ids.map((id) => ({ id, coding: 'answer', required: true, loinc: null })),
      },
      answers: (value: number) => Object.fromEntries(ids.map((id) => [id, value])),
    }
  }
  const sum = { kind: 'sum' as const, reverse: [], factor: 1 }
  const cries = over(8, [0, 1, 3, 5])
  const criesScale = { ...scaleOver(cries.ids, 0, 40), ...sum }
  expect(score(exampleInstrument([criesScale], cries.more), cries.answers(5)).scores.total).toBe(40)
  expect(score(exampleInstrument([criesScale], cries.more), cries.answers(2)).status).toBe('invalid')

  const dass = over(21, [0, 1, 2, 3])
  const stress = { ...scaleOver(dass.ids.slice(0, 7), 0, 42), ...sum, factor: 2 }
  expect(score(exampleInstrument([stress], dass.more), dass.answers(3)).scores.total).toBe(42)

  const core = over(10, [0, 1, 2, 3, 4])
  const mean = { ...scaleOver(core.ids, 0, 40), kind: 'mean' as const, reverse: items(2, 3), factor: 10 }
  expect(score(exampleInstrument([mean], core.more), core.answers(0)).scores.total).toBe(8)
  expect(score(exampleInstrument([mean], core.more), core.answers(4)).scores.total).toBe(32)
})
