import { describe, expect, it } from 'vitest'
import {
  fewestTold,
  type ToldCounts,
  withholdCounts,
} from '../../../src/exchange/campaign/withhold-counts.ts'

/** Every list of so many numbers from 0 to `most`. */
const lists = (length: number, most: number): number[][] =>
  length === 0
    ? [[]]
    : lists(length - 1, most).flatMap((rest) => Array.from({ length: most + 1 }, (_, n) => [...rest, n]))

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
const smallCounts = Array.from({ length: fewestTold }, (_, n) => n)

/**
 * Attacks with everything that is told and all that people can have answered: a count under five has to be left with all numbers under five,
 * any other that is withheld with two at least.
 */
const attack = (
  worlds: readonly number[][],
  people: number,
  told: (counts: number[]) => ToldCounts,
): void => {
  let withheld = 0
  const attacked = new Set<string>()
  for (const counts of worlds) {
    const { answered, counts: shown } = told(counts)
    const isHidden = shown.map((count) => count === null)
    const key = JSON.stringify([
      shown,
      answered,
      isHidden.map((hidden, at) => hidden && sizeOf(counts[at], people)),
    ])
    if (attacked.has(key)) continue
    attacked.add(key)
    const possible = worlds.filter(
      (world) =>
        shown.every((count, at) => count === null || world[at] === count) &&
        (answered === null || sum(world) === answered),
    )
    for (const [at, count] of counts.entries()) {
      if (!isHidden[at]) {
        expect(count).toBeGreaterThanOrEqual(fewestTold)
        expect(shown[at]).toBe(count)
        continue
      }
      withheld += 1
      const values = [...new Set(possible.map((world) => world[at] ?? -1))]
      expect(values.length).toBeGreaterThan(1)
      if (count < fewestTold) expect(values).toEqual(expect.arrayContaining(smallCounts))
    }
  }
  expect(withheld).toBeGreaterThan(0)
}

/** Counts are attacked once for each way they can be small. */
const sizeOf = (count = 0, people = 0): string =>
  count < fewestTold ? 'few' : people - count < fewestTold ? 'nearly all' : 'many'

describe.each([10, 13, 17])('of %i people', (people) => {
  it.each([2, 3])('who gave one of %i answers each', (choices) => {
    const question = { name: 'q1', type: 'radiogroup', isRequired: true } as const
    const worlds = lists(choices, people).filter((counts) => sum(counts) === people)
    attack(worlds, people, (counts) => withholdCounts(question, counts, people))
  })

  it.each([2, 3])('who gave one of %i answers, or none', (choices) => {
    const question = { name: 'q1', type: 'radiogroup', isRequired: false } as const
    const worlds = lists(choices, people).filter((counts) => sum(counts) <= people)
    attack(worlds, people, (counts) => withholdCounts(question, counts, people))
  })

  it.each([
    ['any number of them', {}, (counts: number[]) => sum(counts) >= 0],
    ['one at least', { isRequired: true }, (counts: number[]) => sum(counts) >= people],
    ['two at most', { maxSelectedChoices: 2 }, (counts: number[]) => sum(counts) <= 2 * people],
    ['just one', { isRequired: true, maxSelectedChoices: 1 }, (counts: number[]) => sum(counts) === people],
  ])('who chose among three: %s', (_, more, isPossible) => {
    const question = { name: 'q1', type: 'checkbox', isRequired: false, ...more } as const
    attack(lists(3, people).filter(isPossible), people, (counts) => withholdCounts(question, counts, people))
  })
})

it('tells what is large enough, and how many answered', () => {
  const question = { name: 'q2', type: 'radiogroup', isRequired: false } as const
  const told = (counts: number[], people: number) => withholdCounts(question, counts, people)
  expect(told([20, 15, 9], 50)).toEqual({ question: 'q2', answered: 44, counts: [20, 15, 9] })
  expect(told([20, 15, 9], 44)).toEqual({ question: 'q2', answered: null, counts: [20, 15, null] })
  expect(told([20, 3, 2], 35)).toEqual({ question: 'q2', answered: 25, counts: [20, null, null] })
})

it('withholds what nearly everybody chose as well: the others would be the few', () => {
  const question = { name: 'q3', type: 'checkbox', isRequired: false } as const
  expect(withholdCounts(question, [47, 20, 30, 2], 50).counts).toEqual([null, 20, 30, null])
  expect(withholdCounts(question, [20, 30, 2], 50).counts).toEqual([null, 30, null])
})
