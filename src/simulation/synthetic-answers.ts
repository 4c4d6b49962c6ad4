import { answerValues, type Instrument } from '../instruments/instrument.ts'
import type { Answers } from '../instruments/vectors.ts'
import type { Random } from './random.ts'

/** Answers beyond the coding's steps, such as "not applicable", are not given. */
const lastStep = 5

/**
 * A full set of answers of someone with this burden (0–1). Critical items are answered with the lowest value, unless
 * `critical`: then with the lowest that raises an alert.
 */
export function syntheticAnswers(
  instrument: Instrument,
  burden: number,
  critical: boolean,
  random: Random,
): Answers {
  const answers: Answers = {}
  const better = instrument.scales.some((scale) => scale.direction === 'higherIsBetter')
  for (const { id } of instrument.items) {
    const steps = answerValues(instrument, id).filter((value) => value <= lastStep)
    const lowest = Math.min(...steps)
    const alerting = instrument.criticalItems.find(({ item }) => item === id)?.values
    answers[id] =
      alerting === undefined
        ? lowest + stepAt(better ? 1 - burden : burden, steps.length, random)
        : critical
          ? Math.min(...alerting)
          : lowest
  }
  for (const { items, askedIfAny, atLeast } of instrument.skips) {
    const asked = askedIfAny.some((id) => (answers[id] ?? 0) >= atLeast)
    if (!asked) for (const id of items) delete answers[id]
  }
  return answers
}

function stepAt(height: number, steps: number, random: Random): number {
  // Of two answers, the rarer one stays rare: a clue list is mostly answered "no".
  if (steps === 2) return random.chance(height * 0.3) ? 1 : 0
  const step = height * (steps - 1) + (random.next() - 0.5) * 1.3
  return Math.round(Math.min(Math.max(step, 0), steps - 1))
}
