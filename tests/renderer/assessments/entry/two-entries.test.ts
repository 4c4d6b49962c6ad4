import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instrumentSchema } from '../../../../src/instruments/instrument.ts'
import type { Answers } from '../../../../src/instruments/vectors.ts'
import { differences, settled } from '../../../../src/renderer/assessments/entry/two-entries.ts'

const instrumentOf = (id: string) =>
  instrumentSchema.parse(
    JSON.parse(
      readFileSync(new URL(`../../../../questionnaires/${id}/instrument.json`, import.meta.url), 'utf8'),
    ),
  )
const phq9 = instrumentOf('phq-9')
const anyAnswers = fc.dictionary(
  fc.constantFrom(...phq9.items.map(({ id }) => id)),
  fc.integer({ min: 0, max: 3 }),
)

test('every question that was entered in two ways is a difference, in the order of the form', () => {
  expect(differences(phq9, { q1: 1, q2: 2, q3: 0 }, { q1: 1, q2: 3, q9: 1 })).toEqual([
    { question: 'q2', first: 2, second: 3 },
    { question: 'q3', first: 0, second: null },
    { question: 'q9', first: null, second: 1 },
  ])
})

test('what is settled is exactly what was chosen, question by question', () => {
  const first = { q1: 1, q2: 2, q3: 0 }
  const second = { q1: 1, q2: 3, q9: 1 }
  expect(settled(phq9, first, second, { q2: 'second', q3: 'first', q9: 'second' })).toEqual({
    q1: 1,
    q2: 3,
    q3: 0,
    q9: 1,
  })
  expect(settled(phq9, first, second, { q2: 'first', q3: 'second', q9: 'first' })).toEqual({ q1: 1, q2: 2 })
})

test('whatever was entered the second time, the first entry stands unless the second is chosen', () => {
  fc.assert(
    fc.property(anyAnswers, anyAnswers, (first: Answers, second: Answers) => {
      const before = { ...first, q1: 1 }
      const kept = { ...before }
      expect(settled(phq9, before, { ...second, q1: 1 }, {})).toEqual(kept)
      expect(before).toEqual(kept)
    }),
  )
})

test('a question that is skipped once the differences are settled carries no answer', () => {
  const zero = Object.fromEntries(phq9.items.slice(0, 9).map(({ id }) => [id, 0]))
  const first = { ...zero, q9: 1, q10: 2 }
  expect(settled(phq9, first, zero, { q9: 'second', q10: 'first' })).toEqual(zero)
})
