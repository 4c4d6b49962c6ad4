import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { beforeLock, finishBeforeLock } from '../../src/renderer/app/before-lock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const lockedAfter = async (milliseconds: number): Promise<boolean> => {
  let locked = false
  void finishBeforeLock().then(() => {
    locked = true
  })
  await vi.advanceTimersByTimeAsync(milliseconds)
  return locked
}

test('what is being saved is waited for, and what failed is not', async () => {
  const off = [
    beforeLock(() => new Promise((saved) => setTimeout(saved, 1_000))),
    beforeLock(() => Promise.reject(new Error('NOT_SAVED'))),
  ]
  expect(await lockedAfter(900)).toBe(false)
  expect(await lockedAfter(1_000)).toBe(true)
  for (const remove of off) remove()
  expect(await lockedAfter(0)).toBe(true)
})

test('a save that never ends does not keep the window open', async () => {
  const off = beforeLock(() => new Promise(() => undefined))
  expect(await lockedAfter(5_000)).toBe(true)
  off()
})
