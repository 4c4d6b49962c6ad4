import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkTally, playwrightTally, type Tally, vitestTally } from './tally.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const reports = mkdtempSync(join(tmpdir(), 'anxin-reports-'))
const bin = (name: string): string => join(root, 'node_modules', '.bin', name)

export interface Step {
  name: string
  run(): Tally
}

/** `more` is added to the environment of the program that is run. */
const runProgram = (program: string, args: string[], more: NodeJS.ProcessEnv = {}): number => {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...more },
  })
  if (error !== undefined) console.error(error.message)
  return status ?? 1
}

const readReport = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

export const check = (name: string, program: string, ...args: string[]): Step => ({
  name,
  run: () => checkTally(runProgram(bin(program), args)),
})

export const vitest = (project: 'node' | 'browser', more: NodeJS.ProcessEnv, files: string[] = []): Step => ({
  name: `vitest ${project}`,
  run: () => {
    const report = join(reports, `${project}.json`)
    const args = ['run', '--config', 'tests/vitest.config.ts', '--project', project, ...files]
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const exit = runProgram(bin('vitest'), [...args, ...reporters], more)
    return vitestTally(readReport(report), exit)
  },
})

export const playwright = (more: NodeJS.ProcessEnv): Step => ({
  name: 'playwright',
  run: () => {
    const report = join(reports, 'app.json')
    const args = ['test', '--config', 'tests/app/playwright.config.ts', '--reporter=list,json']
    const exit = runProgram(bin('playwright'), args, { ...more, PLAYWRIGHT_JSON_OUTPUT_FILE: report })
    return playwrightTally(readReport(report), exit)
  },
})

/** The test files that do more when `ANXIN_LONG` is set. */
export const longFiles = (kind: 'node' | 'browser'): string[] =>
  globSync('tests/**/*.test.{ts,tsx}', { cwd: root })
    .filter((file) => file.includes('.browser.test.') === (kind === 'browser'))
    .filter((file) => readFileSync(join(root, file), 'utf8').includes('ANXIN_LONG'))
    .sort()
