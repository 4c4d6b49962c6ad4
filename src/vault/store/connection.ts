import { VaultError } from '../errors.ts'
import { sameBytes } from '../primitives/bytes.ts'
import { type HeadRow, headId, type Row, type VaultDatabase } from './database.ts'
import type { LocalRowWrite } from './local-write.ts'
import { idOf, type TableWrite } from './row-codec.ts'
import { writeRows } from './write-rows.ts'

/** What is stored before a commit: the head, and of each table the rows by id that the commit will replace. */
export interface Before {
  head: HeadRow | undefined
  rows: ReadonlyMap<string, ReadonlyMap<string, Row>>
}

export const isSameHead = (stored: HeadRow | undefined, head: HeadRow): boolean =>
  stored !== undefined && sameBytes(stored.sealed, head.sealed)

/** The database of an open vault, over a new connection where the browser has shut the one there was. */
export class Connection {
  readonly database: VaultDatabase

  constructor(database: VaultDatabase) {
    this.database = database
  }

  async renew(): Promise<void> {
    const shut = () => this.database.close({ disableAutoOpen: false })
    shut()
    try {
      await this.database.open()
    } catch (problem) {
      // Shut again it opens by itself when it is next read from.
      shut()
      throw problem
    }
  }

  /** What is stored of the rows that will be written, all as of one commit. Throws NOT_SAVED when storage gives nothing, twice. */
  async before(writes: readonly TableWrite[]): Promise<Before> {
    const ids = Map.groupBy(writes, ({ table }) => table)
    return this.#reading(() =>
      this.database.transaction('r', ['head', ...ids.keys()], async () => {
        const rowsOf = async ([table, group]: [string, TableWrite[]]): Promise<
          [string, Map<string, Row>]
        > => {
          const found = await this.database.table<Row>(table).bulkGet([...new Set(group.map(idOf))])
          return [table, new Map(found.flatMap((row) => (row ? [[row.id, row]] : [])))]
        }
        const [head, ...rows] = await Promise.all([
          this.database.head.get(headId),
          ...Array.from(ids, rowsOf),
        ])
        return { head, rows: new Map(rows) }
      }),
    )
  }

  /** Whether this very head is the one that is stored. Throws NOT_SAVED when storage gives nothing, twice. */
  async stands(head: HeadRow): Promise<boolean> {
    return isSameHead(await this.#reading(() => this.database.head.get(headId)), head)
  }

  /** Writes the rows of the commit with this head, and tries twice. */
  async write(writes: readonly TableWrite[], head: HeadRow, local: readonly LocalRowWrite[]): Promise<void> {
    try {
      await writeRows(this.database, head.revision, writes, local)
    } catch {
      await this.renew()
      if (!(await this.stands(head))) await writeRows(this.database, head.revision, writes, local)
    }
  }

  async #reading<T>(read: () => PromiseLike<T>): Promise<T> {
    try {
      return await read()
    } catch {
      try {
        await this.renew()
        return await read()
      } catch (cause) {
        throw new VaultError('NOT_SAVED', { cause })
      }
    }
  }
}
