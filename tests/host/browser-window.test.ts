import { expect, test } from 'vitest'
import { hasDisplay, windowArguments } from '../../src/host/browser-window.ts'

test('the window has a profile of its own and reaches nothing but the loopback address', () => {
  const args = windowArguments('http://127.0.0.1:5230/', '/home/someone/profile')
  expect(args).toEqual(
    expect.arrayContaining([
      '--app=http://127.0.0.1:5230/',
      '--user-data-dir=/home/someone/profile',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
      '--webrtc-ip-handling-policy=disable_non_proxied_udp',
      '--disable-background-networking',
    ]),
  )
  expect(args.filter((arg) => /no-sandbox|remote-debugging|disable-web-security/.test(arg))).toEqual([])
})

test('a display is asked for where one can be missing', () => {
  expect(hasDisplay({}, 'linux')).toBe(false)
  expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false)
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
  expect(hasDisplay({}, 'win32')).toBe(true)
})
