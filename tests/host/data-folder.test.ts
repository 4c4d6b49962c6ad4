import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder } from '../../src/host/data-folder.ts'

const home = homedir()

test.each([
  ['linux', {}, join(home, '.local', 'share', 'anxin')],
  ['linux', { XDG_DATA_HOME: '/data' }, join('/data', 'anxin')],
  ['win32', {}, join(home, 'AppData', 'Local', 'Anxin')],
  ['win32', { LOCALAPPDATA: 'D:/local' }, join('D:/local', 'Anxin')],
  ['darwin', {}, join(home, 'Library', 'Application Support', 'Anxin')],
  ['linux', { ANXIN_DATA: '/elsewhere', XDG_DATA_HOME: '/data' }, '/elsewhere'],
  ['linux', { ANXIN_DATA: '' }, join(home, '.local', 'share', 'anxin')],
] as const)('on %s with %j the data lies where it belongs', (platform, environment, folder) => {
  expect(dataFolder(environment, platform)).toBe(folder)
})
