import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chainSchema } from '../../../src/casework/follow-ups/follow-up-intervals.ts'
import { plannedChain } from '../../../src/casework/follow-ups/planned-chain.ts'

const proposed = [
  { from: 12, due: 24, missed: 36 },
  { from: 48, due: 72, missed: 96 },
]

it('has the times of a crisis where a crisis has that follow-up', () =>
  expect(plannedChain([72, 24], proposed)).toEqual(proposed))

it('begins none before the one before it is due', () =>
  expect(plannedChain([24, 30, 72], proposed)).toEqual([
    { from: 12, due: 24, missed: 36 },
    { from: 25, due: 30, missed: 54 },
    { from: 48, due: 72, missed: 96 },
  ]))

it('is a chain that can be kept, whatever hours are chosen', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 8760 }), { maxLength: 20 }), (hours) => {
      const chain = plannedChain(hours, proposed)
      expect(chainSchema.safeParse(chain).success).toBe(true)
      expect(chain.map(({ due }) => due)).toEqual([...new Set(hours)].sort((a, b) => a - b))
    }),
  ))
