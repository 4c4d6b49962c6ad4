import { prepareBrowser } from './runner/prepare-browser.ts'
import { prepareCommands } from './runner/prepare-commands.ts'
import { check, coverage, isCovered, longFiles, playwright, type Step, vitest } from './runner/steps.ts'
import { sum, tallyLine } from './runner/tally.ts'

const quick = (): Step[] => [
  check('types', 'tsc', '-b'),
  check('lint', 'biome', 'check', '.'),
  check('dead code', 'knip'),
  vitest('node', {}),
]

/** `.ci` machines and containers without a browser of their own get one first. */
const browserEnvironment = (): NodeJS.ProcessEnv => {
  const browser = prepareBrowser()
  return browser === null ? {} : { ANXIN_CHROMIUM: browser }
}

const build = check('build', 'electron-vite', 'build', '--logLevel', 'error')

const all = (): Step[] => {
  prepareCommands(['age'])
  const environment = browserEnvironment()
  return [...quick(), vitest('browser', environment), build, playwright(environment)]
}

const long = (): Step[] => {
  prepareCommands(['age', 'soffice'])
  const browser = browserEnvironment()
  const environment = { ANXIN_LONG: '1', VITE_ANXIN_LONG: '1', ...browser }
  return [
    coverage(environment),
    ...(['node', 'browser'] as const).flatMap((project) => {
      const files = longFiles(project).filter((file) => !isCovered(file))
      return files.length === 0 ? [] : [vitest(project, environment, files)]
    }),
    build,
    playwright(environment),
  ]
}

const modes: Record<string, () => Step[]> = { quick, all, long }
const mode = modes[process.argv[2] ?? '']
if (mode === undefined) {
  console.error('Usage: node tests/run.ts quick|all|long')
  process.exit(2)
}

const results = mode().map(({ name, run }) => {
  console.log(`\n── ${name} ──`)
  return { name, ...run() }
})
console.log('')
for (const { failed } of results) for (const line of failed) console.log(`failed: ${line}`)
for (const { repeated } of results) for (const line of repeated) console.log(`passed when repeated: ${line}`)
for (const { name, tally } of results) console.log(`${name.padEnd(16)} ${tallyLine(tally)}`)
const total = sum(results.map(({ tally }) => tally))
console.log(tallyLine(total))
process.exitCode = total.failed === 0 ? 0 : 1
