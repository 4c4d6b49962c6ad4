import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  atLock,
  beforeLock,
  finishBeforeLock,
  keepWhatIsWritten,
} from '../../src/renderer/app/before-lock.ts'

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
    beforeLock(() => new Promise((saved) => setTimeout(saved, 500))),
    beforeLock(() => Promise.reject(new Error('NOT_SAVED'))),
  ]
  expect(await lockedAfter(400)).toBe(false)
  expect(await lockedAfter(500)).toBe(true)
  for (const remove of off) remove()
  expect(await lockedAfter(0)).toBe(true)
})

test('what comes last is begun also when something does not come to an end', async () => {
  const last = vi.fn(async () => undefined)
  const off = atLock(() => new Promise(() => undefined))
  void finishBeforeLock(last)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(last).toHaveBeenCalledOnce()
  off()
})

test('a window that is only out of sight keeps what is written, and does not close up', async () => {
  const [write, close] = [vi.fn(async () => undefined), vi.fn(async () => undefined)]
  const off = [beforeLock(write), atLock(close)]
  await keepWhatIsWritten()
  expect(write).toHaveBeenCalledOnce()
  expect(close).not.toHaveBeenCalled()
  await finishBeforeLock()
  expect(close).toHaveBeenCalledOnce()
  for (const remove of off) remove()
})

test('case 71: a save that never ends does not keep the window open', async () => {
  const off = beforeLock(() => new Promise(() => undefined))
  expect(await lockedAfter(1_000)).toBe(true)
  off()
})
