import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const tests = fileURLToPath(new URL('.', import.meta.url))
/** The beginning of a test's name that says which cases it is of: up to its colon. */
const names = /['"`]((?:abuse )?cases? \d[^:'"`\n]*):/g

/** Cases with a test, as `abuse case 3` (disclosure.md 5) and `case 52` (security.md 3). */
function namedCases(): Set<string> {
  const named = new Set<string>()
  for (const file of globSync('**/*.test.{ts,tsx}', { cwd: tests }))
    for (const [, name = ''] of readFileSync(`${tests}${file}`, 'utf8').matchAll(names))
      for (const [, kind = '', numbers = ''] of name.matchAll(/((?:abuse )?case)s? ([\d, toand]+)/g))
        for (const [, first, last = first] of numbers.matchAll(/(\d+)(?: to (\d+))?/g))
          for (let number = Number(first); number <= Number(last); number++) named.add(`${kind} ${number}`)
  return named
}

test('every abuse case of disclosure and exchange has a test of its name', () => {
  const named = namedCases()
  const asked = [
    ...Array.from({ length: 25 }, (_, n) => `abuse case ${n + 1}`),
    ...Array.from({ length: 14 }, (_, n) => `case ${n + 49}`),
  ]
  expect(asked.filter((one) => !named.has(one))).toEqual([])
})
