import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crossTab, fewest, responseCounts } from '../../src/casework/response-counts.ts'
import type { ClosedQuestion, PlainAnswers } from '../../src/instruments/plain-survey/plain-survey.ts'

const text = { 'zh-cn': '示例' }
const question = <Type extends ClosedQuestion['type']>(type: Type, name: string, answers: number) => ({
  type,
  name,
  title: text,
  isRequired: false,
  choices: Array.from({ length: answers }, (_, index) => ({ value: index + 1, text })),
})
const times = (count: number, answers: PlainAnswers) => Array.from({ length: count }, () => answers)

describe('counts', () => {
  test('count people, and each of several answers', () => {
    const responses: PlainAnswers[] = [{ q1: 1, q2: [1, 2] }, { q1: 1, q2: [2] }, { q1: 2 }, {}]
    expect(responseCounts(question('radiogroup', 'q1', 3), responses)).toEqual({
      question: 'q1',
      answered: 3,
      counts: [
        { value: 1, count: 2 },
        { value: 2, count: 1 },
        { value: 3, count: 0 },
      ],
    })
    expect(responseCounts(question('checkbox', 'q2', 2), responses)).toEqual({
      question: 'q2',
      answered: 2,
      counts: [
        { value: 1, count: 1 },
        { value: 2, count: 2 },
      ],
    })
  })
})

describe('a cross-tabulation', () => {
  const [row, column] = [question('radiogroup', 'q1', 2), question('radiogroup', 'q2', 3)]

  test('shows what is large enough and hides what would betray the rest', () => {
    const responses = [
      ...times(20, { q1: 1, q2: 1 }),
      ...times(9, { q1: 1, q2: 2 }),
      ...times(7, { q1: 1, q2: 3 }),
      ...times(12, { q1: 2, q2: 1 }),
      ...times(8, { q1: 2, q2: 2 }),
      ...times(2, { q1: 2, q2: 3 }),
      { q1: 1 },
    ]
    expect(crossTab(row, column, responses)).toEqual({
      answered: 58,
      cells: [
        [20, 'withheld', 'withheld'],
        [12, 'withheld', 'few'],
      ],
    })
  })

  test('never leaves a row or column with one hidden cell, nor shows anything under five', () => {
    const counts = fc.array(fc.array(fc.nat({ max: 12 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 2,
    })
    fc.assert(
      fc.property(counts, (grid) => {
        const responses = grid.flatMap((line, a) =>
          line.flatMap((n, b) => times(n, { q1: a + 1, q2: b + 1 })),
        )
        const { cells } = crossTab(row, column, responses)
        const lines = [...cells, ...[0, 1, 2].map((at) => cells.map((line) => line[at]))]
        for (const line of lines) expect(line.filter((cell) => typeof cell !== 'number')).not.toHaveLength(1)
        for (const [a, line] of cells.entries())
          for (const [b, cell] of line.entries()) {
            const count = grid[a]?.[b] ?? 0
            expect(cell === 'few', `${a},${b}`).toBe(count < fewest)
            if (typeof cell === 'number') expect(cell).toBe(count)
          }
      }),
    )
  })
})
