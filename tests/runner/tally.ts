import { isObject, listIn, numberIn, textIn } from './report.ts'

/** How many tests of a step passed, failed and were skipped. A static check counts as one test. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

export const sum = (tallies: Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  skipped: tallies.reduce((total, { skipped }) => total + skipped, 0),
})

export const tallyLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`

/** A program that ended badly has failed at least once, whatever it reported. */
const withExit = (tally: Tally, exit: number): Tally =>
  exit !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally

export const checkTally = (exit: number): Tally =>
  withExit({ passed: exit === 0 ? 1 : 0, failed: 0, skipped: 0 }, exit)

/** Reads Vitest's JSON report. A file that did not load counts as one failure. */
export const vitestTally = (report: unknown, exit: number): Tally => {
  const files = listIn(report, 'testResults')
  const notLoaded = files.filter(
    (file) => textIn(file, 'status') === 'failed' && listIn(file, 'assertionResults').length === 0,
  )
  return withExit(
    {
      passed: numberIn(report, 'numPassedTests'),
      failed: numberIn(report, 'numFailedTests') + notLoaded.length,
      skipped: numberIn(report, 'numPendingTests') + numberIn(report, 'numTodoTests'),
    },
    exit,
  )
}

/** Reads Playwright's JSON report. What passed only when repeated has passed; it is named, see `Named`. */
export const playwrightTally = (report: unknown, exit: number): Tally => {
  const stats = isObject(report) ? report.stats : undefined
  return withExit(
    {
      passed: numberIn(stats, 'expected') + numberIn(stats, 'flaky'),
      failed: numberIn(stats, 'unexpected'),
      skipped: numberIn(stats, 'skipped'),
    },
    exit,
  )
}
