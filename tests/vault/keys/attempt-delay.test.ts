import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AttemptRow, counted, waitAfter, waitedUntil } from '../../../src/vault/keys/attempt-delay.ts'

const second = 1000
const minute = 60 * second

test('five tries are free, then each waits twice as long as the last, a quarter of an hour at most', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 13, 14, 15, 1000].map(waitAfter)).toEqual(
    [0, 0, 0, 0, 1, 2, 4, 8, 256, 512, 900, 900].map((seconds) => seconds * second),
  )
})

test('a clock that is set back takes nothing off the wait, and does not make it endless', () => {
  const row: AttemptRow = { id: 'a', count: 14, wait: 8 * minute, at: 100 * minute }
  const back = waitedUntil(row, 0)
  expect(back).toEqual({ ...row, at: 0 })
  expect(waitedUntil(back, 8 * minute)).toEqual({ ...row, wait: 0, at: 8 * minute })
})

test('however the clock is moved while somebody looks, at least the wait must have passed by it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -minute, max: minute })), (moves) => {
      let now = 1000 * minute
      let row: AttemptRow = { id: 'a', count: 14, wait: 5 * minute, at: now }
      let forwards = 0
      for (const move of moves) {
        now += move
        forwards += Math.max(0, move)
        row = waitedUntil(row, now)
      }
      expect(row.wait).toBe(Math.max(0, 5 * minute - forwards))
    }),
  )
})

test('every attempt counts, and the wait begins anew with it', () => {
  const row: AttemptRow = { id: 'a', count: 6, wait: 0, at: 0 }
  expect(counted(row, minute)).toEqual({ id: 'a', count: 7, wait: 4 * second, at: minute })
})
