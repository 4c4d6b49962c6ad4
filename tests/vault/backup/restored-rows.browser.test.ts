import { Dexie } from 'dexie'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { backupKey } from '../../../src/vault/backup/backup-key.ts'
import { openBackup } from '../../../src/vault/backup/read-backup.ts'
import { restoreRows } from '../../../src/vault/backup/restored-rows.ts'
import { drawId } from '../../../src/vault/primitives/random.ts'
import { VaultDatabase } from '../../../src/vault/store/database.ts'
import type { StoredRow } from '../../../src/vault/store/row-codec.ts'
import { noteKind } from '../room.ts'
import { backupOfParts, type Example, headOver, note, vaultRows } from './backup-of-rows.ts'
import { exampleRows } from './example-rows.ts'

let example: Example

beforeAll(async () => {
  example = await exampleRows()
})

const restored = async (...parts: StoredRow[][]) => {
  const name = `restored-${drawId()}`
  const database = new VaultDatabase(name, [noteKind])
  onTestFinished(async () => {
    database.close()
    await Dexie.delete(name)
  })
  const opened = await openBackup(await backupOfParts(example, ...parts), example.config.sealing.privateKey)
  const key = await backupKey(opened.header, { words: example.words })
  return restoreRows(opened, key, database, () => undefined)
}

test('what a backup holds is restored when it is what its head counts', async () => {
  const rows = [...vaultRows(example), note('1'), note('2')]
  const { database, head, rows: count } = await restored([await headOver(example, rows)], rows)
  expect(head.seq).toBe(7)
  expect(count).toBe(rows.length + 1)
  expect(await database.table('notes').count()).toBe(2)
  expect(await database.vault.count()).toBe(0)
})

test('case 81: what its head does not count, or more or fewer rows, is damage, told by the table', async () => {
  const rows = [...vaultRows(example), note('1'), note('2')]
  const head = await headOver(example, rows)
  const withoutNotes = await headOver(example, vaultRows(example))
  const withoutVault = await headOver(example, rows.slice(1))
  const cases: [StoredRow[][], string][] = [
    [[[head], rows.slice(0, -1)], 'notes'],
    [[[head], [...rows, note('3')]], 'notes'],
    [[[withoutNotes], rows], 'notes'],
    [[[withoutVault], rows], 'vault'],
    [[[head], rows.slice(1)], 'vault'],
    [[rows], 'vault'],
  ]
  for (const [parts, at] of cases)
    await expect(restored(...parts)).rejects.toMatchObject({ code: 'DAMAGED_BACKUP', at })
})
