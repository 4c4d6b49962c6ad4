import { expect, test } from 'vitest'
import { refusedSwitch } from '../../src/main/debugging-switches.ts'

const none = () => false

test.each([
  ['--remote-debugging-port=9222', 'remote-debugging-port'],
  ['--inspect', 'inspect'],
  ['--inspect-brk=0.0.0.0:9229', 'inspect-brk'],
  ['-inspect', 'inspect'],
  ['/remote-debugging-pipe', 'remote-debugging-pipe'],
  ['--JS-FLAGS=--allow-natives-syntax', 'js-flags'],
  ['--no-sandbox', 'no-sandbox'],
  ['--disable-web-security', 'disable-web-security'],
  ['--load-extension=/tmp/x', 'load-extension'],
  ['--proxy-server=example.com:80', 'proxy-server'],
])('%s is refused', (argument, name) => {
  expect(refusedSwitch(['electron', '.', argument], none)).toBe(name)
})

test('what Chromium was given elsewhere is refused too', () => {
  expect(refusedSwitch(['electron', '.'], (name) => name === 'remote-debugging-port')).toBe(
    'remote-debugging-port',
  )
})

test('an ordinary start is not', () => {
  expect(
    refusedSwitch(['electron', '/opt/inspect/app', '--lang=zh-CN', 'inspect', '/inspect/'], none),
  ).toBeNull()
})
