import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { explanationSentences } from '../../../src/casework/tiers/explanation-of.ts'

const folder = fileURLToPath(new URL('../../../src/renderer/locale/', import.meta.url))
const sentencesIn = (language: string): Record<string, Record<string, string>> =>
  JSON.parse(readFileSync(`${folder}${language}/tiers.json`, 'utf8')).explanation.sentence

const words = (sentences: Record<string, Record<string, string>>): Map<string, string> =>
  new Map(
    Object.entries(sentences).flatMap(([part, own]) =>
      Object.entries(own).map(([name, text]) => [`${part}.${name}`, text]),
    ),
  )

test.each([
  ['zh-CN', sentencesIn('zh-CN')],
  ['en', sentencesIn('en')],
])('in %s the page for the client has words for every sentence, and no others', (_, sentences) => {
  expect([...words(sentences).keys()].sort()).toEqual([...explanationSentences].sort())
})

test.each([
  ['zh-CN', sentencesIn('zh-CN'), /危险|异常|病人|患者|个案|对象|分数|总分/],
  ['en', sentencesIn('en'), /danger|abnormal|patient|disorder|case\b|score/i],
])('in %s it calls the client nothing, and gives no number of points', (_, sentences, hard) => {
  for (const [key, text] of words(sentences)) expect(text, key).not.toMatch(hard)
})
