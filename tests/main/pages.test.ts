import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOwnUrl, mayRequest, pageOf } from '../../src/main/pages.ts'

test('the two pages, wherever in them one is', () => {
  expect(pageOf('app://anxin/')).toBe('staff')
  expect(pageOf('app://anxin/#/clients/1')).toBe('staff')
  expect(pageOf('app://anxin/kiosk.html')).toBe('kiosk')
  expect(pageOf('app://anxin/kiosk.html#3')).toBe('kiosk')
})

test.each([
  'app://anxin/index.html/',
  'app://anxin/assets/staff.js',
  'app://anxin/?x',
  'app://anxin.example/',
  'app://kiosk/',
  'app://anxin:80/',
  'app://a@anxin/',
  'app://a:b@anxin/',
  'appx://anxin/',
  'http://anxin/',
  'https://app/anxin/',
  'file:///anxin/',
  'about:blank',
  'javascript:1',
  'app:anxin',
  'app:',
  '',
])('%j is neither', (address) => {
  expect(pageOf(address)).toBeNull()
})

test('a window loads its own origin and what it made itself', () => {
  for (const address of ['app://anxin/assets/a.js', 'blob:app://anxin/4f1c', 'data:image/png;base64,AA']) {
    expect([address, mayRequest(address)]).toEqual([address, true])
  }
  for (const address of [
    'http://127.0.0.1/',
    'https://example.com/',
    'ws://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'blob:https://example.com/4f1c',
    'blob:null/4f1c',
    'data:text/html,<script>',
    'devtools://devtools/',
    'chrome-extension://a/',
    'app://other/',
  ]) {
    expect([address, mayRequest(address)]).toEqual([address, false])
  }
})

test('no address of the network is ever ours', () => {
  fc.assert(
    fc.property(fc.webUrl(), (address) => {
      expect(isOwnUrl(address) || mayRequest(address) || pageOf(address) !== null).toBe(false)
    }),
    { numRuns: 30 },
  )
})
