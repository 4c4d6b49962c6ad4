import { Dexie } from 'dexie'

/** Flips one bit of a stored record, past every check. */
export const damageRow = async (name: string, table: string, id: string): Promise<void> => {
  const database = await new Dexie(name).open()
  const row = await database.table(table).get(id)
  row.envelope[row.envelope.length - 1] ^= 1
  await database.table(table).put(row)
  database.close()
}
