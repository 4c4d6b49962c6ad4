import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { scoreByCli } from './support/score-by-cli.ts'

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
    include: [
      '@ant-design/icons',
      '@electric-sql/pglite',
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
      'pinyin-pro',
      'react',
      'react-dom',
      'react-dom/client',
      'react-i18next',
      'react-router',
      'react/jsx-dev-runtime',
      'survey-core',
      'survey-react-ui',
      'zod',
    ],
  },
  test: {
    // Machines that run this are shared: the limit ends what hangs, it measures nothing.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A file waits for disk and screen half of the time, so that two fit on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
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
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.{ts,tsx}'],
          exclude: ['tests/app/**'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            commands: { scoreByCli },
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
