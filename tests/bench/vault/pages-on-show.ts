import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { zodWithoutEval } from '../../../electron.vite.config.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const program = join(root, 'out', 'renderer')

/** Builds the program's pages' neighbour: the bench's own page, below `/bench/` of the same origin. Gives the folder of both. */
export const buildSite = async (): Promise<string> => {
  const site = await mkdtemp(join(tmpdir(), 'anxin-bench-site-'))
  await cp(program, site, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(root, 'tests', 'bench', 'page'),
    base: '/bench/',
    plugins: [zodWithoutEval()],
    worker: { format: 'es', plugins: () => [zodWithoutEval()] },
    build: { outDir: join(site, 'bench'), target: 'chrome120', assetsInlineLimit: 0 },
  })
  return site
}
