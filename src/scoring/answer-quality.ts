import type { Instrument } from '../instruments/instrument.ts'
import type { Answers } from '../instruments/vectors.ts'

/** Seconds a question takes at least to be read and answered (Huang et al. 2012: two seconds an item). */
const leastSeconds = 2
/** Fewer questions than this tell nothing about how they were answered. */
const leastQuestions = 5
/** Half of the questions in a row (Curran 2016), and never fewer than this. */
const leastRun = 8

/**
 * Something about how a questionnaire was answered that a counsellor may want to ask about. It says nothing about the
 * person and never changes a score.
 */
export type AnswerQuality =
  /** Half of the questions, or more, were answered within `seconds` each. */
  | { code: 'tooFast'; seconds: number }
  /** The same answer, in the same place, `run` times in a row, across questions that mean opposite things where `mixed`. */
  | { code: 'straightLining'; run: number; mixed: boolean }

/** `pace`: how long each question was shown, in tenths of a second; only of questions answered on a screen. */
export const answerQuality = (
  instrument: Instrument,
  answers: Answers,
  pace: Readonly<Record<string, number>> = {},
): AnswerQuality[] => [...tooFast(pace), ...straightLining(instrument, answers)]

function* tooFast(pace: Readonly<Record<string, number>>): Generator<AnswerQuality> {
  const tenths = Object.values(pace).sort((a, b) => a - b)
  if (tenths.length < leastQuestions) return
  const median = tenths[Math.floor((tenths.length - 1) / 2)] ?? 0
  if (median < leastSeconds * 10) yield { code: 'tooFast', seconds: median / 10 }
}

function* straightLining(instrument: Instrument, answers: Answers): Generator<AnswerQuality> {
  const asked = instrument.items.filter(({ id }) => answers[id] !== undefined)
  let longest: typeof asked = []
  let run: typeof asked = []
  for (const item of asked) {
    const [before] = run
    const same = before?.coding === item.coding && answers[before.id] === answers[item.id]
    run = same ? [...run, item] : [item]
    if (run.length > longest.length) longest = run
  }
  const [first] = longest
  if (first === undefined || longest.length < Math.max(leastRun, asked.length / 2)) return
  const mixed = meansOpposites(
    instrument,
    longest.map(({ id }) => id),
  )
  // The first or last answer to everything can be the plain truth, unless questions mean opposite things.
  const values = (instrument.codings[first.coding] ?? []).map(({ value }) => value)
  const answer = answers[first.id] ?? Number.NaN
  if (!mixed && (answer === Math.min(...values) || answer === Math.max(...values))) return
  yield { code: 'straightLining', run: longest.length, mixed }
}

/** Whether these questions are scored in both directions. */
const meansOpposites = ({ scales }: Instrument, items: readonly string[]): boolean =>
  scales.some((scale) => {
    const reversed = 'reverse' in scale ? scale.reverse.filter((item) => items.includes(item)) : []
    const scored = scale.items.filter((item) => items.includes(item))
    return reversed.length > 0 && reversed.length < scored.length
  })
