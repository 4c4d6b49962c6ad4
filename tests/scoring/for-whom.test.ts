import { describe, expect, it } from 'vitest'
import { itemsNotFor } from '../../src/instruments/applies-to.ts'
import type { CutOff, Scale } from '../../src/instruments/scale.ts'
import { scoreRange } from '../../src/instruments/score-range.ts'
import { surveyFor } from '../../src/instruments/survey-for.ts'
import { score } from '../../src/scoring/score.ts'
import { exampleInstrument, scaleOver } from './example-instrument.ts'

const all = ['q1', 'q2', 'q3', 'q4']
const label = { 'zh-CN': '示例', en: 'example' }
const answers = (...values: number[]) =>
  Object.fromEntries(values.map((value, index) => [`q${index + 1}`, value]))
const cutOff = (score: number, more: Partial<CutOff> = {}): CutOff => ({
  id: 'reached',
  score,
  sex: null,
  ages: null,
  label,
  citation: 'example',
  caveat: null,
  next: null,
  ...more,
})
const scale = (cutOffs: CutOff[] = [], more: Partial<Extract<Scale, { kind: 'sum' }>> = {}) => ({
  ...scaleOver(all, 0, 12),
  kind: 'sum' as const,
  reverse: [],
  factor: 1,
  cutOffs,
  ...more,
})

describe('questions that are not for everyone', () => {
  const notFor = [
    { items: ['q4'], sex: 'male' as const, ages: null, citation: 'example' },
    { items: ['q2'], sex: null, ages: { max: 20 }, citation: 'example' },
  ]
  const instrument = exampleInstrument([scale()], { notFor })

  it('are neither missing nor counted for whom they are not', () => {
    const { q4: _, ...without } = answers(3, 3, 3, 3)
    expect(score(instrument, without, { sex: 'male', age: 30 })).toMatchObject({
      status: 'scored',
      scores: { total: 9 },
      missing: [],
    })
    expect(score(instrument, without, { sex: 'female', age: 30 })).toMatchObject({
      status: 'incomplete',
      missing: ['q4'],
    })
    expect(score(instrument, without)).toMatchObject({ status: 'incomplete', missing: ['q4'] })
  })

  it('are left out of the score even when they were answered, and that is said', () => {
    expect(score(instrument, answers(3, 3, 3, 3), { sex: 'male', age: 19 })).toMatchObject({
      scores: { total: 6 },
      notes: [
        { code: 'NOT_FOR_PERSON', at: 'q4' },
        { code: 'NOT_FOR_PERSON', at: 'q2' },
      ],
    })
  })

  it('narrow the range', () => {
    const total = scale()
    expect(scoreRange(instrument, total)).toEqual({ min: 0, max: 12 })
    expect(scoreRange(instrument, total, { sex: 'male', age: 30 })).toEqual({ min: 0, max: 9 })
    expect(scoreRange(instrument, total, { sex: 'male', age: 20 })).toEqual({ min: 0, max: 6 })
    expect(itemsNotFor(instrument, { sex: 'female' }).size).toBe(0)
  })

  it('are not asked', () => {
    const question = (name: string) => ({
      type: 'radiogroup' as const,
      name,
      title: { en: name },
      choices: [0, 1, 2, 3].map((value) => ({ value, text: { en: String(value) } })),
    })
    const survey = {
      locale: 'zh-cn' as const,
      title: { en: 'example' },
      pages: [
        { name: 'one', elements: all.slice(0, 3).map(question) },
        { name: 'two', elements: [question('q4')] },
      ],
    }
    const asked = (about: { sex?: 'female' | 'male'; age?: number }) =>
      surveyFor({ instrument, survey }, about).pages.map(({ elements }) => elements.map(({ name }) => name))
    expect(asked({})).toEqual([['q1', 'q2', 'q3'], ['q4']])
    expect(asked({ sex: 'male' })).toEqual([['q1', 'q2', 'q3']])
    expect(asked({ sex: 'male', age: 18 })).toEqual([['q1', 'q3']])
  })

  it('give a mean over what was asked', () => {
    const mean = exampleInstrument(
      [{ ...scaleOver(all, 0, 3), kind: 'mean' as const, reverse: [], factor: 1 }],
      { notFor },
    )
    expect(score(mean, answers(3, 0, 3, 0), { sex: 'male', age: 30 }).scores.total).toBe(2)
  })
})

describe('cut-offs', () => {
  it('are reached at the score and beyond, in the direction that is worse', () => {
    const instrument = exampleInstrument([scale([cutOff(6)])])
    expect(score(instrument, answers(2, 2, 1, 0)).reached).toEqual({})
    expect(score(instrument, answers(2, 2, 2, 0)).reached).toEqual({ total: ['reached'] })
    const lowIsBad = exampleInstrument([scale([cutOff(6)], { direction: 'higherIsBetter' })])
    expect(score(lowIsBad, answers(2, 2, 2, 1)).reached).toEqual({})
    expect(score(lowIsBad, answers(2, 2, 2, 0)).reached).toEqual({ total: ['reached'] })
  })

  it('may differ by sex: where that is not known the lower one counts, with a note', () => {
    const bySex = exampleInstrument([scale([cutOff(4, { sex: 'male' }), cutOff(3, { sex: 'female' })])])
    const three = answers(3, 0, 0, 0)
    expect(score(bySex, three, { sex: 'male' })).toMatchObject({ reached: {}, notes: [] })
    expect(score(bySex, three, { sex: 'female' })).toMatchObject({
      reached: { total: ['reached'] },
      notes: [],
    })
    expect(score(bySex, three)).toMatchObject({
      reached: { total: ['reached'] },
      notes: [{ code: 'SEX_UNKNOWN', at: 'total' }],
    })
    expect(score(bySex, answers(3, 1, 0, 0))).toMatchObject({ reached: { total: ['reached'] }, notes: [] })
    expect(score(bySex, answers(2, 0, 0, 0))).toMatchObject({ reached: {}, notes: [] })
  })

  it('may differ by age', () => {
    const byAge = exampleInstrument(
      [scale([cutOff(8, { ages: { min: 6 } }), cutOff(5, { ages: { max: 5 } })])],
      { ages: {} },
    )
    const six = answers(3, 3, 0, 0)
    expect(score(byAge, six, { age: 5 }).reached).toEqual({ total: ['reached'] })
    expect(score(byAge, six, { age: 6 }).reached).toEqual({})
    expect(score(byAge, six)).toMatchObject({
      reached: { total: ['reached'] },
      notes: [{ code: 'AGE_UNKNOWN', at: 'total' }],
    })
    expect(score(byAge, answers(3, 3, 2, 0))).toMatchObject({ reached: { total: ['reached'] }, notes: [] })
  })

  it('carry their published reservation', () => {
    const caveat = { allPointsFrom: ['q1'], label }
    const instrument = exampleInstrument([scale([cutOff(3, { caveat })])])
    expect(score(instrument, answers(3, 0, 0, 0)).notes).toEqual([{ code: 'CAVEAT', at: 'total' }])
    expect(score(instrument, answers(3, 1, 0, 0)).notes).toEqual([])
  })
})

describe('criteria', () => {
  const counting = (id: string, items: string[]) => ({
    ...scaleOver(items, 0, items.length),
    id,
    kind: 'count' as const,
    values: [2, 3],
  })
  const criteria = (all: { scale: string; atLeast: number }[], items: string[]) => ({
    ...scaleOver(items, 0, 1),
    id: 'met',
    kind: 'criteria' as const,
    all,
  })
  const met = criteria(
    [
      { scale: 'first', atLeast: 1 },
      { scale: 'second', atLeast: 2 },
    ],
    all,
  )
  const instrument = exampleInstrument([
    counting('first', ['q1', 'q2']),
    counting('second', ['q3', 'q4']),
    met,
  ])

  it('are met when every scale reaches its least score', () => {
    expect(score(instrument, answers(2, 0, 3, 2)).scores).toEqual({ first: 1, second: 2, met: 1 })
    expect(score(instrument, answers(3, 3, 3, 1)).scores).toEqual({ first: 2, second: 1, met: 0 })
    expect(score(instrument, answers(1, 1, 2, 2)).scores).toEqual({ first: 0, second: 2, met: 0 })
  })

  it.each([
    ['a scale that comes later', () => exampleInstrument([met, counting('first', ['q1', 'q2'])])],
    [
      'a score the scale cannot have',
      () => exampleInstrument([counting('first', all), criteria([{ scale: 'first', atLeast: 5 }], all)]),
    ],
    [
      'other items than its scales have',
      () =>
        exampleInstrument([
          counting('first', ['q1', 'q2']),
          criteria([{ scale: 'first', atLeast: 1 }], ['q1']),
        ]),
    ],
  ])('cannot look at %s', (_, build) => {
    expect(build).toThrow()
  })
})

describe('skip rules with an upper end', () => {
  it('leave unasked what the first answer decides alone', () => {
    const instrument = exampleInstrument([scale()], {
      skips: [{ items: ['q2', 'q3', 'q4'], askedIfAny: ['q1'], atLeast: 1, atMost: 2 }],
    })
    expect(score(instrument, { q1: 0 })).toMatchObject({ status: 'scored', scores: { total: 0 } })
    expect(score(instrument, { q1: 3 })).toMatchObject({ status: 'scored', scores: { total: 3 } })
    expect(score(instrument, { q1: 1 })).toMatchObject({ status: 'incomplete', missing: ['q2', 'q3', 'q4'] })
    expect(score(instrument, { q1: 2 })).toMatchObject({ status: 'incomplete' })
  })
})
