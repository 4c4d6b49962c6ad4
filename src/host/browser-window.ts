import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { makeBrowserProfile } from './browser-profile.ts'
import { dataFolder } from './data-folder.ts'
import { findChromium } from './find-chromium.ts'
import { networkOff } from './network-off.ts'

const PLAIN_WINDOW: Record<string, string> = {
  'no-first-run': '',
  'no-default-browser-check': '',
  'disable-extensions': '',
  'disable-default-apps': '',
  'start-maximized': '',
  // Or every start opens with a warning about the switch that takes the network away.
  'test-type': '',
  // The keyring would be asked for a password that nothing here needs.
  'password-store': 'basic',
  // After a power cut the program itself says what waits; Chromium need not offer the pages of before.
  'hide-crash-restore-bubble': '',
}

export type BrowserWindow =
  /** A Chromium with a profile of its own and the network off; `failed` settles only when it ended with an error. */
  | { kind: 'own'; failed: Promise<void>; close(): void }
  /** The person's own browser was asked to open the address. */
  | { kind: 'default' }
  | { kind: 'none' }

/** Whether a window can appear here at all. */
export const hasDisplay = (
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean => platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)

/** The command line for a window on `address` that reaches nothing else. */
export const windowArguments = (address: string, profile: string): string[] => [
  `--app=${address}`,
  `--user-data-dir=${profile}`,
  ...Object.entries({ ...PLAIN_WINDOW, ...networkOff('127.0.0.1') }).map(([name, value]) =>
    value === '' ? `--${name}` : `--${name}=${value}`,
  ),
]

/** Opens the address in the best window this machine offers. */
export const openBrowserWindow = async (address: string): Promise<BrowserWindow> => {
  if (!hasDisplay()) return { kind: 'none' }
  const chromium = isSuperuser() ? null : findChromium()
  if (chromium === null) return (await opensByDefault(address)) ? { kind: 'default' } : { kind: 'none' }
  const profile = join(dataFolder(), 'browser-profile')
  makeBrowserProfile(profile)
  const child = spawn(chromium, windowArguments(address, profile), { stdio: 'ignore' })
  return { kind: 'own', failed: endedWithError(child), close: () => void child.kill() }
}

/** Chromium's sandbox refuses the superuser, and a window without its sandbox is not opened. */
export const isSuperuser = (): boolean => process.platform === 'linux' && process.getuid?.() === 0

const endedWithError = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', (code) => {
      if (code !== null && code !== 0) resolve()
    })
  })

const opensByDefault = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { command, args } = defaultOpener(address)
    const child = spawn(command, args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })

const defaultOpener = (address: string): { command: string; args: string[] } => {
  if (process.platform === 'darwin') return { command: 'open', args: [address] }
  if (process.platform === 'win32') {
    return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', address] }
  }
  return { command: 'xdg-open', args: [address] }
}
