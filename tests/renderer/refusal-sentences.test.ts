import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { storeProblems } from '../../src/county/store/store-error.ts'

const source = fileURLToPath(new URL('../../src/', import.meta.url))

/** Folders whose refusals are printed elsewhere: the command line and the machine under the window. */
const elsewhere = /^(cli|main|host|preload|journal)\//

const naming = [
  /\brefused\(\s*'([A-Z][A-Z0-9_]+)'/g,
  /\bcode = '([A-Z][A-Z0-9_]+)'/g,
  /Error\(\s*'([A-Z][A-Z0-9_]+)'/g,
]

/** Faults of a file a person chose are shown one by one. */
const faultNaming = /\bcode: '([A-Z][A-Z0-9_]+)'/g
const inFiles = /^(instruments|tiering)\//

const codes = new Map<string, string>()
for (const file of globSync('**/*.{ts,tsx}', { cwd: source })) {
  if (elsewhere.test(file)) continue
  const text = readFileSync(`${source}${file}`, 'utf8')
  for (const pattern of inFiles.test(file) ? [...naming, faultNaming] : naming)
    for (const [, code] of text.matchAll(pattern)) if (code !== undefined) codes.set(code, file)
}

for (const code of storeProblems) codes.set(code, 'county/store/store-error.ts')

const sentencesIn = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(`${source}renderer/locale/${language}/refusals.json`, 'utf8'))

test('refusals are found in the sources', () => {
  expect(codes.size).toBeGreaterThan(20)
})

describe.each(['zh-CN', 'en'])('%s', (language) => {
  const sentences = sentencesIn(language)

  test.each([...codes])('has a sentence for %s, named in %s', (code) => {
    expect(sentences[code]).toMatch(/[。.?？]$/)
  })
})
