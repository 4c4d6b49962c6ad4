import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readQuestionnaires } from '../../src/host/read-questionnaires.ts'
import { score } from '../../src/scoring/score.ts'
import { scoreResultSchema } from '../../src/scoring/score-result.ts'
import { vectorGaps } from './vector-gaps.ts'

const root = fileURLToPath(new URL('../../questionnaires', import.meta.url))
const { available, broken } = await readQuestionnaires(root)

it('reads every folder of questionnaires/', () => {
  expect(broken).toEqual([])
  expect(available.map(({ instrument }) => instrument.id)).toEqual(readdirSync(root).sort())
})

describe.each(available)('$instrument.id', ({ instrument, vectors }) => {
  it.each(vectors.cases)('$name', ({ answers, about, result }) => {
    const scored = score(instrument, answers, about)
    expect(scored).toStrictEqual({ instrument: instrument.id, version: instrument.version, ...result })
    expect(scoreResultSchema.parse(scored)).toStrictEqual(scored)
  })

  it('has vectors for everything it says', () => {
    expect([...vectorGaps({ instrument, vectors })]).toEqual([])
  })
})

describe('the demand on vectors', () => {
  // What only one case proves is missed once that case is gone.
  it.each([
    ['phq-9', 'at 20', 'total 20'],
    ['phq-9', 'item 9 alone answered 2 raises the alert in the lowest band', 'critical q9 2 alone'],
    ['ces-d', 'reversed item 12 alone at its highest answer', 'total: reversed q12 alone'],
    ['y-psc', 'four blanks make the form invalid', 'one blank too many'],
    ['pcl-5', 'the pattern with one of D', 'provisional: all but symptomsD'],
    ['phq-15', 'a man’s answer to item 4 does not count', 'q4 not for male: answered all the same'],
    ['fast', 'weekly: decided by item 1', 'q2,q3,q4 asked if q1: above 2'],
  ])('%s without “%s” is told of', (id, name, gap) => {
    const questionnaire = available.find(({ instrument }) => instrument.id === id)
    if (questionnaire === undefined) throw new Error(id)
    const { instrument, vectors } = questionnaire
    const cases = vectors.cases.filter((one) => one.name !== name)
    expect(cases).toHaveLength(vectors.cases.length - 1)
    expect([...vectorGaps({ instrument, vectors: { cases } })]).toContain(gap)
  })
})
