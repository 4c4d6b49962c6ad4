import { Dexie } from 'dexie'
import { expect, onTestFinished, test } from 'vitest'
import { gatherRows } from '../../../src/vault/backup/gather-rows.ts'
import { drawId } from '../../../src/vault/primitives/random.ts'
import { VaultDatabase } from '../../../src/vault/store/database.ts'
import { decodeWrites } from '../../../src/vault/store/row-codec.ts'
import { noteKind } from '../room.ts'
import { codeOf } from '../sealing/places.ts'

/** A database with these rows in it and nothing of what makes a vault. */
const databaseOf = async (notes: object[]) => {
  const name = `gathered-${drawId()}`
  const database = new VaultDatabase(name, [noteKind])
  onTestFinished(async () => {
    database.close()
    await Dexie.delete(name)
  })
  await database.table('notes').bulkPut(notes)
  return database
}

const note = (n: number, size: number) => ({
  id: String(n).padStart(32, '0'),
  revision: 1,
  domain: 'case',
  index: [],
  envelope: new Uint8Array(size),
})

test('without header or head there is nothing to make a backup of', async () => {
  const database = await databaseOf([note(1, 40)])
  await expect(gatherRows(database)).rejects.toMatchObject({ code: 'DAMAGED_VAULT', at: 'vault' })
  await database.table('vault').put({ id: 'header', revision: 1 })
  await expect(gatherRows(database)).rejects.toMatchObject({ code: 'DAMAGED_VAULT', at: 'head' })
  await database.table('head').put({ id: 'head', revision: 1 })
  expect(await codeOf(gatherRows(database))).toBe('NO ERROR')
})

test('rows come in parts of about a megabyte, none twice and none left out', async () => {
  const notes = [note(1, 1_500_000), ...Array.from({ length: 2100 }, (_, n) => note(n + 2, 1000))]
  const database = await databaseOf(notes)
  await database.table('vault').put({ id: 'header', revision: 1 })
  await database.table('head').put({ id: 'head', revision: 1 })
  const { parts, counts } = await gatherRows(database)
  expect(counts).toMatchObject({ vault: 1, head: 1, notes: 2101 })
  const rows = parts.flatMap((part) => decodeWrites(part))
  expect(rows).toHaveLength(2103)
  const ids = rows.flatMap((write) => ('row' in write && write.table === 'notes' ? [write.row.id] : []))
  expect(ids).toEqual(notes.map(({ id }) => id))
  for (const part of parts.slice(1)) expect(part.length).toBeLessThan(1_700_000)
  expect(parts.length).toBeGreaterThan(4)
})
