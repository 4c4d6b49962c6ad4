import type { ClosedQuestion, PlainAnswers, PlainQuestion } from '../instruments/plain-survey/plain-survey.ts'

/** How often each answer of a question was given. */
export interface ResponseCounts {
  /** Name of the question. */
  question: string
  /** People who gave any answer to it. */
  answered: number
  /** By answer, in the order offered; with several answers they add up to more than `answered`. */
  counts: { value: number; count: number }[]
}

export const isClosed = (question: PlainQuestion): question is ClosedQuestion => question.type !== 'comment'

/** Whether somebody gave this answer, alone or among several. */
const chose = (given: PlainAnswers[string] | undefined, value: number): boolean =>
  Array.isArray(given) ? given.includes(value) : given === value

export const responseCounts = (
  { name, choices }: ClosedQuestion,
  responses: readonly PlainAnswers[],
): ResponseCounts => ({
  question: name,
  answered: responses.filter((answers) => answers[name] !== undefined).length,
  counts: choices.map(({ value }) => ({
    value,
    count: responses.filter((answers) => chose(answers[name], value)).length,
  })),
})

/** How often each answer of one question came with each of another. */
export interface CrossTab {
  /** People who answered both. */
  answered: number
  /**
   * A row for each answer of the question, a column for each of the other. `few`: under five · `withheld`: five or more, but
   * it would let a number under five be worked out.
   */
  cells: (number | 'few' | 'withheld')[][]
}

/** Counts under this are not told apart: in a village they may point at a household. */
export const fewest = 5

/** Cross-tabulates a question by one that takes a single answer. */
export const crossTab = (
  question: ClosedQuestion,
  by: ClosedQuestion & { type: 'radiogroup' },
  responses: readonly PlainAnswers[],
): CrossTab => {
  const both = responses.filter(
    (answers) => answers[question.name] !== undefined && answers[by.name] !== undefined,
  )
  const counts = question.choices.map((row) =>
    by.choices.map(
      (column) =>
        both.filter(
          (answers) => chose(answers[question.name], row.value) && answers[by.name] === column.value,
        ).length,
    ),
  )
  return { answered: both.length, cells: withheld(counts) }
}

/** Hides what is under five, and in every row and column with one hidden cell the smallest of the others too. */
const withheld = (counts: readonly (readonly number[])[]): CrossTab['cells'] => {
  const cells: CrossTab['cells'] = counts.map((row) => row.map((count) => (count < fewest ? 'few' : count)))
  const lines = [
    ...cells.map((row, at) => row.map((_, column): [number, number] => [at, column])),
    ...(cells[0] ?? []).map((_, column) => cells.map((_, at): [number, number] => [at, column])),
  ]
  const shown = ([row, column]: [number, number]): number | null => {
    const cell = cells[row]?.[column]
    return typeof cell === 'number' ? cell : null
  }
  const alone = () =>
    lines.find((line) => line.length > 1 && line.filter((place) => shown(place) === null).length === 1)
  for (let line = alone(); line !== undefined; line = alone()) {
    const [smallest] = line
      .filter((place) => shown(place) !== null)
      .toSorted((a, b) => (shown(a) ?? 0) - (shown(b) ?? 0))
    if (smallest === undefined) break
    const row = cells[smallest[0]]
    if (row) row[smallest[1]] = 'withheld'
  }
  return cells
}
