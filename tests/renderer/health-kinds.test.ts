import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { recordKinds } from '../../src/room/record-kinds.ts'
import { VaultDatabase } from '../../src/vault/store/database.ts'

const named = (language: string): Record<string, string> => {
  const file = new URL(`../../src/renderer/locale/${language}/health.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')).kinds
}

test.each(['zh-CN', 'en'])('every kind of row has a name that can be read out in %s', (language) => {
  const tables = new VaultDatabase('names', recordKinds).kept
  expect(tables.filter((table) => !(table in named(language)))).toEqual([])
})
