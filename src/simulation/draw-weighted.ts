import type { Random } from './random.ts'

/** Things and how often each is to come, beside the others. */
export type Weighted<T> = readonly [readonly [T, number], ...(readonly [T, number])[]]

/** One of them, the more often the more it weighs. */
export function drawWeighted<T>(choices: Weighted<T>, random: Random): T {
  let left = random.next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [choice, weight] of choices) {
    left -= weight
    if (left < 0) return choice
  }
  return choices[0][0]
}
