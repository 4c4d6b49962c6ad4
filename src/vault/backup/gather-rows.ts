import { VaultError } from '../errors.ts'
import type { Bytes } from '../primitives/bytes.ts'
import {
  type GrantRow,
  type HeaderRow,
  type HeadRow,
  headerId,
  headId,
  type RecordRow,
  type Row,
  type StaffRow,
  type VaultDatabase,
} from '../store/database.ts'
import { encodeWrites } from '../store/row-codec.ts'

/** All that a backup holds, as it stood at one moment. */
export interface GatheredRows {
  header: HeaderRow
  head: HeadRow
  staff: StaffRow[]
  grants: GrantRow[]
  counts: Record<string, number>
  /** Every row, encoded, in parts. */
  parts: Bytes[]
}

const rowsAtOnce = 2000
const fullPart = 1_000_000

const sizeOf = (row: Row | RecordRow): number => ('envelope' in row ? row.envelope.length : 0)

/** Rows in parts of about a megabyte at most. */
function* partsOf(rows: readonly Row[]): Generator<Row[]> {
  let part: Row[] = []
  let size = 0
  for (const row of rows) {
    if (part.length > 0 && size + sizeOf(row) > fullPart) {
      yield part
      part = []
      size = 0
    }
    part.push(row)
    size += sizeOf(row)
  }
  yield part
}

/** Reads every row that the head counts, and the head, in one transaction. Throws DAMAGED_VAULT without header or head. */
export const gatherRows = (database: VaultDatabase): Promise<GatheredRows> => {
  const tables = ['head', ...database.kept]
  return database.transaction('r', tables, async () => {
    const parts: Bytes[] = []
    const counts: Record<string, number> = {}
    for (const table of tables) {
      let count = 0
      for (let after = ''; ; ) {
        const rows = await database.table<Row>(table).where(':id').above(after).limit(rowsAtOnce).toArray()
        const last = rows.at(-1)
        if (!last) break
        for (const part of partsOf(rows)) parts.push(encodeWrites(part.map((row) => ({ table, row }))))
        count += rows.length
        after = last.id
      }
      counts[table] = count
    }
    const header = await database.vault.get(headerId)
    const head = await database.head.get(headId)
    if (!header || !head) throw new VaultError('DAMAGED_VAULT', { at: header ? 'head' : 'vault' })
    const staff = await database.staff.toArray()
    const grants = await database.grants.toArray()
    return { header, head, staff, grants, counts, parts }
  })
}
