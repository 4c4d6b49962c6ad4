import { type HeadSlot, writeHeadSlot } from '../../journal/head-slot.ts'
import { VaultError } from '../errors.ts'
import { headerId, headId, isCounted, type Row, VaultDatabase } from './database.ts'
import { databasesOf, nextDatabase } from './database-names.ts'
import { rowsOf } from './every-row.ts'
import type { VaultPlace } from './place.ts'
import { type Journals, journalName, readJournals, startsAt } from './read-journals.ts'
import { decodeWrites, lastOf, type TableWrite } from './row-codec.ts'
import { setAside } from './set-aside.ts'
import { isWhole, readSnapshot } from './snapshot.ts'

/** A database made anew from the second copy. */
export interface Rebuilt {
  database: string
  rows: number
  /** The newest commit in it. */
  seq: number
  /** Every commit since the snapshot was there; else what could still be read of earlier databases was added. */
  whole: boolean
}

// Written last, so that a database that was not finished is never taken for a vault.
const lastTables = ['vault', 'head']

const newer = (row: Row, than: Row | undefined): boolean => row.revision > (than?.revision ?? 0)

/** A database in the making. */
class Building {
  readonly database: VaultDatabase
  readonly #last = new Map<string, Row>()

  constructor(database: VaultDatabase) {
    this.database = database
  }

  async apply(writes: readonly TableWrite[]): Promise<void> {
    for (const [table, group] of Map.groupBy(writes, ({ table }) => table)) {
      const { removed, rows } = lastOf(group)
      if (lastTables.includes(table)) {
        for (const id of removed) this.#last.delete(`${table}.${id}`)
        for (const row of rows) this.#last.set(`${table}.${row.id}`, row)
        continue
      }
      await this.database.table(table).bulkDelete(removed)
      await this.database.table<Row>(table).bulkPut(rows)
    }
  }

  /** Takes from another database the rows that are missing here, and later states of those that are not. */
  async addFrom(other: VaultDatabase): Promise<void> {
    for (const table of [...lastTables, ...other.kept.filter((name) => !lastTables.includes(name))])
      for await (const rows of rowsOf(other, table)) await this.#addNewer(table, rows)
  }

  async #addNewer(table: string, rows: readonly Row[]): Promise<void> {
    const here = lastTables.includes(table)
      ? rows.map(({ id }) => this.#last.get(`${table}.${id}`))
      : await this.database.table<Row>(table).bulkGet(rows.map(({ id }) => id))
    const missing = rows.filter((row, at) => newer(row, here[at]))
    await this.apply(missing.map((row) => ({ table, row })))
  }

  /** Makes it a vault. Throws DAMAGED_VAULT when what makes one was nowhere to be found. */
  async finish(
    former: readonly string[],
    whole: boolean,
  ): Promise<{ rows: number; seq: number; vaultId: string }> {
    const header = this.#last.get(`vault.${headerId}`)
    const head = this.#last.get(`head.${headId}`)
    if (!header || (!head && isCounted(header))) throw new VaultError('DAMAGED_VAULT', { at: 'vault' })
    const setAsideAt = new Date().toISOString()
    const { database } = this
    await database.transaction('rw', ['vault', 'head', 'former'], async () => {
      await database.table<Row>('vault').put(header)
      if (head) await database.table<Row>('head').put(head)
      // What may hold more than could be brought back is never deleted by itself.
      await database.former.bulkPut(
        former.map((name) => (whole ? setAside(name, setAsideAt) : { name, setAsideAt })),
      )
    })
    const counts = await Promise.all(database.kept.map((table) => database.table(table).count()))
    const { vaultId } = await database.header()
    return { rows: counts.reduce((all, count) => all + count, 0), seq: head?.revision ?? 0, vaultId }
  }
}

const newestWhole = async ({ folder }: VaultPlace, { snapshots }: Journals): Promise<string | null> => {
  for (const name of snapshots.toReversed()) if (await isWhole(folder, name)) return name
  return null
}

/** Applies the commits after `seq` that can be read; whether that was every one. */
const applyFrames = async (
  building: Building,
  { frames, seq: newest, damaged }: Journals,
  after: number,
): Promise<boolean> => {
  let next = after + 1
  for (const { seq, payload } of frames.filter((frame) => frame.seq > after)) {
    try {
      await building.apply(decodeWrites(payload))
      if (seq === next) next += 1
    } catch (problem) {
      if (!(problem instanceof VaultError)) throw problem
    }
  }
  return next > newest && damaged === 0
}

/**
 * Makes a new database from snapshot and journals, beside those there are, and has the vault work with it from now on. What
 * is not whole is filled up from the databases before. None of them is changed. Done again after a breakdown it
 * begins anew. Throws DAMAGED_VAULT when there is nothing to make a vault of, NOT_SAVED or FolderError.
 */
export const rebuild = async (place: VaultPlace): Promise<Rebuilt> => {
  const { name, kinds, folder } = place
  const journals = await readJournals(folder)
  const earlier = await databasesOf(name)
  const database = new VaultDatabase(nextDatabase(name, [...earlier, journals.slot?.database ?? name]), kinds)
  try {
    const building = new Building(database)
    const snapshot = await newestWhole(place, journals)
    if (snapshot) for await (const part of readSnapshot(folder, snapshot)) await building.apply(part)
    const from = snapshot ? startsAt(snapshot) : 0
    const whole = (await applyFrames(building, journals, from)) && snapshot !== null
    if (!whole) for (const other of earlier.toReversed()) await addReadable(building, other, place)
    const { rows, seq, vaultId } = await building.finish(earlier, whole)
    const slot: HeadSlot = {
      seq: Math.max(seq, journals.slot?.seq ?? 0),
      vaultId,
      database: database.name,
      snapshot,
      journal: snapshot ? journalName(from) : journals.last.name,
    }
    // Both, so that no slot leads back to the database that was given up.
    await writeHeadSlot(folder, slot)
    await writeHeadSlot(folder, slot)
    return { database: database.name, rows, seq, whole }
  } finally {
    database.close()
  }
}

const addReadable = async (building: Building, name: string, { kinds }: VaultPlace): Promise<void> => {
  const other = new VaultDatabase(name, kinds)
  try {
    await other.open()
    await building.addFrom(other)
  } catch {
    // What cannot be read any further stays where it is.
  } finally {
    other.close()
  }
}
