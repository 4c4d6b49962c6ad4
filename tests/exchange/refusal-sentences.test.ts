import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { unitFaultCodes } from '../../src/county/units/unit-faults.ts'
import { exchangeRefusals } from '../../src/exchange/refusals.ts'
import { releaseRefusals } from '../../src/exchange/release/release-refused.ts'

/** Those the county adds by what it has already. */
const countyRefusals = ['ALREADY_REPORTED', 'CHAIN_FORKED', 'CHAIN_GAP']
/** What may be wrong with a county's units, and with a list of them. */
const unitRefusals = [
  ...unitFaultCodes,
  'UNIT_HAS_UNITS',
  'UNIT_HAS_CARD',
  'UNIT_INVALID',
  'UNIT_LEVEL_UNCLEAR',
  'UNIT_CODE_UNCLEAR',
  'UNIT_FIELD_MISSING',
  'UNIT_DUTY_UNCLEAR',
  'UNIT_RESIDENTS_UNCLEAR',
  'UNIT_PARENT_UNCLEAR',
  'UNIT_TWICE',
  'UNIT_LIST_OUTDATED',
  'UNIT_LIST_NOTHING',
  'LIST_COLUMNS_NEEDED',
  'DUE_DAY_INVALID',
]

describe.each(['zh-CN', 'en'])('%s', (language) => {
  const file = new URL(`../../src/renderer/locale/${language}/refusals.json`, import.meta.url)
  const sentences: Record<string, string> = JSON.parse(readFileSync(fileURLToPath(file), 'utf8'))

  it.each([...exchangeRefusals, ...countyRefusals, ...unitRefusals, ...releaseRefusals])(
    'says in words what %s means',
    (code) => {
      expect(sentences[code]).toMatch(/[。.]$/)
    },
  )
})
