import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where this user's own data lies: never in the program's folder, never shared between users. `ANXIN_DATA` names it outright. */
export const dataFolder = (
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string => {
  if (environment.ANXIN_DATA) return environment.ANXIN_DATA
  const home = homedir()
  if (platform === 'win32') return join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Anxin')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Anxin')
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'anxin')
}
