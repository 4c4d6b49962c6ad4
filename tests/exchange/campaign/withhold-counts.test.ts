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
 * Attacks with everything there is to know: of all that people can have answered, what gives just these told counts. A count under five has to
 * be left with all numbers under five that are possible at all, any other that is withheld with two.
 */
const attack = (worlds: readonly number[][], told: (counts: number[]) => ToldCounts): void => {
  const alike = new Map<string, number[][]>()
  for (const counts of worlds) {
    const key = JSON.stringify(told(counts))
    alike.set(key, [...(alike.get(key) ?? []), counts])
  }
  let withheld = 0
  for (const possible of alike.values()) {
    const [first = []] = possible
    for (const [at, count] of told(first).counts.entries()) {
      if (count !== null) {
        expect(count).toBeGreaterThanOrEqual(fewestTold)
        expect(new Set(possible.map((counts) => counts[at]))).toEqual(new Set([count]))
        continue
      }
      withheld += 1
      const values = new Set(possible.map((counts) => counts[at] ?? -1))
      expect(values.size).toBeGreaterThan(1)
      if ([...values].some((value) => value < fewestTold))
        expect([...values]).toEqual(expect.arrayContaining(smallCounts))
    }
  }
  expect(withheld).toBeGreaterThan(0)
}

describe.each([10, 13, 17])('of %i people', (people) => {
  it.each([2, 3])('who gave one of %i answers each', (choices) => {
    const question = { name: 'q1', type: 'radiogroup', isRequired: true } as const
    const worlds = lists(choices, people).filter((counts) => sum(counts) === people)
    attack(worlds, (counts) => withholdCounts(question, counts, people))
  })

  it.each([2, 3])('who gave one of %i answers, or none', (choices) => {
    const question = { name: 'q1', type: 'radiogroup', isRequired: false } as const
    const worlds = lists(choices, people).filter((counts) => sum(counts) <= people)
    attack(worlds, (counts) => withholdCounts(question, counts, people))
  })

  it.each([
    ['any number of them', {}, (counts: number[]) => sum(counts) >= 0],
    ['one at least', { isRequired: true }, (counts: number[]) => sum(counts) >= people],
    ['two at most', { maxSelectedChoices: 2 }, (counts: number[]) => sum(counts) <= 2 * people],
    ['just one', { isRequired: true, maxSelectedChoices: 1 }, (counts: number[]) => sum(counts) === people],
  ])('who chose among three: %s', (_, more, isPossible) => {
    const question = { name: 'q1', type: 'checkbox', isRequired: false, ...more } as const
    attack(lists(3, people).filter(isPossible), (counts) => withholdCounts(question, counts, people))
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
