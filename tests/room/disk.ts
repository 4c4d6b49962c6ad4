import { Dexie } from 'dexie'
import { folderOf } from '../../src/room/journal/folders.ts'
import { recordKinds } from '../../src/room/record-kinds.ts'
import { VaultDatabase } from '../../src/vault/store/database.ts'
import { remove } from './windows.ts'

/** Flips one bit of a stored record, past every check. */
export const damageRow = async (name: string, table: string, id: string): Promise<void> => {
  const database = await new Dexie(name).open()
  const row = await database.table(table).get(id)
  row.envelope[row.envelope.length - 1] ^= 1
  await database.table(table).put(row)
  database.close()
}

/** Carries a vault away, as on a machine of its own; gives what brings it back in place of any other. */
export const carryAway = async (name: string): Promise<() => Promise<void>> => {
  const database = await new VaultDatabase(name, recordKinds).open()
  const rows = await Promise.all(
    database.tables.map(async (table): Promise<[string, unknown[]]> => [table.name, await table.toArray()]),
  )
  database.close()
  const folder = await folderOf(name)
  const files = await Promise.all(
    (await folder.list()).map(async ({ name: file, size }) => ({
      file,
      bytes: await folder.read(file, 0, size),
    })),
  )
  const empty = async () => {
    await remove(name)
    for (const { name: file } of await folder.list()) await folder.remove(file)
  }
  await empty()
  return async () => {
    await empty()
    const again = await new VaultDatabase(name, recordKinds).open()
    for (const [table, content] of rows) await again.table(table).bulkAdd(content)
    again.close()
    for (const { file, bytes } of files) await folder.append(file, 0, bytes)
  }
}

/** Overwrites the part of a county's figures without which they cannot be opened. */
export const ruinFigures = async (name: string): Promise<void> => {
  const database = await new Dexie(name).open()
  const files = database.table('FILE_DATA')
  const [control = ''] = (await files.toCollection().primaryKeys()).filter((key) =>
    /pg_control$/.test(String(key)),
  )
  const { contents, ...file } = await files.get(control)
  await files.put({ ...file, contents: contents.map(() => 7) }, control)
  database.close()
}
