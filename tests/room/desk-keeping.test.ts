import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RecordKind, Stored } from '../../src/casework/records/record.ts'
import { importFiles } from '../../src/county/packages/batch/import-files.ts'
import { takeIn } from '../../src/county/packages/import-package.ts'
import { openPgliteStore } from '../../src/county/store/pglite-store.ts'
import type { Store } from '../../src/county/store/store.ts'
import { heldPackageKind } from '../../src/exchange/held-package.ts'
import { keptFile } from '../../src/exchange/kept-package.ts'
import { readPackage } from '../../src/exchange/read-package.ts'
import { receivedPackageKind } from '../../src/exchange/received-package.ts'
import { refusedBytesKind, refusedFileKind } from '../../src/exchange/refused-file.ts'
import { deskKeeping } from '../../src/room/county-desk/desk-keeping.ts'
import type { Session } from '../../src/room/session.ts'
import type { Change } from '../../src/vault/vault.ts'
import { contentHash, emptyStore, failingStore } from '../support/county.ts'
import { example, given, makeUnit, type TestUnit } from '../support/exchange.ts'
import { fact, pseudonym } from '../support/facts.ts'

const county = '330102'
let store: Store
let desk: ReturnType<typeof example.deskOf>
let files: { name: string; content: Uint8Array }[]

beforeAll(async () => {
  store = await openPgliteStore('memory://')
  const [unit, room, stranger] = (await Promise.all([county, '330102001', '330102002'].map(makeUnit))) as [
    TestUnit,
    TestUnit,
    TestUnit,
  ]
  desk = example.deskOf(unit, [room])
  const write = async (by: TestUnit, period: string, seq: number, previous: string | null) =>
    example.packageOf(by, unit, {
      facts: Array.from({ length: 20 }, (_, n) => fact({ month: period, person: pseudonym(n) })),
      period,
      link: { seq, previous },
    })
  const first = await write(room, '2026-08', 1, null)
  const second = await write(room, '2026-09', 2, first.sha256)
  const gap = await write(room, '2026-11', 4, 'f'.repeat(64))
  const fork = await write(room, '2026-10', 2, 'e'.repeat(64))
  const foreign = await write(stranger, '2026-08', 1, null)
  files = Object.entries({ gap, second, foreign, first, fork }).map(([name, { bytes }]) => ({
    name,
    content: bytes,
  }))
}, 60_000)
afterAll(() => store.close())

/** A vault in memory that saves all changes or none, and whose n-th saving fails; what it holds outlives it. */
const vaultOn = (rows: Map<string, Stored<unknown> & { table: string }>, nth: number) => {
  let [drawn, saved] = [rows.size, 0]
  const session = {
    vault: {
      drawId: () => {
        drawn += 1
        return String(drawn).padStart(32, '0')
      },
    },
    me: { id: '0'.repeat(32) },
    list: async <T>(kind: RecordKind<T>) => ({
      records: [...rows.values()].filter(({ table }) => table === kind.table) as unknown as Stored<T>[],
      unreadable: 0,
    }),
    get: async (_: unknown, id: string) => rows.get(id),
    async commit(changes: readonly Change[]) {
      saved += 1
      if (saved === nth) throw new Error('disk gone')
      for (const { kind, id, expectedRevision, value } of changes) {
        expect(rows.get(id)?.revision ?? 0).toBe(expectedRevision)
        rows.set(id, {
          table: kind.table,
          id,
          revision: expectedRevision + 1,
          value: kind.schema.parse(value),
        })
      }
    },
  }
  return { session: session as unknown as Session, reached: () => saved >= nth }
}

/** Figures as they are made from the vault whenever the desk is opened. */
const figuresOf = async (rows: ReadonlyMap<string, Stored<unknown> & { table: string }>, on: Store) => {
  await emptyStore(store)
  const kept = [...rows.values()].filter(({ table }) => table === receivedPackageKind.table)
  const packages = kept.map(({ value }) => keptFile(value as { file: string }))
  const read = await Promise.all(packages.map((bytes) => readPackage(bytes, desk)))
  for (const verified of read.map(given).toSorted((a, b) => a.payload.seq - b.payload.seq))
    await takeIn(store, verified, desk.today)
  return {
    store: async () => on,
    add: (added: readonly { verified: Parameters<typeof takeIn>[1]; received: string }[]) =>
      on.transaction(async (queries) => {
        for (const { verified, received } of added) await takeIn(queries, verified, received)
      }),
  }
}

const tables = [receivedPackageKind, heldPackageKind, refusedFileKind, refusedBytesKind].map(
  ({ table }) => table,
)

test('case 57: whichever saving or call of the figures fails, nothing is half done, and a rerun completes', {
  timeout: 300_000,
}, async () => {
  const run = async (
    rows: Map<string, Stored<unknown> & { table: string }>,
    saving: number,
    call: number,
  ) => {
    const { session, reached } = vaultOn(rows, saving)
    const failing = failingStore(store, call)
    const keeping = deskKeeping(session, county, await figuresOf(rows, failing.store))
    const done = await importFiles(files, { desk, keeping }).then(
      () => true,
      (problem) => {
        expect(problem).toMatchObject({ message: 'disk gone' })
        return false
      },
    )
    return { done, reached: reached() || failing.reached() }
  }
  const counts = (rows: ReadonlyMap<string, { table: string }>) =>
    tables.map((table) => [...rows.values()].filter((row) => row.table === table).length)
  const never = Number.POSITIVE_INFINITY
  const whole = new Map()
  expect((await run(whole, never, never)).done).toBe(true)
  expect(counts(whole)).toEqual([2, 1, 2, 2])
  await figuresOf(whole, store)
  const figures = await contentHash(store)
  for (const fail of [(nth: number) => [nth, never] as const, (nth: number) => [never, nth] as const])
    for (let nth = 1; ; nth++) {
      const rows = new Map()
      const { done, reached } = await run(rows, ...fail(nth))
      expect(done, `${fail(nth)}`).toBe(!reached)
      // Both of a saving's packages, or neither; entry and file of a refusal, or neither.
      const [received, held, entries, bytes] = counts(rows)
      expect([0, 2], `${fail(nth)}`).toContain(received)
      expect(held).toBeLessThanOrEqual(1)
      expect(entries).toBe(bytes)
      if (!reached) break
      expect((await run(rows, never, never)).done).toBe(true)
      expect(counts(rows), `${fail(nth)}`).toEqual(counts(whole))
      await figuresOf(rows, store)
      expect(await contentHash(store), `${fail(nth)}`).toBe(figures)
    }
})
