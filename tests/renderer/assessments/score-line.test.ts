import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { instrumentSchema } from '../../../src/instruments/instrument.ts'
import { scoreLine } from '../../../src/renderer/assessments/score-line.ts'
import { score } from '../../../src/scoring/score.ts'
import { assessmentOf } from '../../casework/records.ts'

const lineOf = (id: string, answer: number): string | null => {
  const instrument = instrumentSchema.parse(
    JSON.parse(
      readFileSync(new URL(`../../../questionnaires/${id}/instrument.json`, import.meta.url), 'utf8'),
    ),
  )
  const answers = Object.fromEntries(instrument.items.map((item) => [item.id, answer]))
  return scoreLine(assessmentOf({ result: score(instrument, answers) }), instrument, 'zh-CN')
}

test('a line says the score and its band', () => {
  expect(lineOf('gad-7', 1)).toBe('7 · 轻度')
})

test('of an instrument with scales within it, only its own score stands in a line', () => {
  expect(lineOf('pcl-5', 1)).toBe('20')
})

test('an instrument that is a profile has no line, and neither has one without a score', () => {
  expect(lineOf('brief-cope', 1)).toBeNull()
  expect(lineOf('observation-record', 1)).toBeNull()
})
