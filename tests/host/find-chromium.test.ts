import { mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { findChromium } from '../../src/host/find-chromium.ts'
import { findElectron } from '../../src/host/find-electron.ts'
import { emptyFolder } from '../support/empty-folder.ts'

const programs = async (...names: string[]) => {
  const folder = await emptyFolder()
  for (const name of names) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), '')
  }
  return folder
}

test('Chromium comes before Chrome and Edge, wherever on the path they stand', async () => {
  const first = await programs('microsoft-edge', 'google-chrome')
  const second = await programs('chromium')
  const PATH = [first, second].join(delimiter)
  expect(findChromium({ PATH }, 'linux')).toBe(join(second, 'chromium'))
  expect(findChromium({ PATH: first }, 'linux')).toBe(join(first, 'google-chrome'))
})

test('one named outright comes first, if it is there', async () => {
  const folder = await programs('chromium', 'own')
  expect(findChromium({ PATH: folder, ANXIN_CHROMIUM: join(folder, 'own') }, 'linux')).toBe(
    join(folder, 'own'),
  )
  expect(findChromium({ PATH: folder, ANXIN_CHROMIUM: '/gone' }, 'linux')).toBe(join(folder, 'chromium'))
})

test('a machine without one has none', async () => {
  expect(findChromium({ PATH: await emptyFolder() }, 'linux')).toBeNull()
  expect(findChromium({}, 'win32')).toBeNull()
})

test('Electron is there when its runtime is, not when its package is', async () => {
  const folder = await programs('package.json')
  expect(findElectron(folder, {})).toBeNull()
  await writeFile(join(folder, 'path.txt'), 'electron')
  expect(findElectron(folder, {})).toBeNull()
  await mkdir(join(folder, 'dist'))
  await writeFile(join(folder, 'dist', 'electron'), '')
  expect(findElectron(folder, {})).toBe(join(folder, 'dist', 'electron'))
})

test('a runtime elsewhere is used when it is named', async () => {
  const elsewhere = await programs('electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron')
  const found = findElectron(await programs('package.json'), { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })
  expect(found?.startsWith(elsewhere)).toBe(true)
  expect(findElectron(await programs('package.json'), { ELECTRON_OVERRIDE_DIST_PATH: '/gone' })).toBeNull()
})
