import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Named, nobody, playwrightNamed, vitestNamed } from './named.ts'
import { checkTally, playwrightTally, type Tally, vitestTally } from './tally.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const reports = mkdtempSync(join(tmpdir(), 'anxin-reports-'))
const bin = (name: string): string => join(root, 'node_modules', '.bin', name)

export interface Step {
  name: string
  run(): Result
}

interface Result extends Named {
  tally: Tally
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
  run: () => ({ tally: checkTally(runProgram(bin(program), args)), ...nobody }),
})

const vitestStep = (name: string, more: NodeJS.ProcessEnv, choice: string[]): Step => ({
  name: `vitest ${name}`,
  run: () => {
    const report = join(reports, `${name}.json`)
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const args = ['run', '--config', 'tests/vitest.config.ts', ...choice, ...reporters]
    const exit = runProgram(bin('vitest'), args, more)
    const read = readReport(report)
    return { tally: vitestTally(read, exit), ...vitestNamed(read) }
  },
})

export const vitest = (project: 'node' | 'browser', more: NodeJS.ProcessEnv, files: string[] = []): Step =>
  vitestStep(project, more, ['--project', project, ...files])

const covered = ['tests/vault', 'tests/journal']

/** Whether the step that counts branches runs this file. */
export const isCovered = (file: string): boolean => covered.some((folder) => file.startsWith(`${folder}/`))

/**
 * Fails as well when a branch of what opens records and brings them back was not taken. Nothing is repeated: what is lost
 * once in a hundred times is lost.
 */
export const coverage = (more: NodeJS.ProcessEnv): Step =>
  vitestStep('coverage', more, ['--coverage', '--retry=0', ...covered])

/** The specs of the built program, those of the long run when `ANXIN_LONG` is set. */
export const playwright = (more: NodeJS.ProcessEnv): Step => ({
  name: 'playwright',
  run: () => {
    const report = join(reports, 'app.json')
    const args = ['test', '--config', 'tests/app/playwright.config.ts', '--reporter=list,json']
    const exit = runProgram(bin('playwright'), args, { ...more, PLAYWRIGHT_JSON_OUTPUT_FILE: report })
    const read = readReport(report)
    return { tally: playwrightTally(read, exit), ...playwrightNamed(read) }
  },
})

type Kind = 'node' | 'browser'

/** The test files of a kind that do more, or something else, when `ANXIN_LONG` is set. */
export const longFiles = (kind: Kind): string[] =>
  globSync('tests/**/*.test.{ts,tsx}', { cwd: root })
    .filter((file) => (file.includes('.browser.test.') ? 'browser' : 'node') === kind)
    .filter((file) => readFileSync(join(root, file), 'utf8').includes('ANXIN_LONG'))
    .sort()
