import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']

/** Where Chromium, Chrome or Edge stands on this machine, or null. `ANXIN_CHROMIUM` names one outright. */
export const findChromium = (
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | null => {
  const { ANXIN_CHROMIUM: named } = environment
  const places =
    platform === 'darwin' ? MAC : platform === 'win32' ? onWindows(environment) : onPath(environment)
  return [...(named === undefined ? [] : [named]), ...places].find((place) => existsSync(place)) ?? null
}

const onPath = (environment: NodeJS.ProcessEnv): string[] => {
  const folders = (environment.PATH ?? '').split(delimiter)
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
}

const onWindows = (environment: NodeJS.ProcessEnv): string[] =>
  WINDOWS.flatMap((program) =>
    WINDOWS_ROOTS.flatMap((root) => {
      const folder = environment[root]
      return folder === undefined ? [] : [join(folder, program)]
    }),
  )
