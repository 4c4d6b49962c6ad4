import { expect, test } from 'vitest'
import { isTrusted, type Sender } from '../../src/main/sender.ts'

const staff: Sender = { url: 'app://anxin/#/today', isMainFrame: true, windowId: 3 }
const open = { page: 'staff', windowId: 3 } as const

test('the open window, from its top frame, showing its page', () => {
  expect(isTrusted(staff, open, 'staff')).toBe(true)
})

test.each([
  ['a frame inside', { ...staff, isMainFrame: false }],
  ['a frame that is gone', { ...staff, url: null }],
  ['a window that was destroyed', { ...staff, windowId: 2 }],
  ['another page of ours', { ...staff, url: 'app://anxin/kiosk.html' }],
  ['another address', { ...staff, url: 'https://example.com/' }],
  ['an empty page', { ...staff, url: 'about:blank' }],
])('%s is refused', (_what, sender) => {
  expect(isTrusted(sender, open, 'staff')).toBe(false)
})

test("the client's page cannot make the staff page's calls, nor the other way round", () => {
  const kiosk: Sender = { url: 'app://anxin/kiosk.html', isMainFrame: true, windowId: 4 }
  const kioskOpen = { page: 'kiosk', windowId: 4 } as const
  expect(isTrusted(kiosk, kioskOpen, 'kiosk')).toBe(true)
  expect(isTrusted(kiosk, kioskOpen, 'staff')).toBe(false)
  expect(isTrusted(staff, open, 'kiosk')).toBe(false)
  expect(isTrusted(staff, null, 'staff')).toBe(false)
})
