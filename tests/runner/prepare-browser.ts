import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from '../../src/host/find-chromium.ts'

const CHINESE_FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'

/** Finds the browser that the tests drive; on Debian as root it installs what is missing. Null when there is none. */
export const prepareBrowser = (): string | null => {
  const missing = [
    ...(findChromium() === null ? ['chromium'] : []),
    ...(existsSync(CHINESE_FONT) ? [] : ['fonts-noto-cjk']),
  ]
  if (missing.length > 0 && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) install(missing)
  const browser = findChromium()
  if (browser === null) {
    console.error(
      'No Chromium, Chrome or Edge here. Install one, or name it: ANXIN_CHROMIUM=/path/to/chromium npm test',
    )
  }
  return browser
}

const install = (packages: string[]): void => {
  console.log(`Installing from Debian, once: ${packages.join(' ')}`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { status } = spawnSync('apt-get', ['-q', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: environment,
    })
    if (status !== 0) console.error(`apt-get ${args[0]} failed`)
  }
}
