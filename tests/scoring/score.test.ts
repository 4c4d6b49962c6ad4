import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instrument } from '../../src/instruments/instrument.ts'
import { score } from '../../src/scoring/score.ts'
import { exampleInstrument, scaleOver } from './example-instrument.ts'

const all = ['q1', 'q2', 'q3', 'q4']
const sum = (more = {}) => ({
  ...scaleOver(all, 0, 12),
  kind: 'sum' as const,
  reverse: [],
  factor: 1,
  ...more,
})
const band = (id: string, min: number, max: number) => ({ id, min, max, label: { 'zh-CN': '示例', en: id } })
const answer = (...values: (number | null)[]) =>
  Object.fromEntries(values.flatMap((value, index) => (value === null ? [] : [[`q${index + 1}`, value]])))
const total = (instrument: Instrument, ...values: number[]) =>
  score(instrument, answer(...values)).scores.total

describe('the kinds of scale', () => {
  it('sums, with reversed items and a factor', () => {
    const instrument = exampleInstrument([
      sum({ reverse: ['q2', 'q4'], factor: 2, range: { min: 0, max: 24 } }),
    ])
    expect(total(instrument, 3, 0, 3, 0)).toBe(24)
    expect(total(instrument, 0, 3, 0, 3)).toBe(0)
    expect(total(instrument, 1, 1, 1, 1)).toBe(2 * (1 + 2 + 1 + 2))
  })

  it('takes the mean', () => {
    const instrument = exampleInstrument([
      { ...scaleOver(all, 0, 30), kind: 'mean', reverse: ['q1'], factor: 10 },
    ])
    expect(total(instrument, 3, 1, 2, 0)).toBe(7.5)
  })

  it('counts', () => {
    const instrument = exampleInstrument([{ ...scaleOver(all, 0, 4), kind: 'count', values: [2, 3] }])
    expect(total(instrument, 0, 1, 2, 3)).toBe(2)
  })

  it('weighs', () => {
    const instrument = exampleInstrument([
      { ...scaleOver(['q1', 'q3'], -3, 6), kind: 'weighted', weights: { q1: 2, q3: -1 } },
    ])
    expect(total(instrument, 3, 3, 1, 3)).toBe(5)
  })

  it('looks a sum up', () => {
    const table = [0, 1, 2, 3, 4, 5, 6].map((sum) => ({ sum, score: 40 + sum ** 2 }))
    const instrument = exampleInstrument([
      { ...scaleOver(['q1', 'q2'], 40, 76), kind: 'lookup', reverse: ['q2'], table },
    ])
    expect(total(instrument, 2, 0, 0, 0)).toBe(65)
    expect(total(instrument, 0, 3, 0, 0)).toBe(40)
  })

  it('refuses a table that does not list every sum', () => {
    const table = [0, 1, 3].map((sum) => ({ sum, score: sum }))
    expect(() =>
      exampleInstrument([{ ...scaleOver(['q1'], 0, 3), kind: 'lookup', reverse: [], table }]),
    ).toThrow('TABLE_GAP')
  })

  it('keeps several scales apart', () => {
    const instrument = exampleInstrument([
      sum(),
      sum({ id: 'first', items: ['q1', 'q2'], range: { min: 0, max: 6 } }),
    ])
    expect(score(instrument, answer(1, 2, 3, 3)).scores).toEqual({ total: 9, first: 3 })
  })
})

describe('unanswered questions', () => {
  it('prorates up to the number allowed and says so', () => {
    const instrument = exampleInstrument([sum({ bands: [band('low', 0, 5), band('high', 6, 12)] })], {
      missing: { rule: 'prorate', atMost: 1 },
    })
    expect(score(instrument, answer(1, null, 1, 3))).toMatchObject({
      status: 'prorated',
      scores: { total: (5 * 4) / 3 },
      bands: { total: 'high' },
      missing: ['q2'],
    })
    // Between two bands the lower one holds until the next is reached.
    expect(score(instrument, answer(1, null, 1, 2))).toMatchObject({
      scores: { total: (4 * 4) / 3 },
      bands: { total: 'low' },
    })
    expect(score(instrument, answer(1, null, null, 3))).toMatchObject({ status: 'incomplete', scores: {} })
    expect(score(instrument, answer(1, null, 1, 3), { age: 61 })).toMatchObject({
      status: 'incomplete',
      scores: {},
    })
  })

  it('counts blanks as 0 up to the number allowed, then finds the form invalid', () => {
    const instrument = exampleInstrument([sum()], { missing: { rule: 'countZero', atMost: 2 } })
    expect(score(instrument, answer(3, null, null, 3))).toMatchObject({
      status: 'scored',
      scores: { total: 6 },
    })
    expect(score(instrument, answer(3))).toMatchObject({
      status: 'invalid',
      reason: { code: 'TOO_MANY_MISSING', at: 'answers' },
      scores: {},
    })
  })

  it('refuses rules that cannot be kept', () => {
    const prorate = { missing: { rule: 'prorate' as const, atMost: 1 } }
    expect(() =>
      exampleInstrument([{ ...scaleOver(all, 0, 4), kind: 'count', values: [3] }], prorate),
    ).toThrow('CANNOT_PRORATE')
    expect(() =>
      exampleInstrument([sum()], {
        missing: { rule: 'countZero', atMost: 1 },
        codings: { grade: [1, 2].map((value) => ({ value, loinc: null })) },
      }),
    ).toThrow('BLANK_WITHOUT_ZERO')
  })
})

describe('questions skipped by rule', () => {
  const instrument = exampleInstrument([sum()], {
    skips: [
      { items: ['q2', 'q3'], askedIfAny: ['q1'], atLeast: 1, atMost: null },
      { items: ['q4'], askedIfAny: ['q2', 'q3'], atLeast: 2, atMost: null },
    ],
  })

  it.each([
    ['count 0 and are not missing', answer(0), { status: 'scored', scores: { total: 0 }, missing: [] }],
    [
      'are missing once they should have been asked',
      answer(1, 0, 1),
      { status: 'scored', scores: { total: 2 } },
    ],
    [
      'follow from others that were skipped',
      answer(0, null, null, 3),
      { status: 'scored', scores: { total: 3 } },
    ],
    ['are asked when any answer asks for them', answer(1, 0, 2), { status: 'incomplete', missing: ['q4'] }],
    [
      'stay open while the deciding answer is open',
      answer(null, 1, 1),
      { status: 'incomplete', missing: ['q1'] },
    ],
  ])('%s', (_, answers, expected) => {
    expect(score(instrument, answers)).toMatchObject(expected)
  })
})

it.each([
  [17, 'outOfRange'],
  [18, 'scored'],
  [60, 'scored'],
  [61, 'outOfRange'],
])('scores at age %i and labels it %s', (age, status) => {
  expect(score(exampleInstrument([sum()]), answer(1, 1, 1, 1), { age })).toMatchObject({
    status,
    scores: { total: 4 },
  })
})

describe('whatever is answered', () => {
  const instrument = exampleInstrument([sum({ reverse: ['q2'] })], {
    criticalItems: [{ item: 'q3', values: [2, 3], response: 'interviewSameVisit' }],
  })
  const partial = fc.dictionary(fc.constantFrom(...all), fc.integer({ min: -1, max: 4 }), {
    noNullPrototype: true,
  })

  it('reports a critical answer, and only a critical answer', () => {
    fc.assert(
      fc.property(partial, fc.integer({ min: 0, max: 130 }), (answers, age) => {
        const expected = answers.q3 === 2 || answers.q3 === 3 ? [{ item: 'q3', value: answers.q3 }] : []
        expect(score(instrument, answers, { age }).critical).toEqual(expected)
      }),
    )
  })

  it('scores exactly the complete forms within the coding', () => {
    fc.assert(
      fc.property(partial, (answers) => {
        const given = Object.values(answers)
        const { status, scores, missing } = score(instrument, answers)
        const valid = given.every((value) => value >= 0 && value <= 3)
        expect(status).toBe(!valid ? 'invalid' : given.length < 4 ? 'incomplete' : 'scored')
        expect(Object.keys(scores)).toEqual(status === 'scored' ? ['total'] : [])
        expect(missing).toEqual(all.filter((item) => !(item in answers)))
      }),
    )
  })

  it('stays within the range and moves with every answer in the item’s direction', () => {
    const complete = fc.tuple(...all.map(() => fc.integer({ min: 0, max: 3 })))
    fc.assert(
      fc.property(complete, fc.nat(3), (values, index) => {
        const before = total(instrument, ...values) ?? Number.NaN
        expect(before).toBeGreaterThanOrEqual(0)
        expect(before).toBeLessThanOrEqual(12)
        if (values[index] === 3) return
        const after = total(instrument, ...values.map((value, at) => (at === index ? value + 1 : value)))
        expect(after).toBe(before + (index === 1 ? -1 : 1))
      }),
    )
  })

  it('does not take a name every object has for an answer', () => {
    expect(score(instrument, { ...answer(1, 1, 1, 1), constructor: 1 })).toMatchObject({
      status: 'invalid',
      reason: { code: 'UNKNOWN_QUESTION', at: 'constructor' },
    })
  })
})
