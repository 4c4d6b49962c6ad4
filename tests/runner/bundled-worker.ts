import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const byPage = fileURLToPath(new URL('derived-by-page.ts', import.meta.url))

/** Lets the page derive keys from passphrases for the worker. */
const derivedByPage: Plugin = {
  name: 'anxin:derived-by-page',
  enforce: 'pre',
  resolveId: (source, importer) => (source === 'hash-wasm' && importer !== byPage ? byPage : null),
}

const folder = fileURLToPath(new URL('../../node_modules/.cache/anxin-test-workers', import.meta.url))

/**
 * Serves a worker as one file at `/<name>.js`. From the development server every window of a test would ask for hundreds of
 * modules, one by one, before it could be used.
 */
export const bundledWorker = (name: string, entry: URL): Plugin => ({
  name: 'anxin:bundled-worker',
  async config() {
    mkdirSync(folder, { recursive: true })
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      plugins: [derivedByPage],
      build: {
        outDir: folder,
        emptyOutDir: true,
        target: 'chrome120',
        minify: false,
        assetsInlineLimit: 0,
        rollupOptions: {
          input: { [name]: fileURLToPath(entry) },
          output: { entryFileNames: '[name].js' },
        },
      },
    })
    return { publicDir: folder }
  },
})
