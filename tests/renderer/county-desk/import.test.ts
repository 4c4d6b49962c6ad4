import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exchangeRefusals } from '../../../src/exchange/refusals.ts'
import { countsOf, isIn, mostUrgentFirst } from '../../../src/renderer/county-desk/import/file-groups.ts'
import { canBeTriedAgain, isAlarming, wayOutOf } from '../../../src/renderer/county-desk/import/way-out.ts'
import type { ImportedOnShow } from '../../../src/room/contract/county-import.ts'

const words = JSON.parse(
  readFileSync(new URL('../../../src/renderer/locale/en/county-import.json', import.meta.url), 'utf8'),
)

const file = (outcome: ImportedOnShow['outcome'], more: Partial<ImportedOnShow> = {}): ImportedOnShow => ({
  name: `${outcome}.anxin`,
  outcome,
  code: null,
  unit: null,
  unitName: null,
  period: null,
  seq: null,
  late: false,
  unusual: [],
  waited: false,
  ...more,
})

test('whatever a file is refused for, something can be done about it', () => {
  const codes = [
    ...exchangeRefusals,
    'CHAIN_FORKED',
    'ALREADY_REPORTED',
    'MERGE_ROOM_TWICE',
    'FILE_NOT_READ',
    'X',
  ]
  const ways = codes.map(wayOutOf)
  expect(ways.filter((way) => !(way in words.wayOut))).toEqual([])
  expect(codes.filter(canBeTriedAgain)).toEqual(['UNKNOWN_SENDER', 'UNKNOWN_PLAN', 'WRONG_PERIOD'])
  expect(codes.filter(isAlarming)).toEqual(['SIGNATURE_INVALID', 'CHAIN_FORKED'])
  expect(codes.filter((code) => wayOutOf(code) === 'call')).toEqual([
    'SIGNATURE_INVALID',
    'WRONG_UNIT',
    'CHAIN_FORKED',
    'ALREADY_REPORTED',
  ])
})

test('files are counted by what becomes of them, and what needs somebody stands first', () => {
  const files = [
    file('known', { late: true }),
    file('new'),
    file('new', { late: true }),
    file('new', { unusual: ['clients-age'], late: true }),
    file('waiting', { late: true }),
    file('left'),
    file('refused'),
  ]
  expect(countsOf(files).map(({ group, count }) => `${group} ${count}`)).toEqual([
    'new 3',
    'unusual 1',
    'late 2',
    'known 1',
    'waiting 1',
    'refused 1',
    'left 1',
  ])
  expect(mostUrgentFirst(files)).toEqual([6, 5, 4, 3, 2, 1, 0].map((at) => files[at]))
  expect(files.filter((one) => isIn('late', one)).map(({ outcome }) => outcome)).toEqual(['new', 'new'])
})
