import { existsSync } from 'node:fs'
import { findChromium } from '../../src/host/find-chromium.ts'
import { canInstall, installPackages } from './install-packages.ts'

const CHINESE_FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'

/** Finds the browser that the tests drive; on Debian as root it installs what is missing. Null when there is none. */
export const prepareBrowser = (): string | null => {
  const missing = [
    ...(findChromium() === null ? ['chromium'] : []),
    ...(existsSync(CHINESE_FONT) ? [] : ['fonts-noto-cjk']),
  ]
  if (missing.length > 0 && canInstall()) installPackages(missing)
  const browser = findChromium()
  if (browser === null) {
    console.error(
      'No Chromium, Chrome or Edge here. Install one, or name it: ANXIN_CHROMIUM=/path/to/chromium npm test',
    )
  }
  return browser
}
