import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useLeftAlone } from '../../../src/renderer/kiosk/use-left-alone.ts'

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)

const leave = vi.fn()
function Questions() {
  return <p>{useLeftAlone(leave) ? 'soon' : 'here'}</p>
}

let root: Root
const seconds = (count: number) => act(async () => vi.advanceTimersByTime(count * 1000))

beforeEach(async () => {
  vi.useFakeTimers()
  leave.mockClear()
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
  await act(async () => root.render(<Questions />))
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.useRealTimers()
})

test('two minutes after the last touch nothing is left on the page, and half a minute before it says so', async () => {
  await seconds(89)
  expect(document.body.textContent).toBe('here')
  await seconds(2)
  expect(document.body.textContent).toBe('soon')
  expect(leave).not.toHaveBeenCalled()
  await seconds(30)
  expect(leave).toHaveBeenCalledOnce()
})

test('a touch in time begins the two minutes anew', async () => {
  await seconds(100)
  await act(async () => window.dispatchEvent(new PointerEvent('pointerdown')))
  expect(document.body.textContent).toBe('here')
  await seconds(100)
  expect(leave).not.toHaveBeenCalled()
})
