import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const builtPages = join(root, 'out', 'renderer')
/** Written last by the build. */
const lastBuilt = join(builtPages, 'index.html')
const madeFrom = ['src', 'questionnaires', 'resources', 'electron.vite.config.ts', 'package.json']

/** Whether a source is newer than what was built from it, or nothing was built. */
export const needsBuild = async (): Promise<boolean> => {
  if (!existsSync(lastBuilt)) return true
  const { mtimeMs: built } = await stat(lastBuilt)
  const places = madeFrom.map((name) => join(root, name)).filter((place) => existsSync(place))
  const times = await Promise.all(places.map(newestIn))
  return Math.max(...times) > built
}

const newestIn = async (place: string): Promise<number> => {
  const found = await stat(place)
  if (!found.isDirectory()) return found.mtimeMs
  const inside = await readdir(place, { recursive: true })
  const times = await Promise.all(inside.map(async (name) => (await stat(join(place, name))).mtimeMs))
  return Math.max(found.mtimeMs, ...times)
}

/** Builds main, preload and pages; false when that failed, with the builder's own words on standard error. */
export const build = async (): Promise<boolean> => {
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const child = spawn(process.execPath, [builder, 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  return code === 0
}
