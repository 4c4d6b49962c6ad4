import type {
  ClosedQuestion,
  PlainAnswers,
  PlainQuestion,
} from '../../instruments/plain-survey/plain-survey.ts'
import { withheldCells } from '../records/withheld-cells.ts'

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

/**
 * Whether a question may be crossed with another. One that only some are asked may not: crossed with what decides who is
 * asked, it would tell cells that another table withholds.
 */
export const isCrossable = (question: PlainQuestion): question is ClosedQuestion =>
  isClosed(question) && question.visibleIf === undefined

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
   * A row for each answer of the question, a column for each of the other. `withheld`: under five, or it would let a number
   * under five be worked out; which of the two is not said, for that would tell too much.
   */
  cells: (number | 'withheld')[][]
}

/** Counts under this are not told apart: in a village they may point at a household. */
export const fewest = 5

/** Cross-tabulates a question by one that takes a single answer. Turned round, the same table has the same cells withheld. */
export const crossTab = (
  question: ClosedQuestion,
  by: ClosedQuestion & { type: 'radiogroup' },
  responses: readonly PlainAnswers[],
): CrossTab => {
  if (question.type === 'radiogroup' && numberOf(by) < numberOf(question)) {
    const { answered, cells } = crossTab(by, question, responses)
    return { answered, cells: question.choices.map((_, row) => cells.map((line) => line[row] ?? 'withheld')) }
  }
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
  const hidden = withheldCells(counts, fewest)
  const cells = counts.map((row, at) =>
    row.map((count, column) => (hidden[at]?.[column] ? ('withheld' as const) : count)),
  )
  return { answered: both.length, cells }
}

/** The number in the name of a question. */
const numberOf = ({ name }: ClosedQuestion): number => Number(name.slice(1))
