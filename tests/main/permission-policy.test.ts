import { expect, test } from 'vitest'
import { mayUse } from '../../src/main/permission-policy.ts'

const STAFF = 'app://anxin/#/today'
const KIOSK = 'app://anxin/kiosk.html'

test('both pages may keep what they stored; staff may copy', () => {
  expect(mayUse('persistent-storage', STAFF)).toBe(true)
  expect(mayUse('persistent-storage', KIOSK)).toBe(true)
  expect(mayUse('clipboard-sanitized-write', STAFF)).toBe(true)
  expect(mayUse('clipboard-sanitized-write', KIOSK)).toBe(false)
})

test('nobody may use anything else, and no other page anything', () => {
  for (const permission of [
    'media',
    'geolocation',
    'clipboard-read',
    'fileSystem',
    'notifications',
    'openExternal',
    '',
  ]) {
    expect(mayUse(permission, STAFF) || mayUse(permission, KIOSK)).toBe(false)
  }
  expect(mayUse('persistent-storage', 'https://example.com/')).toBe(false)
  expect(mayUse('clipboard-sanitized-write', '')).toBe(false)
})
