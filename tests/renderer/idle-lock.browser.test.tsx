import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { beforeLock } from '../../src/renderer/app/before-lock.ts'
import { holdIdleLock, useIdleLock } from '../../src/renderer/app/idle-lock.ts'

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)

const lock = vi.fn()
function Window({ minutes = 5 }: { minutes?: number }) {
  return <p>{useIdleLock(lock, minutes) ? 'soon' : 'open'}</p>
}

let root: Root
const minutes = (count: number) => act(async () => vi.advanceTimersByTime(count * 60_000))

beforeEach(async () => {
  vi.useFakeTimers()
  lock.mockClear()
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
  await act(async () => root.render(<Window />))
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.useRealTimers()
})

test('locks after five minutes without a sign of life, and says so before', async () => {
  await minutes(4.4)
  expect(document.body.textContent).toBe('open')
  await minutes(0.3)
  expect(document.body.textContent).toBe('soon')
  expect(lock).not.toHaveBeenCalled()
  await minutes(0.4)
  expect(lock).toHaveBeenCalled()
})

test('a key pressed in time starts the five minutes anew', async () => {
  await minutes(4.8)
  await act(async () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' })))
  expect(document.body.textContent).toBe('open')
  await minutes(4.4)
  expect(lock).not.toHaveBeenCalled()
})

test('so does text that came without a key, spoken or written with a pen', async () => {
  await minutes(4.8)
  const field = document.body.appendChild(document.createElement('textarea'))
  await act(async () => field.dispatchEvent(new InputEvent('input', { bubbles: true, data: '示例' })))
  expect(document.body.textContent).toBe('open')
  await minutes(4.4)
  expect(lock).not.toHaveBeenCalled()
})

test('does not lock while it is held, and grants five minutes after letting go', async () => {
  const release = holdIdleLock()
  await minutes(30)
  expect(document.body.textContent).toBe('open')
  release()
  release()
  await minutes(4.8)
  expect(lock).not.toHaveBeenCalled()
  await minutes(0.3)
  expect(lock).toHaveBeenCalled()
})

test('two holds need two releases', async () => {
  const [first, second] = [holdIdleLock(), holdIdleLock()]
  first()
  first()
  await minutes(30)
  expect(lock).not.toHaveBeenCalled()
  second()
  await minutes(5.1)
  expect(lock).toHaveBeenCalled()
})

test('a machine that slept past the limit locks when it wakes', async () => {
  vi.setSystemTime(Date.now() + 3_600_000)
  await minutes(0.1)
  expect(lock).toHaveBeenCalled()
})

test('ten minutes where an administrator set ten', async () => {
  await act(async () => root.render(<Window minutes={10} />))
  await minutes(9.4)
  expect(document.body.textContent).toBe('open')
  expect(lock).not.toHaveBeenCalled()
  await minutes(0.7)
  expect(lock).toHaveBeenCalled()
})

test('case 71: a page that is laid to rest, or comes back as it was, locks', async () => {
  await act(async () => document.dispatchEvent(new Event('freeze')))
  expect(lock).toHaveBeenCalledOnce()
})

test('what is being written is kept as soon as nobody sees the page', async () => {
  const keep = vi.fn(async () => undefined)
  const off = beforeLock(keep)
  const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  await act(async () => document.dispatchEvent(new Event('visibilitychange')))
  expect(keep).toHaveBeenCalledOnce()
  expect(lock).not.toHaveBeenCalled()
  await minutes(5)
  expect(lock).toHaveBeenCalledOnce()
  seen.mockRestore()
  off()
})
