import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const renderer = fileURLToPath(new URL('../../src/renderer/', import.meta.url))

const flat = (value: unknown, path: string): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => flat(inner, path === '' ? key : `${path}.${key}`))
    : [path.replace(/_(one|other)$/, '')]

const keys = new Map(
  globSync('locale/zh-CN/*.json', { cwd: renderer }).map((file) => [
    file.replace(/^.*\//, '').replace('.json', ''),
    flat(JSON.parse(readFileSync(`${renderer}${file}`, 'utf8')), ''),
  ]),
)

/** Sentences a component asks for: the namespaces it opens, and each key up to where it is computed. */
const asked = globSync('**/*.{ts,tsx}', { cwd: renderer }).flatMap((file) => {
  const text = readFileSync(`${renderer}${file}`, 'utf8')
  const namespaces = [...text.matchAll(/useTranslation\(\[?'([\w-]+)'/g)].map(([, name]) => name ?? '')
  const literal = [...text.matchAll(/\bt\(\s*(?:'([^']+)'|`([^`]+)`)/g)]
  return literal.map(([, plain, computed]) => {
    const [start = '', ...rest] = (plain ?? computed ?? '').split('${')
    const whole = rest.length === 0
    const colon = start.indexOf(':')
    // A sentence of another namespace is asked for with its name.
    return colon < 0
      ? { file, namespaces, start, whole }
      : { file, namespaces: [start.slice(0, colon)], start: start.slice(colon + 1), whole }
  })
})

test('every sentence a component asks for by name is there', () => {
  const missing = asked.filter(
    ({ namespaces, start, whole }) =>
      namespaces.length > 0 &&
      start !== '' &&
      !namespaces.some((name) =>
        keys.get(name)?.some((key) => (whole ? key === start : key.startsWith(start))),
      ),
  )
  expect(missing.map(({ file, start }) => `${file}: ${start}`)).toEqual([])
})
