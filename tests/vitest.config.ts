import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { bundledWorker } from './runner/bundled-worker.ts'
import { scoreByCli } from './support/score-by-cli.ts'
import { suggestByCli } from './support/suggest-by-cli.ts'

const installed = ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge']
  .map((name) => `/usr/bin/${name}`)
  .find((path) => existsSync(path))
const executablePath = process.env.ANXIN_CHROMIUM ?? installed

// The installed browser, kept off the network.
const launchOptions = {
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // Found late, they would make the browser load a test file twice.
  optimizeDeps: {
    // It finds its WebAssembly beside itself, which pre-bundling would move.
    exclude: ['highs'],
    include: [
      '@ant-design/icons',
      '@electric-sql/pglite',
      '@msgpack/msgpack',
      '@scure/base',
      '@scure/bip39',
      '@scure/bip39/wordlists/english.js',
      '@scure/bip39/wordlists/simplified-chinese.js',
      '@zxcvbn-ts/core',
      'age-encryption',
      'antd',
      'chart.js',
      'comlink',
      'dayjs',
      'dayjs/locale/zh-cn.js',
      'dexie',
      'hash-wasm',
      'i18next',
      'jose',
      'papaparse',
      'pinyin-pro',
      'react',
      'react-dom',
      'react-dom/client',
      'react-i18next',
      'react-router',
      'react/jsx-dev-runtime',
      'saxes',
      'survey-core',
      'survey-react-ui',
      'zod',
    ],
  },
  test: {
    // Machines that run this are shared: the limit ends what hangs, it measures nothing.
    testTimeout: process.env.ANXIN_LONG ? 600_000 : 60_000,
    hookTimeout: 60_000,
    // A file waits for disk and screen half of the time, so that two fit on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Counted in the long run alone: what opens records and brings them back has no branch that no test takes.
    coverage: {
      provider: 'v8',
      include: [
        'src/journal/**/*.ts',
        'src/vault/{audit,backup,keys,migrations,primitives,sealing,store}/**/*.ts',
        'src/vault/recover-vault.ts',
      ],
      reporter: ['text'],
      skipFull: true,
      thresholds: { branches: 100 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.*', 'tests/app/**'],
        },
      },
      {
        extends: true,
        plugins: [bundledWorker('room.worker', new URL('./room/room.worker.ts', import.meta.url))],
        test: {
          name: 'browser',
          // A busy machine starves a browser now and then; whatever passes only so is named at the end of the run.
          retry: 1,
          setupFiles: ['tests/runner/within-a-day.ts', 'tests/runner/derived-once.ts'],
          include: ['tests/**/*.browser.test.{ts,tsx}'],
          exclude: ['tests/app/**'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            commands: { scoreByCli, suggestByCli },
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
