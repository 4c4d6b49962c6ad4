import { answerValues, type Instrument } from '../instruments/instrument.ts'
import type { Answers } from '../instruments/vectors.ts'
import { skippedItems } from '../scoring/skipped-items.ts'
import type { Random } from './random.ts'

/** Answers beyond the coding's steps, such as "not applicable", are not given. */
const lastStep = 5

/**
 * A full set of answers of someone with this burden (0–1). Items that raise an alert are answered as lightly as can be,
 * unless `critical`: then with the lowest answer that raises it.
 */
export function syntheticAnswers(
  instrument: Instrument,
  burden: number,
  critical: boolean,
  random: Random,
): Answers {
  const answers: Answers = {}
  for (const { id } of instrument.items) {
    const steps = answerValues(instrument, id)
      .filter((value) => value <= lastStep)
      .sort((a, b) => (lightIsHigh(instrument, id) ? b - a : a - b))
    const alerting = instrument.criticalItems.find(
      ({ item, response }) => item === id && response !== 'prompt',
    )
    const step = alerting === undefined ? stepAt(burden, steps.length, random) : 0
    const answer = alerting !== undefined && critical ? Math.min(...alerting.values) : steps[step]
    if (answer !== undefined) answers[id] = answer
  }
  for (const id of skippedItems(instrument, answers)) delete answers[id]
  return answers
}

/** Whether the highest answer to an item is that of somebody who is well. */
const lightIsHigh = ({ scales }: Instrument, item: string): boolean => {
  const scale = scales.find(({ items }) => items.includes(item))
  if (scale === undefined) return false
  const reversed = 'reverse' in scale && scale.reverse.includes(item)
  return reversed !== (scale.direction === 'higherIsBetter')
}

function stepAt(height: number, steps: number, random: Random): number {
  // Of two answers, the rarer one stays rare: a clue list is mostly answered "no".
  if (steps === 2) return random.chance(height * 0.3) ? 1 : 0
  const step = height * (steps - 1) + (random.next() - 0.5) * 1.3
  return Math.round(Math.min(Math.max(step, 0), steps - 1))
}
