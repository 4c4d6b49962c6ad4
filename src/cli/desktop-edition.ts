import { spawn } from 'node:child_process'
import { root } from './built-program.ts'
import type { ExitCode } from './command.ts'
import { untilStopped } from './until-stopped.ts'

/** A program whose libraries are missing ends with this before it draws anything. */
const CANNOT_RUN = [126, 127]

/** Opens the desktop edition and waits for its end; null when this Electron cannot run on this machine at all. */
export const openDesktopEdition = async (electron: string): Promise<ExitCode | null> => {
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env
  const child = spawn(electron, [root], { stdio: 'inherit', env: environment })
  void untilStopped().then(() => child.kill())
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', resolve)
  })
  if (code !== null && CANNOT_RUN.includes(code)) return null
  return code === 0 || code === null ? 0 : 1
}
