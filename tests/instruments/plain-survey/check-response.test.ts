import { describe, expect, test } from 'vitest'
import { checkResponse } from '../../../src/instruments/plain-survey/check-response.ts'
import type { PlainAnswers, PlainSurvey } from '../../../src/instruments/plain-survey/plain-survey.ts'

const text = { 'zh-cn': '示例' }
const choices = [1, 2, 3].map((value) => ({ value, text }))
const survey: PlainSurvey = {
  title: text,
  languages: ['zh-CN'],
  pages: [
    {
      name: 'p1',
      elements: [
        { type: 'radiogroup', name: 'q1', title: text, isRequired: true, choices },
        {
          type: 'checkbox',
          name: 'q2',
          title: text,
          isRequired: false,
          visibleIf: '{q1} = 1 or {q1} = 2',
          choices: [...choices, { value: 4, text, isExclusive: true }],
          maxSelectedChoices: 2,
        },
        {
          type: 'comment',
          name: 'q3',
          title: text,
          isRequired: true,
          visibleIf: '{q2} contains 3',
          maxLength: 5,
        },
      ],
    },
  ],
}
const says = (answers: PlainAnswers) => {
  const checked = checkResponse(survey, answers)
  return checked.ok ? checked.value : `${checked.refusal.code} ${checked.refusal.at}`
}

describe('a response', () => {
  test('keeps what was asked, in one order and without blanks', () => {
    expect(says({ q1: 1, q2: [3, 1], q3: ' 好 ' })).toEqual({ q1: 1, q2: [1, 3], q3: '好' })
    expect(says({ q1: 1, q2: [] })).toEqual({ q1: 1 })
  })

  test('leaves out what its questions were not asked for', () => {
    expect(says({ q1: 3, q2: [3], q3: '好' })).toEqual({ q1: 3 })
  })

  test.each<[PlainAnswers, string]>([
    [{}, 'ANSWER_NEEDED q1'],
    [{ q1: 1, q2: [3] }, 'ANSWER_NEEDED q3'],
    [{ q1: 1, q2: [3], q3: '  ' }, 'ANSWER_NEEDED q3'],
    [{ q1: 1, q9: 1 }, 'UNKNOWN_QUESTION q9'],
    [{ q1: 4 }, 'ANSWER_OUTSIDE_CODING q1'],
    [{ q1: [1] }, 'ANSWER_OUTSIDE_CODING q1'],
    [{ q1: '1' }, 'ANSWER_OUTSIDE_CODING q1'],
    [{ q1: 1, q2: 1 }, 'ANSWER_OUTSIDE_CODING q2'],
    [{ q1: 1, q2: [1, 1] }, 'ANSWER_OUTSIDE_CODING q2'],
    [{ q1: 1, q2: [1, 4] }, 'ANSWER_OUTSIDE_CODING q2'],
    [{ q1: 1, q2: [1, 2, 3] }, 'ANSWER_OUTSIDE_CODING q2'],
    [{ q1: 1, q2: [3], q3: '一二三四五六' }, 'ANSWER_OUTSIDE_CODING q3'],
  ])('%j: %s', (answers, expected) => {
    expect(says(answers)).toBe(expected)
  })
})
