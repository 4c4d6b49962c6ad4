import { expect, test } from 'vitest'
import { playwrightNamed, vitestNamed } from './named.ts'

test('Vitest’s tests are named by file and title, with the first line of what went wrong', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'steady', failureMessages: [] },
    {
      status: 'passed',
      fullName: 'second go',
      failureMessages: ['\u001b[31mError: too slow\u001b[39m\nat line 3'],
    },
    { status: 'failed', fullName: 'never', failureMessages: ['Error: 1 is not 2'] },
  ]
  const testResults = [
    { name: '/some/where/tests/a.test.ts', status: 'failed', assertionResults },
    { name: '/some/where/tests/b.test.ts', status: 'failed', assertionResults: [] },
  ]
  expect(vitestNamed({ testResults })).toEqual({
    failed: ['tests/a.test.ts › never\n      Error: 1 is not 2', 'tests/b.test.ts'],
    repeated: ['tests/a.test.ts › second go\n      Error: too slow'],
  })
})

test('Playwright’s are found within its suites', () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    tests: [{ status, results: [{ errors: message ? [{ message }] : [] }, { errors: [] }] }],
  })
  const inner = { title: 'zh-CN', specs: [spec('a tour', 'flaky', 'Error: no such button')] }
  const suite = {
    title: 'a.spec.ts',
    specs: [spec('one', 'expected'), spec('two', 'unexpected')],
    suites: [inner],
  }
  expect(playwrightNamed({ suites: [suite] })).toEqual({
    failed: ['a.spec.ts › two'],
    repeated: ['a.spec.ts › zh-CN › a tour\n      Error: no such button'],
  })
  expect(playwrightNamed(null)).toEqual({ failed: [], repeated: [] })
})
