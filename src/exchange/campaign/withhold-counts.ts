import type { ClosedQuestion } from '../../instruments/plain-survey/plain-survey.ts'

/** Counts under this are not told: in a village they may point at a household. */
export const fewestTold = 5

/** A question's counts as they leave a room, null for one that is withheld. */
export interface ToldCounts {
  question: string
  /** People who gave any answer to it. */
  answered: number | null
  /** By answer, in the order offered. */
  counts: (number | null)[]
}

/**
 * Withholds counts under five, and as many others as it takes that none of them can be worked out from what else is told and from how many
 * people were asked.
 */
export const withholdCounts = (
  question: Pick<ClosedQuestion, 'name' | 'type' | 'isRequired'> & { maxSelectedChoices?: number },
  counts: readonly number[],
  people: number,
): ToldCounts =>
  question.type === 'radiogroup' ? ofOneAnswer(question, counts, people) : ofSeveral(question, counts, people)

/** Everybody gave one answer, or none where none was needed: the counts and those who gave none add up to all. */
function ofOneAnswer(
  { name: question, isRequired }: Pick<ClosedQuestion, 'name' | 'isRequired'>,
  counts: readonly number[],
  people: number,
): ToldCounts {
  if (isRequired) return { question, answered: people, counts: toldInLine(counts) }
  const answered = counts.reduce((sum, count) => sum + count, 0)
  const told = toldInLine([...counts, people - answered])
  return { question, answered: told.at(-1) === null ? null : answered, counts: told.slice(0, -1) }
}

/**
 * The parts of a known whole. What is withheld adds up to something that is known, too: so much that each could be any number under five, and
 * of two parts at least.
 */
function toldInLine(parts: readonly number[]): (number | null)[] {
  const hidden = parts.map((count) => count < fewestTold)
  for (;;) {
    const together = parts.reduce((sum, count, at) => sum + (hidden[at] ? count : 0), 0)
    const many = hidden.filter(Boolean).length
    const next = smallestShown(parts, hidden)
    const isSafe = many === 0 || (many > 1 && together >= fewestTold - 1)
    if (isSafe || next === null) return parts.map((count, at) => (hidden[at] ? null : count))
    hidden[next] = true
  }
}

/**
 * Several answers each: an answer is told when both those who gave it and those who did not are five or more. How many answered at all is not
 * told, and never is a single answer withheld: the others would say how many at least gave that one, or at most where only so many may be
 * chosen.
 */
function ofSeveral(
  {
    name: question,
    maxSelectedChoices: most,
  }: Pick<ClosedQuestion, 'name'> & { maxSelectedChoices?: number },
  counts: readonly number[],
  people: number,
): ToldCounts {
  const hidden = counts.map((count) => count < fewestTold || people - count < fewestTold)
  for (;;) {
    const many = hidden.filter(Boolean).length
    const shown = counts.reduce((sum, count, at) => sum + (hidden[at] ? 0 : count), 0)
    const room = (most ?? counts.length) * people - shown
    const next = smallestShown(counts, hidden)
    if (many === 0 || next === null || (many > 1 && room >= fewestTold - 1))
      return { question, answered: null, counts: counts.map((count, at) => (hidden[at] ? null : count)) }
    hidden[next] = true
  }
}

function smallestShown(counts: readonly number[], hidden: readonly boolean[]): number | null {
  const shown = counts.flatMap((count, at) => (hidden[at] ? [] : [{ count, at }]))
  return shown.toSorted((a, b) => a.count - b.count)[0]?.at ?? null
}
