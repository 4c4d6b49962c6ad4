import { beforeAll, expect, test } from 'vitest'
import { countBackup } from '../../../src/vault/backup/count-backup.ts'
import { openBackup } from '../../../src/vault/backup/read-backup.ts'
import { fits } from '../../../src/vault/store/completeness.ts'
import { codeOf } from '../sealing/places.ts'
import { backupOfParts, type Example, headOver, note } from './backup-of-rows.ts'
import { exampleRows } from './example-rows.ts'

let example: Example

beforeAll(async () => {
  example = await exampleRows()
})

const counted = async (...parts: Parameters<typeof backupOfParts>[1][]) => {
  const file = await backupOfParts(example, ...parts)
  return countBackup(await openBackup(file, example.config.sealing.privateKey), [example.config])
}

const misfits = async (...parts: Parameters<typeof backupOfParts>[1][]): Promise<string[]> =>
  (await counted(...parts)).filter((table) => !fits(table)).map(({ table }) => table)

test('a backup that holds what its head counts fits, in however many parts', async () => {
  const head = await headOver(example, [note('1'), note('2')])
  expect(await misfits([head], [note('1')], [note('2')])).toEqual([])
})

test('what is missing, changed or nobody counted is told by its table', async () => {
  const head = await headOver(example, [note('1'), note('2')])
  expect(await misfits([head], [note('1')])).toEqual(['notes'])
  expect(await misfits([head], [note('1'), note('3')])).toEqual(['notes'])
  expect(await misfits([head])).toEqual(['notes'])
  const stray = { ...note('3'), table: 'plans' }
  expect(await misfits([head], [note('1'), note('2'), stray])).toEqual(['plans'])
})

test('a backup that does not begin with its head is damaged', async () => {
  const head = await headOver(example, [note('1')])
  const unsealed = { table: 'head', row: { id: 'head', revision: 7 } }
  for (const parts of [[], [[note('1')], [head]], [[head, note('1')]], [[unsealed], [note('1')]]])
    expect(await codeOf(counted(...parts))).toBe('DAMAGED_BACKUP')
})
