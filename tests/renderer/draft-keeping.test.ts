import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { done, type Outcome, refused } from '../../src/instruments/outcome.ts'
import { changedLength, draftKeeping } from '../../src/renderer/ui/draft-keeping.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Keeps drafts as the room does; `full` while nothing can be written. */
const store = () => {
  const kept = new Map<string, unknown>()
  const disk = { full: false, written: 0 }
  return {
    kept,
    disk,
    async keepDraft(form: string, content: unknown): Promise<Outcome<null>> {
      if (disk.full) return refused('NOT_SAVED')
      disk.written += 1
      kept.set(form, content)
      return done(null)
    },
    async forgetDraft(form: string): Promise<Outcome<null>> {
      kept.delete(form)
      return done(null)
    },
  }
}
const form = 'tierDecision:1'
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('a draft is kept', () => {
  test('five seconds after the first change at the latest, with what stands there then', async () => {
    const { kept, disk, ...room } = store()
    const keeping = draftKeeping(form, room)
    keeping.change({ reason: '一' })
    await pass(4_000)
    keeping.change({ reason: '一二' })
    await pass(999)
    expect(kept.size).toBe(0)
    await pass(1)
    expect(kept.get(form)).toEqual({ reason: '一二' })
    await pass(60_000)
    expect(disk.written).toBe(1)
  })

  test('after 200 characters at once, however they came in', async () => {
    const { kept, ...room } = store()
    const keeping = draftKeeping(form, room)
    keeping.change({ reason: '' })
    await pass(5_000)
    keeping.change({ reason: '字'.repeat(199) })
    await pass(0)
    expect(kept.get(form)).toEqual({ reason: '' })
    keeping.change({ reason: '字'.repeat(200) })
    await pass(0)
    expect(kept.get(form)).toEqual({ reason: '字'.repeat(200) })
    keeping.change({ reason: '换'.repeat(200) })
    await pass(0)
    expect(kept.get(form)).toEqual({ reason: '换'.repeat(200) })
  })

  test('at once when the window is about to be locked', async () => {
    const { kept, ...room } = store()
    const keeping = draftKeeping(form, room)
    keeping.change({ reason: '一' })
    await keeping.flush()
    expect(kept.get(form)).toEqual({ reason: '一' })
  })

  test('once there is space again, if the disk was full', async () => {
    const { kept, disk, ...room } = store()
    const keeping = draftKeeping(form, room)
    disk.full = true
    keeping.change({ reason: '一' })
    expect(await keeping.flush()).toBe(false)
    disk.full = false
    keeping.change({ reason: '一二' })
    await pass(5_000)
    expect(kept.get(form)).toEqual({ reason: '一二' })
  })
})

test('nothing is kept of a form that was saved, also not what was typed last', async () => {
  const { kept, ...room } = store()
  const keeping = draftKeeping(form, room)
  keeping.change({ reason: '一' })
  await keeping.flush()
  keeping.change({ reason: '一二' })
  await keeping.forget()
  await pass(10_000)
  expect(await keeping.flush()).toBe(true)
  expect(kept.size).toBe(0)
})

test('what changed is what lies between a common beginning and a common end', () => {
  expect(changedLength('', '')).toBe(0)
  expect(changedLength('abc', 'abc')).toBe(0)
  expect(changedLength('abc', 'abXc')).toBe(1)
  expect(changedLength('aa', 'aaa')).toBe(1)
  expect(changedLength('abcd', 'ad')).toBe(2)
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (start, before, after, end) => {
      const length = changedLength(start + before + end, start + after + end)
      expect(length).toBeLessThanOrEqual(Math.max(before.length, after.length))
      expect(length > 0).toBe(before !== after)
    }),
  )
})
