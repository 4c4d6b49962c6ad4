import { VaultError } from '../errors.ts'
import type { Row, VaultDatabase } from './database.ts'
import type { TableWrite } from './row-codec.ts'

const part = 250

/** The rows of one table in the order of their ids, part by part; also those that somebody put there under no name, or a number. */
export async function* rowsOf(database: VaultDatabase, table: string): AsyncGenerator<Row[]> {
  let next = database.table<Row>(table).orderBy(':id')
  while (true) {
    if (!database.isOpen()) throw new VaultError('LOCKED')
    const rows = await next.limit(part).toArray()
    const last = rows.at(-1)
    if (!last) return
    yield rows
    next = database.table<Row>(table).where(':id').above(last.id)
  }
}

/** All rows that the head counts, and the head, as they stand when each part is read. */
export async function* everyRow(database: VaultDatabase): AsyncGenerator<TableWrite[]> {
  for (const table of ['head', ...database.kept])
    for await (const rows of rowsOf(database, table)) yield rows.map((row) => ({ table, row }))
}
