import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { exchangeRefusals } from '../../src/exchange/refusals.ts'
import { releaseRefusals } from '../../src/exchange/release/release-refused.ts'

/** Those the county adds by what it has already. */
const countyRefusals = ['ALREADY_REPORTED', 'CHAIN_FORKED', 'CHAIN_GAP']

describe.each(['zh-CN', 'en'])('%s', (language) => {
  const file = new URL(`../../src/renderer/locale/${language}/refusals.json`, import.meta.url)
  const sentences: Record<string, string> = JSON.parse(readFileSync(fileURLToPath(file), 'utf8'))

  it.each([...exchangeRefusals, ...countyRefusals, ...releaseRefusals])(
    'says in words what %s means',
    (code) => {
      expect(sentences[code]).toMatch(/[。.]$/)
    },
  )
})
