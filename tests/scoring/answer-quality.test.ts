import { describe, expect, it } from 'vitest'
import type { Instrument } from '../../src/instruments/instrument.ts'
import { answerQuality } from '../../src/scoring/answer-quality.ts'
import { exampleInstrument, scaleOver } from './example-instrument.ts'

const items = Array.from({ length: 12 }, (_, index) => `q${index + 1}`)
const instrument = (reverse: string[] = [], more: Partial<Instrument> = {}) =>
  exampleInstrument([{ ...scaleOver(items, 0, 36), kind: 'sum', reverse, factor: 1 }], {
    items: items.map((id) => ({ id, coding: 'grade', required: true, loinc: null })),
    ...more,
  })
const answers = (values: number[]) =>
  Object.fromEntries(values.map((value, index) => [`q${index + 1}`, value]))
const same = (value: number, times: number, rest: number[] = []) =>
  answers([...Array.from({ length: times }, () => value), ...rest])
const pace = (...tenths: number[]) => answers(tenths)

describe('pace', () => {
  const varied = answers([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3])

  it('notes when half of the questions took less than two seconds each', () => {
    expect(answerQuality(instrument(), varied, pace(10, 12, 19, 90, 90))).toEqual([
      { code: 'tooFast', seconds: 1.9 },
    ])
    expect(answerQuality(instrument(), varied, pace(10, 12, 20, 90, 90))).toEqual([])
  })

  it('is silent about few questions and about answers that were not given on a screen', () => {
    expect(answerQuality(instrument(), varied, pace(1, 1, 1, 1))).toEqual([])
    expect(answerQuality(instrument(), varied)).toEqual([])
  })
})

describe('straight-lining', () => {
  it('notes the same answer eight times in a row', () => {
    expect(answerQuality(instrument(), same(1, 8, [2, 3, 2, 3]))).toEqual([
      { code: 'straightLining', run: 8, mixed: false },
    ])
    expect(answerQuality(instrument(), same(1, 7, [2, 3, 2, 3, 2]))).toEqual([])
  })

  it('takes none of it or all of it at its word, unless questions mean opposite things', () => {
    expect(answerQuality(instrument(), same(0, 12))).toEqual([])
    expect(answerQuality(instrument(), same(3, 12))).toEqual([])
    expect(answerQuality(instrument(['q4', 'q8']), same(0, 12))).toEqual([
      { code: 'straightLining', run: 12, mixed: true },
    ])
  })

  it('does not look for a row across different sets of answers', () => {
    const codings = {
      grade: [0, 1, 2, 3].map((value) => ({ value, loinc: null })),
      other: [0, 1, 2, 3].map((value) => ({ value, loinc: null })),
    }
    const split = items.map((id, index) => ({
      id,
      coding: index < 6 ? 'grade' : 'other',
      required: true,
      loinc: null,
    }))
    expect(answerQuality(instrument([], { codings, items: split }), same(1, 12))).toEqual([])
  })

  it('needs the row to be half of what was asked', () => {
    const long = Array.from({ length: 20 }, (_, index) => `q${index + 1}`)
    const longer = exampleInstrument([{ ...scaleOver(long, 0, 60), kind: 'sum', reverse: [], factor: 1 }], {
      items: long.map((id) => ({ id, coding: 'grade', required: true, loinc: null })),
    })
    const alternating = [0, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0]
    expect(answerQuality(longer, same(1, 9, alternating))).toEqual([])
    expect(answerQuality(longer, same(1, 10, alternating.slice(1)))).toHaveLength(1)
  })
})
