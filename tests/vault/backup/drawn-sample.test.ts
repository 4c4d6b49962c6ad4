import { expect, test } from 'vitest'
import { drawnSample } from '../../../src/vault/backup/drawn-sample.ts'

const rows = (count: number): number[] => Array.from({ length: count }, (_, n) => n)

test('of as many records as can be opened quickly every one is opened', () => {
  for (const count of [0, 1, 5000]) expect(drawnSample(rows(count))).toEqual(rows(count))
})

test('of more some are, others each time, and each once', () => {
  const drawn = [1, 2].map(() => drawnSample(rows(100_000)))
  for (const some of drawn) {
    expect(some.length).toBeGreaterThan(10)
    expect(some.length).toBeLessThanOrEqual(20)
    expect(some).toEqual([...new Set(some)].toSorted((a, b) => a - b))
  }
  expect(drawn[0]).not.toEqual(drawn[1])
})
