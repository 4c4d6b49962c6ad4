import { fileURLToPath } from 'node:url'
import { defineConfig, devices } from '@playwright/test'
import { findChromium } from '../../src/host/find-chromium.ts'

const executablePath = findChromium()
const port = process.env.ANXIN_TEST_PORT

export default defineConfig({
  testDir: '.',
  // Faults by the dozen and kills by the hundred take the better part of an hour; what is the same in both runs runs once.
  ...(process.env.ANXIN_LONG ? { grep: /@long/ } : { testIgnore: ['campaign/**'] }),
  outputDir: '../../test-results',
  timeout: 600_000,
  // A key is derived slowly on purpose, and slower still on a busy machine.
  expect: { timeout: 60_000 },
  workers: 2,
  // As in the tests of parts; the campaigns repeat nothing.
  retries: 1,
  forbidOnly: true,
  // The built program as it is served to a person, on a port that happens to be free.
  webServer: {
    command: `"${process.execPath}" src/cli/anxin.ts serve --port 0`,
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ANXIN_DATA: fileURLToPath(new URL('../../node_modules/.cache/anxin-test-data', import.meta.url)) },
    wait: {
      stdout:
        /"address":"http:\/\/127\.0\.0\.1:(?<anxin_test_port>\d+)\/","entrance":".*(?<anxin_test_entrance>\/enter\?[^"]+)"/,
    },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
  use: {
    actionTimeout: 60_000,
    ...devices['Desktop Chrome'],
    ...(port === undefined ? {} : { baseURL: `http://127.0.0.1:${port}/` }),
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
