import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crossTab, fewest, responseCounts } from '../../../src/casework/surveys/response-counts.ts'
import type { ClosedQuestion, PlainAnswers } from '../../../src/instruments/plain-survey/plain-survey.ts'

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
        [12, 'withheld', 'withheld'],
      ],
    })
  })

  const counts = fc.array(fc.array(fc.nat({ max: 12 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 2,
  })
  const responsesOf = (grid: number[][]) =>
    grid.flatMap((line, a) => line.flatMap((n, b) => times(n, { q1: a + 1, q2: b + 1 })))
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

  /** Every table with the same totals as `grid` and the same cells shown. */
  const tablesLike = (grid: number[][], shown: (number | 'withheld')[][]): number[][][] => {
    const rows = grid.map(sum)
    const columns = [0, 1, 2].map((b) => sum(grid.map((line) => line[b] ?? 0)))
    const found: number[][][] = []
    for (let one = 0; one <= (rows[0] ?? 0); one += 1)
      for (let two = 0; one + two <= (rows[0] ?? 0); two += 1) {
        const above = [one, two, (rows[0] ?? 0) - one - two]
        const table = [above, columns.map((all, b) => all - (above[b] ?? 0))]
        const fits = (count: number, a: number, b: number) =>
          count >= 0 && (shown[a]?.[b] === 'withheld' || shown[a]?.[b] === count)
        if (table.every((line, a) => line.every((count, b) => fits(count, a, b)))) found.push(table)
      }
    return found
  }

  test('shows nothing under five, and from what it shows nobody who knows the totals tells more than those do', () => {
    fc.assert(
      fc.property(counts, (grid) => {
        const { cells } = crossTab(row, column, responsesOf(grid))
        const none = cells.map((line) => line.map(() => 'withheld' as const))
        const [known, guessed] = [tablesLike(grid, cells), tablesLike(grid, none)]
        for (const [a, line] of cells.entries())
          for (const [b, cell] of line.entries()) {
            const count = grid[a]?.[b] ?? 0
            if (typeof cell === 'number') {
              expect(cell).toBe(count)
              expect(count).toBeGreaterThanOrEqual(fewest)
              continue
            }
            const [possible, before] = [known, guessed].map(
              (tables) => new Set(tables.map((one) => one[a]?.[b])),
            )
            if (count >= fewest)
              expect(possible?.size, `${a},${b}`).toBeGreaterThan(before?.size === 1 ? 0 : 1)
            else
              for (let small = 0; small < fewest; small += 1)
                expect(possible?.has(small), `${a},${b}: ${small}`).toBe(before?.has(small))
          }
      }),
    )
  })

  test('withholds the same cells when it is turned round', () => {
    fc.assert(
      fc.property(counts, (grid) => {
        const { cells } = crossTab(row, column, responsesOf(grid))
        const turned = crossTab({ ...column }, { ...row }, responsesOf(grid)).cells
        expect(turned).toEqual([0, 1, 2].map((b) => cells.map((line) => line[b])))
      }),
    )
  })
})
