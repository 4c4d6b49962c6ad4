import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const folder = new URL('../../src/renderer/locale/', import.meta.url)
const namespaces = (language: string) => readdirSync(new URL(`${language}/`, folder)).sort()
const sentences = (language: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8'))

/** Keys with their paths; Chinese has one plural form and English two, which count as the same key. */
const keysOf = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
    : [path.replace(/_(one|other)$/, '')]

const texts = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [value]

const figures = (value: unknown, path = ''): [string, string[]][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => figures(inner, `${path}.${key}`))
    : [[path, [...new Set(String(value).match(/\{\{\w+\}\}/g))].sort()]]

test('both languages have the same namespaces', () => {
  expect(namespaces('en')).toEqual(namespaces('zh-CN'))
})

describe.each(namespaces('zh-CN'))('%s', (file) => {
  const chinese = sentences('zh-CN', file)
  const english = sentences('en', file)

  test('says the same things in both languages', () => {
    expect([...new Set(keysOf(english))].sort()).toEqual([...new Set(keysOf(chinese))].sort())
  })

  test('leaves no sentence empty', () => {
    for (const text of [...texts(chinese), ...texts(english)]) expect(text).toMatch(/\S/)
  })

  test('fills the same figures into both', () => {
    const inEnglish = new Map(figures(english))
    for (const [path, names] of figures(chinese))
      if (inEnglish.has(path)) expect(inEnglish.get(path), path).toEqual(names)
  })
})
