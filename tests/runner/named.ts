import { isObject, listIn, textIn } from './report.ts'

/** The tests of a step that somebody has to look at, by file and title. */
export interface Named {
  failed: string[]
  /** Those that passed only when they were repeated: nothing failed, but something is not steady. */
  repeated: string[]
}

export const nobody: Named = { failed: [], repeated: [] }

/** Reads Vitest's JSON report: a test that passed and yet tells of a failure was repeated. */
export const vitestNamed = (report: unknown): Named => {
  const named: Named = { failed: [], repeated: [] }
  for (const file of listIn(report, 'testResults')) {
    const path = textIn(file, 'name').replace(/^.*?\/(?=tests\/)/, '')
    const tests = listIn(file, 'assertionResults')
    if (textIn(file, 'status') === 'failed' && tests.length === 0) named.failed.push(path)
    for (const test of tests) {
      const line = `${path} › ${textIn(test, 'fullName')}`
      const [problem] = listIn(test, 'failureMessages')
      if (textIn(test, 'status') === 'failed') named.failed.push(withProblem(line, problem))
      else if (problem !== undefined) named.repeated.push(withProblem(line, problem))
    }
  }
  return named
}

/** Reads Playwright's JSON report, whose suites lie within suites. */
export const playwrightNamed = (report: unknown): Named => {
  const named: Named = { failed: [], repeated: [] }
  const read = (suite: unknown, within: string[]): void => {
    const path = [...within, textIn(suite, 'title')].filter((title) => title !== '')
    for (const spec of listIn(suite, 'specs'))
      for (const test of listIn(spec, 'tests')) {
        const [first] = listIn(test, 'results').flatMap((result) => listIn(result, 'errors'))
        const line = withProblem([...path, textIn(spec, 'title')].join(' › '), textIn(first, 'message'))
        if (textIn(test, 'status') === 'unexpected') named.failed.push(line)
        if (textIn(test, 'status') === 'flaky') named.repeated.push(line)
      }
    for (const inner of listIn(suite, 'suites')) read(inner, path)
  }
  for (const suite of listIn(report, 'suites')) read(suite, [])
  return named
}

/** The first line of what went wrong, without colours: more of it stands where the step ran. */
const withProblem = (line: string, problem: unknown): string => {
  const text = isObject(problem) ? textIn(problem, 'message') : String(problem ?? '')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters.
  const first = text.replace(/\u001b\[\d+m/g, '').split('\n')[0]
  return first ? `${line}\n      ${first.slice(0, 300)}` : line
}
