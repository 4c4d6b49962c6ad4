import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where Electron's program stands, or null. The package alone is not enough: its runtime is a download of its own,
 * noted in `path.txt`. `ELECTRON_OVERRIDE_DIST_PATH` names a folder with another one.
 */
export const findElectron = (
  electronPackage: string,
  environment: NodeJS.ProcessEnv = process.env,
): string | null => {
  const note = join(electronPackage, 'path.txt')
  const named = existsSync(note) ? readFileSync(note, 'utf8').trim() : null
  const override = environment.ELECTRON_OVERRIDE_DIST_PATH
  if (named === null && override === undefined) return null
  const program = join(override ?? join(electronPackage, 'dist'), named ?? ownName())
  return existsSync(program) ? program : null
}

const ownName = (): string => {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
