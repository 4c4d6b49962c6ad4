import type { RecordKind, Stored } from '../casework/records/record.ts'
import type { Change, OpenVault } from '../vault/vault.ts'

/** A kind's records as they stood when asked for, and how many of them could not be read. */
export interface Shelf<T> {
  records: readonly Stored<T>[]
  unreadable: number
}

/**
 * What has been read from the vault, one shelf a kind. A shelf never changes: what is saved makes a new one, so a list
 * that was handed out stays as it was, and what was worked out from it can be kept beside it.
 */
export class Shelves {
  readonly #vault: Pick<OpenVault, 'list'>
  readonly #shelves = new Map<string, Promise<Shelf<unknown>>>()

  constructor(vault: Pick<OpenVault, 'list'>) {
    this.#vault = vault
  }

  /** The kind's records, read when first asked for. What could not be read as a whole is read again next time. */
  async of<T>(kind: RecordKind<T>): Promise<Shelf<T>> {
    const shelf = this.#shelves.get(kind.table) ?? this.#keep(kind.table, this.#read(kind))
    // A table holds one kind.
    return shelf as Promise<Shelf<T>>
  }

  /** Puts what has been saved into its place, also on a shelf that is still being read. */
  put(saved: readonly Change[]): void {
    for (const [table, changes] of Map.groupBy(saved, ({ kind }) => kind.table)) {
      const shelf = this.#shelves.get(table)
      if (shelf)
        this.#keep(
          table,
          shelf.then((before) => shelfAfter(before, changes)),
        )
    }
  }

  /** Has these tables read again when next asked for. */
  forget(tables: readonly string[]): void {
    for (const table of tables) this.#shelves.delete(table)
  }

  async #read(kind: RecordKind<unknown>): Promise<Shelf<unknown>> {
    const { records, unreadable } = await this.#vault.list(kind)
    return { records, unreadable: unreadable.length }
  }

  #keep(table: string, shelf: Promise<Shelf<unknown>>): Promise<Shelf<unknown>> {
    this.#shelves.set(table, shelf)
    shelf.catch(() => {
      if (this.#shelves.get(table) === shelf) this.#shelves.delete(table)
    })
    return shelf
  }
}

const shelfAfter = ({ records, unreadable }: Shelf<unknown>, changes: readonly Change[]): Shelf<unknown> => {
  const after = [...records]
  const changed = new Set(changes.map(({ id }) => id))
  const places = new Map(records.flatMap(({ id }, place) => (changed.has(id) ? [[id, place]] : [])))
  for (const { kind, id, expectedRevision, value } of changes) {
    const record: Stored<unknown> = { id, revision: expectedRevision + 1, value: kind.schema.parse(value) }
    const place = places.get(id) ?? after.length
    places.set(id, place)
    const held = after[place]
    // A list that was read while this was being saved may hold a later state already.
    if (!held || held.revision < record.revision) after[place] = record
  }
  return { records: after, unreadable }
}
