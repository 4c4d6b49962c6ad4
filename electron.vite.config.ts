import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { NONCE_PLACEHOLDER } from './src/host/headers.ts'

const source = (file: string) => fileURLToPath(new URL(`./src/${file}`, import.meta.url))

/** Without this zod tries `new Function` once in every realm, which the content policy refuses and reports. */
export const zodWithoutEval = (): Plugin => ({
  name: 'zod-without-eval',
  transform: {
    filter: { id: /\/zod\/v4\/core\/core\.js$/ },
    handler: (code) => ({ code: `${code}\nglobalConfig.jitless = true\n`, map: null }),
  },
})

export default defineConfig({
  main: {
    build: { rolldownOptions: { input: source('main/index.ts') } },
  },
  preload: {
    // Each preload is one CommonJS file with nothing to require but electron: a sandboxed window loads no other.
    build: {
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: { index: source('preload/index.ts'), kiosk: source('preload/kiosk.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    html: { cspNonce: NONCE_PLACEHOLDER },
    plugins: [react(), zodWithoutEval()],
    worker: { format: 'es', plugins: () => [zodWithoutEval()] },
    // They find their WebAssembly beside themselves, which pre-bundling would move.
    optimizeDeps: { exclude: ['@electric-sql/pglite', 'highs'] },
    build: {
      // The browser edition runs in the Chromium a machine already has.
      target: 'chrome120',
      minify: true,
      // Images and fonts stay files, so that the policy needs no data: beyond what libraries bring.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { staff: source('renderer/index.html'), kiosk: source('renderer/kiosk.html') },
      },
    },
  },
})
