import { onTestFinished } from 'vitest'
import type { DomainKey } from '../../../src/vault/keys/domain-key.ts'
import { domainKey } from '../../../src/vault/keys/domain-key.ts'
import { drawBytes, drawId } from '../../../src/vault/primitives/random.ts'
import {
  headerId,
  layoutVersion,
  type RecordRow,
  type Row,
  VaultDatabase,
} from '../../../src/vault/store/database.ts'
import { firstHead } from '../../../src/vault/store/first-head.ts'
import { sealHead } from '../../../src/vault/store/head.ts'
import type { VaultPlace } from '../../../src/vault/store/place.ts'
import { rebuild } from '../../../src/vault/store/rebuild.ts'
import type { StoredRow } from '../../../src/vault/store/row-codec.ts'
import { settle } from '../../../src/vault/store/settle.ts'
import { standingOf } from '../../../src/vault/store/standing.ts'
import { Store } from '../../../src/vault/store/store.ts'
import { writeRows } from '../../../src/vault/store/write-rows.ts'
import { remove } from '../../room/windows.ts'
import { type MemoryFolder, memoryFolder } from '../../support/memory-folder.ts'
import { noteKind } from '../room.ts'

/** A row of no meaning: the store knows envelopes only as bytes. */
export const row = (id: string, revision: number, fill: number): StoredRow => {
  const made: RecordRow = {
    id: id.repeat(32),
    revision,
    domain: 'case',
    index: [],
    envelope: new Uint8Array(64).fill(fill),
  }
  return { table: noteKind.table, row: made }
}

/** A store without any person's keys, and what is needed to look at it from outside and to start it again. */
export interface Stand {
  place: VaultPlace & { folder: MemoryFolder }
  /** As after a restart: brings both copies to one state, rebuilding where that is needed. */
  open(): Promise<Store>
  /** The same, with every row counted. */
  start(): Promise<Store>
  /** Rows of the one table, as `id:revision:first byte`. */
  content(): Promise<string[]>
  /** Puts database and folder back as they were when this was made. */
  reset(): Promise<void>
  config: DomainKey
  vaultId: string
}

const kinds = [noteKind]

/** A vault's database and second copy with three rows in it. */
export const makeStand = async (): Promise<Stand> => {
  const vaultId = drawId()
  const config = await domainKey('config', 1, drawBytes(32))
  const place = { name: `stand-${drawId()}`, kinds, folder: memoryFolder() }
  const header = { id: headerId, revision: 1, vaultId, layout: layoutVersion }
  const first: StoredRow[] = [{ table: 'vault', row: header }, row('a', 1, 1), row('b', 1, 1), row('c', 1, 1)]
  const database = new VaultDatabase(place.name, kinds)
  const head = await sealHead(vaultId, config, await firstHead(1, first))
  await writeRows(database, 1, [...first, { table: 'head', row: head }])
  const opened = (over: VaultDatabase) => Store.open(vaultId, over, place.folder, () => [config])
  await (await opened(database)).snapshot()
  database.close()

  const saved = await dump(place.name)
  const files = place.folder.copy()
  onTestFinished(async () => {
    for (const { name = '' } of await indexedDB.databases())
      if (name.startsWith(place.name)) await remove(name)
  })

  const open = async (): Promise<Store> => {
    if ((await standingOf(place)).state === 'lost') await rebuild(place)
    const standing = await settle(place)
    return opened(new VaultDatabase(standing.database, kinds))
  }
  const start = async (): Promise<Store> => {
    const store = await open()
    if (!(await store.check()).complete) throw new Error('incomplete')
    return store
  }
  return {
    place,
    config,
    vaultId,
    open,
    start,
    async content() {
      const store = await start()
      const rows = await store.database.table<RecordRow>(noteKind.table).toArray()
      store.close()
      return rows.map(({ id, revision, envelope }) => `${id[0]}:${revision}:${envelope[0]}`).toSorted()
    },
    async reset() {
      place.folder.fail(null)
      place.folder.files.clear()
      for (const [name, bytes] of files.files) place.folder.files.set(name, bytes.slice())
      for (const { name = '' } of await indexedDB.databases())
        if (name.startsWith(`${place.name}.`)) await remove(name)
      await restore(place.name, saved)
    },
  }
}

type Dump = [string, Row[]][]

const over = async <T>(name: string, work: (database: VaultDatabase) => Promise<T>): Promise<T> => {
  const database = new VaultDatabase(name, kinds)
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

const dump = (name: string): Promise<Dump> =>
  over(name, (database) =>
    Promise.all(
      database.tables.map(async (table): Promise<[string, Row[]]> => [table.name, await table.toArray()]),
    ),
  )

const restore = (name: string, content: Dump): Promise<void> =>
  over(name, async (database) => {
    for (const [table, rows] of content) {
      await database.table(table).clear()
      await database.table(table).bulkAdd(rows)
    }
  })
