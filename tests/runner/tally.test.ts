import { expect, test } from 'vitest'
import { checkTally, playwrightTally, sum, tallyLine, vitestTally } from './tally.ts'

const report = (files: unknown[], counts = {}) => ({ numPassedTests: 3, testResults: files, ...counts })

test('tests are counted as Vitest reports them', () => {
  const counted = vitestTally(report([], { numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }), 1)
  expect(counted).toEqual({ passed: 3, failed: 1, skipped: 3 })
})

test('a test file that did not load is a failure', () => {
  const files = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{}] },
    { status: 'passed', assertionResults: [] },
  ]
  expect(vitestTally(report(files, { numFailedTests: 1 }), 1).failed).toBe(2)
})

test('a program that ended badly has failed, whatever it wrote', () => {
  expect(vitestTally(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(vitestTally(report([]), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  expect(playwrightTally(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(checkTally(2)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(checkTally(0)).toEqual({ passed: 1, failed: 0, skipped: 0 })
})

test('what passed only when repeated has passed', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 3 }
  expect(playwrightTally({ stats }, 1)).toEqual({ passed: 7, failed: 1, skipped: 3 })
})

test('the line names skipped tests when there are any', () => {
  const tally = sum([
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 2, failed: 1, skipped: 1 },
  ])
  expect(tallyLine(tally)).toBe('3 passed, 1 failed, 1 skipped')
  expect(tallyLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
})
