import { expect, it } from 'vitest'
import type { ScoreForm } from '../../../src/casework/assessments/score-form.ts'
import { scoresText } from '../../../src/renderer/paper-scores/scores-text.ts'

const label = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const range = { min: 0, max: 20, decimals: 0, direction: 'higherIsWorse', criticalFrom: null } as const
const form: ScoreForm = {
  id: 'example',
  title: label('示例', 'Example'),
  owner: label('示例', 'Example'),
  why: label('示例', 'Example'),
  rater: 'self',
  scores: [
    { id: 'total', label: label('总分', 'Total'), ...range, codes: null },
    {
      id: 'ever',
      label: label('有过', 'Ever'),
      ...range,
      max: 1,
      codes: [
        { value: 0, label: label('没有', 'no') },
        { value: 1, label: label('有', 'yes') },
      ],
    },
  ],
}

it('says each score with the most it can be, a code in words, in the order of the form', () => {
  expect(scoresText({ scores: { ever: 1, total: 7 } }, form, 'zh-CN')).toBe('总分 7 / 20；有过 有')
  expect(scoresText({ scores: { ever: 0 } }, form, 'en')).toBe('Ever no')
})

it('still says what was entered when the form is gone', () => {
  expect(scoresText({ scores: { total: 7, ever: 1 } }, undefined, 'en')).toBe('total 7; ever 1')
})
