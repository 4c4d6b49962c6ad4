import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { done } from '../../src/instruments/outcome.ts'
import { beforeLock, finishBeforeLock } from '../../src/renderer/app/before-lock.ts'
import { type LockEvent, lockPolicy } from '../../src/renderer/app/lock-policy.ts'
import { draftKeeping } from '../../src/renderer/ui/draft-keeping.ts'

const minute = 60_000
const limitMs = 5 * minute

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A window in front of which nothing has happened yet. `set` puts the machine's clock elsewhere, or lets it sleep. */
const openWindow = () => {
  let ahead = 0
  const calls = { held: false, soon: false, locked: vi.fn() }
  const policy = lockPolicy({
    clocks: { running: () => performance.now(), wall: () => Date.now() + ahead },
    limitMs,
    held: () => calls.held,
    lock: calls.locked,
    soon: (expected) => {
      calls.soon = expected
    },
  })
  const set = (ms: number) => {
    ahead += ms
  }
  return { policy, calls, set }
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('case 71: the window locks', () => {
  test('when nobody was there for the limit, to the second, having said so half a minute before', async () => {
    const { calls } = openWindow()
    await pass(limitMs - 31_000)
    expect(calls.soon).toBe(false)
    await pass(2_000)
    expect(calls.soon).toBe(true)
    await pass(28_500)
    expect(calls.locked).not.toHaveBeenCalled()
    await pass(1_000)
    expect(calls.locked).toHaveBeenCalledOnce()
    await pass(10 * minute)
    expect(calls.locked).toHaveBeenCalledOnce()
  })

  test('not while somebody is there', async () => {
    const { policy, calls } = openWindow()
    for (let round = 0; round < 20; round += 1) {
      await pass(limitMs - 1_000)
      policy.alive()
      expect(calls.soon).toBe(false)
    }
    expect(calls.locked).not.toHaveBeenCalled()
  })

  test('not in the middle of a call, and only the limit after it', async () => {
    const { calls } = openWindow()
    calls.held = true
    await pass(3 * limitMs)
    expect(calls).toMatchObject({ soon: false })
    calls.held = false
    await pass(limitMs - 2_000)
    expect(calls.locked).not.toHaveBeenCalled()
    await pass(2_000)
    expect(calls.locked).toHaveBeenCalledOnce()
  })

  test.each<LockEvent>(['suspend', 'lockScreen', 'userSwitch', 'rest'])(
    'at once at %s, also in the middle of a call, and once only',
    async (event) => {
      const { policy, calls } = openWindow()
      calls.held = true
      policy.happened(event)
      expect(calls.locked).toHaveBeenCalledOnce()
      policy.happened(event)
      policy.alive()
      await pass(limitMs)
      expect(calls.locked).toHaveBeenCalledOnce()
    },
  )

  test('when the machine slept, at the first sign of life or within a second', async () => {
    for (const wake of [({ alive }: { alive: () => void }) => alive(), () => pass(1_000)]) {
      const { policy, calls, set } = openWindow()
      calls.held = true
      await pass(minute)
      set(10 * minute)
      await wake(policy)
      expect(calls.locked).toHaveBeenCalledOnce()
      policy.stop()
    }
  })

  test('in time also when nobody sees the page', async () => {
    const { policy, calls } = openWindow()
    await pass(minute)
    policy.hidden()
    await pass(limitMs - minute - 1)
    expect(calls.locked).not.toHaveBeenCalled()
    await pass(1)
    expect(calls.locked).toHaveBeenCalledOnce()
  })
})

describe('case 23: whoever sets the clock', () => {
  test('back a year gains no time', async () => {
    const { calls, set } = openWindow()
    await pass(limitMs - 2_000)
    set(-365 * 24 * 60 * minute)
    await pass(2_000)
    expect(calls.locked).toHaveBeenCalledOnce()
  })

  test('ahead ten years finds it locked', async () => {
    const { calls, set } = openWindow()
    set(3650 * 24 * 60 * minute)
    await pass(1_000)
    expect(calls.locked).toHaveBeenCalledOnce()
  })

  test('by a few seconds, as machines do by themselves, changes nothing', async () => {
    const { policy, calls, set } = openWindow()
    for (let hour = 0; hour < 24; hour += 1) {
      set(hour % 2 === 0 ? 2_000 : -2_000)
      policy.alive()
      await pass(2 * minute)
    }
    expect(calls.locked).not.toHaveBeenCalled()
  })
})

test('case 71: what is being written is kept before the window goes, which is within a second', async () => {
  for (const diskMs of [20, 60_000]) {
    const kept: unknown[] = []
    const keeping = draftKeeping('tierDecision:1', {
      keepDraft: async (_, content) => {
        await new Promise((written) => setTimeout(written, diskMs))
        kept.push(content)
        return done(null)
      },
      forgetDraft: async () => done(null),
    })
    const off = beforeLock(keeping.flush)
    const gone = vi.fn()
    const policy = lockPolicy({
      clocks: { running: () => performance.now(), wall: () => Date.now() },
      limitMs,
      held: () => false,
      lock: () => void finishBeforeLock().then(gone),
      soon: () => undefined,
    })
    keeping.change({ reason: '还没写完' })
    policy.happened('suspend')
    await pass(1_000)
    expect(gone).toHaveBeenCalledOnce()
    expect(kept).toEqual(diskMs < 1_000 ? [{ reason: '还没写完' }] : [])
    off()
  }
})
