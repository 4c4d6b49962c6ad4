import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { completeness } from '../../src/county/board/completeness.ts'
import { totals } from '../../src/county/figures/totals.ts'
import { importPackage, previewImport } from '../../src/county/packages/import-package.ts'
import { rebuild } from '../../src/county/packages/rebuild.ts'
import { storeTables } from '../../src/county/store/schema.ts'
import type { Parameter, Store } from '../../src/county/store/store.ts'
import { unitOfCard } from '../../src/county/units/unit-of-card.ts'
import { putUnit } from '../../src/county/units/units.ts'
import { type PackageDesk, readPackage, type VerifiedPackage } from '../../src/exchange/read-package.ts'
import { emptyStore, failingStore } from '../support/county.ts'
import { examplePlan } from '../support/example-plan.ts'
import { example, exampleReference, given, makeUnit, type TestUnit } from '../support/exchange.ts'
import { fact, pseudonym } from '../support/facts.ts'
import { digests } from '../support/store-digests.ts'

/** Where a store is; `open` gives another way into the same one, as another program has it. */
export interface StorePlace {
  open(): Promise<Store>
  remove(): Promise<void>
}

/** One county's reports: three rooms of different sizes, two months, one of them silent in the first. */
export interface Reports {
  desk: PackageDesk
  rooms: TestUnit[]
  files: Uint8Array[]
  packages: VerifiedPackage[]
}

export const reportsTo = async (code: string): Promise<Reports> => {
  const county = await makeUnit(code)
  const rooms = await Promise.all(['001', '002', '003'].map((room) => makeUnit(`${code}${room}`)))
  const [one, two, large] = rooms as [TestUnit, TestUnit, TestUnit]
  const desk = example.deskOf(county, rooms)
  const work = (people: number, month: string) =>
    Array.from({ length: people }, (_, n) =>
      fact({ month, person: pseudonym(n), sex: n % 3 === 0 ? 'male' : 'female' }),
    )
  const october = await example.packageOf(one, county, { facts: work(40, '2026-10'), period: '2026-10' })
  const written = [
    october,
    await example.packageOf(one, county, {
      facts: work(50, '2026-11'),
      link: { seq: 2, previous: october.sha256 },
    }),
    await example.packageOf(two, county, { facts: work(37, '2026-11') }),
    await example.packageOf(large, county, { facts: work(400, '2026-11'), profile: 'large' }),
  ]
  const files = written.map(({ bytes }) => bytes)
  const packages = await Promise.all(files.map(async (bytes) => given(await readPackage(bytes, desk))))
  return { desk, rooms, files, packages }
}

/** Enters the rooms and takes everything in, as the command line does without a vault. */
export const takeAll = async (store: Store, { desk, rooms, packages, files }: Reports): Promise<string[]> => {
  const county = desk.addressee.unit
  await store.transaction(async (queries) => {
    for (const { card } of rooms) await putUnit(queries, county, unitOfCard(card))
  })
  const decisions: string[] = []
  for (const [place, verified] of packages.entries()) {
    decisions.push((await importPackage(store, verified, '2026-12-03')).decision)
    await store.transaction(async ({ query }) => {
      const key = [county, verified.sha256]
      await query('delete from files where county = $1 and sha256 = $2', key)
      await query('insert into files (county, sha256, bytes) values ($1, $2, $3)', [
        ...key,
        files[place] ?? new Uint8Array(),
      ])
    })
  }
  return decisions
}

/** What a Store has to do, whichever engine holds it. */
export const storeContract = (name: string, make: () => Promise<StorePlace>): void => {
  describe(name, { timeout: 120_000 }, () => {
    let place: StorePlace
    let store: Store
    let here: Reports
    let other: Reports

    beforeAll(async () => {
      ;[place, here, other] = await Promise.all([make(), reportsTo('330102'), reportsTo('330103')])
      store = await place.open()
    }, 120_000)
    beforeEach(() => emptyStore(store))
    afterAll(async () => {
      await store?.close()
      await place?.remove()
    }, 60_000)

    const county = '330102'
    const asked = { county, planSha256: exampleReference.sha256, table: 'clients-sex-age', period: '2026-11' }

    describe('values', () => {
      const put = (cells: Parameter, bytes: Parameter, text: string) =>
        store.transaction(async ({ query }) => {
          await query(
            'insert into counts (county, unit, period, table_id, plan, k, cells) values ($1, $2, $3, $4, $5, $6, $7)',
            [county, text, '2026-11', 't', 'p', null, cells],
          )
          await query('insert into files (county, sha256, bytes) values ($1, $2, $3)', [county, text, bytes])
        })

      it.each([
        [[1, null, 3]],
        [[]],
        [[null]],
        [[0, 2_147_483_647, -1]],
        [Array.from({ length: 2_000 }, (_, n) => (n % 7 === 0 ? null : n))],
      ])('lists come back as they went in (%#)', async (cells) => {
        await put(cells, new Uint8Array(), 'x')
        expect(await store.query('select cells, k from counts')).toEqual([{ cells, k: null }])
      })

      it.each([0, 1, 256, 1_000_000])('%d bytes come back as they went in', async (length) => {
        const bytes = Uint8Array.from({ length }, (_, n) => n % 256)
        await put([], bytes, 'x')
        const [row] = await store.query<{ bytes: Uint8Array }>('select bytes from files')
        expect(row?.bytes.constructor).toBe(Uint8Array)
        expect(row?.bytes).toEqual(bytes)
      })

      it.each(["o'clock", '安心 \u{20000}', 'a\\b\n\t"{},', ' ', '$1; drop table units'])(
        'text comes back as it went in: %j',
        async (text) => {
          await put([], new Uint8Array(), text)
          expect(await store.query('select unit from counts where unit = $1', [text])).toEqual([
            { unit: text },
          ])
        },
      )

      it('numbers and truth come as such when cast, nothing as null', async () => {
        expect(
          await store.query(
            `select count(*)::integer as rows, sum(seq)::float8 as sum, 7::integer as seven, true as yes,
                    0.1::float8 as tenth, array['a', null]::text[] as words from packages`,
          ),
        ).toEqual([{ rows: 0, sum: null, seven: 7, yes: true, tenth: 0.1, words: ['a', null] }])
      })

      it('a list of words is looked for', async () => {
        for (const text of ['a', 'b', '安, "心"']) await put([], new Uint8Array(), text)
        const found = await store.query(
          'select unit from counts where unit = any($1::text[]) order by unit',
          [['b', '安, "心"', 'none']],
        )
        expect(found).toEqual([{ unit: 'b' }, { unit: '安, "心"' }])
      })

      it('words are in the order of their bytes, in any language', async () => {
        for (const text of ['b', 'B', 'a', '_', 'ä', '安', 'A1', 'a1']) await put([], new Uint8Array(), text)
        const rows = await store.query<{ unit: string }>('select unit from counts order by unit')
        expect(rows.map(({ unit }) => unit)).toEqual(['A1', 'B', '_', 'a', 'a1', 'b', 'ä', '安'])
      })
    })

    describe('keys', () => {
      it.each(storeTables.flatMap(({ name, columns, keys }) => keys.map((key) => ({ name, columns, key }))))(
        '$name has nothing twice in $key',
        async ({ name, columns, key }) => {
          const insert = (n: number) => {
            const values = Object.entries(columns).map(([column, type]): Parameter => {
              const different = key.includes(column) ? 0 : n
              if (type.includes('[]')) return [different]
              if (/^(integer|float8)/.test(type)) return different
              if (type.startsWith('bytea')) return Uint8Array.of(different)
              return String(different)
            })
            const places = values.map((_, at) => `$${at + 1}`)
            return store.query(`insert into ${name} (${Object.keys(columns)}) values (${places})`, values)
          }
          await insert(1)
          await expect(insert(2)).rejects.toThrow()
          expect(await store.query(`select county from ${name}`)).toHaveLength(1)
        },
      )
    })

    describe('transactions', () => {
      const file = "insert into files (county, sha256, bytes) values ($1, $2, '')"
      const files = async () =>
        (await store.query<{ sha256: string }>('select sha256 from files order by sha256')).map(
          ({ sha256 }) => sha256,
        )

      it('give what their work gives, and keep it', async () => {
        const given = await store.transaction(async ({ query }) => {
          await query(file, [county, 'a'])
          return (await query('select sha256 from files')).length
        })
        expect(given).toBe(1)
        expect(await files()).toEqual(['a'])
      })

      it('undo everything when their work throws, and the store goes on', async () => {
        const problem = new Error('on purpose')
        await expect(
          store.transaction(async ({ query }) => {
            await query(file, [county, 'a'])
            throw problem
          }),
        ).rejects.toBe(problem)
        expect(await files()).toEqual([])
        await store.query(file, [county, 'b'])
        expect(await files()).toEqual(['b'])
      })

      it('keep nothing after a statement that failed, also when that was passed over', async () => {
        await expect(
          store.transaction(async ({ query }) => {
            await query(file, [county, 'a'])
            await query('insert into files (county) values (null)').catch(() => undefined)
          }),
        ).rejects.toThrow()
        expect(await files()).toEqual([])
      })

      it('take statements asked for at once', async () => {
        await store.transaction(({ query }) =>
          Promise.all(['a', 'b', 'c'].map((sha256) => query(file, [county, sha256]))),
        )
        expect(await files()).toEqual(['a', 'b', 'c'])
      })

      it('wait for one another', async () => {
        const second = await place.open()
        const add = (to: Store) =>
          to.transaction(async ({ query }) => {
            const [row] = await query<{ rows: number }>('select count(*)::integer as rows from files')
            await query(file, [county, String(row?.rows)])
          })
        await Promise.all([add(store), add(second), add(store), add(second), add(second)])
        expect(await files()).toEqual(['0', '1', '2', '3', '4'])
        if (second !== store) await second.close()
      })

      it('take one statement at a time, so that nothing can be slipped in', async () => {
        await expect(store.query('delete from files; select 1')).rejects.toThrow()
        await expect(store.query('delete from files; select $1::text', ['x'])).rejects.toThrow()
      })
    })

    describe('a county’s months', () => {
      it('are taken in, judged, added up, listed and made anew, each desk for itself', async () => {
        expect(await takeAll(store, here)).toEqual(['new', 'new', 'new', 'new'])
        expect(await takeAll(store, other)).toEqual(['new', 'new', 'new', 'new'])
        const before = await digests(store, county)
        expect(await takeAll(store, here)).toEqual(['known', 'known', 'known', 'known'])
        expect(await digests(store, county)).toEqual(before)

        const gap = { ...(here.packages[1] as VerifiedPackage), sha256: 'f'.repeat(64) }
        expect(await previewImport(store, { ...gap, payload: { ...gap.payload, seq: 9 } })).toMatchObject({
          code: 'CHAIN_GAP',
        })
        expect(await importPackage(store, gap, '2026-12-03')).toMatchObject({ code: 'CHAIN_FORKED' })

        const sums = await totals(store, examplePlan, asked)
        expect(sums).toMatchObject({ units: 3, errorBound: 6 })
        expect(sums?.cells.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(450)
        expect((await completeness(store, county)).map(({ periods }) => periods)).toEqual([
          ['2026-10', '2026-11'],
          ['2026-11'],
          ['2026-11'],
        ])

        const elsewhere = await digests(store, '330103')
        const units = here.rooms.map(({ card }) => unitOfCard(card))
        const kept = here.files.toReversed().map((bytes) => ({ bytes, day: '2026-12-03' }))
        await store.query('delete from counts where county = $1', [county])
        expect(await rebuild(store, units, kept, here.desk)).toEqual({ taken: 4, refused: [] })
        expect(await digests(store, county)).toEqual(before)
        expect(await digests(store, '330103')).toEqual(elsewhere)
      })

      it('are all there or not at all, at whichever statement the import fails, and a second run completes', async () => {
        await takeAll(store, { ...here, packages: [], files: [] })
        for (const verified of here.packages) {
          const before = await digests(store, county)
          let kept = before
          let failing = 1
          for (; ; failing++) {
            const { store: broken, reached } = failingStore(store, failing)
            const imported = importPackage(broken, verified, '2026-12-03')
            const end = await imported.catch((problem: unknown) => String(problem))
            if (!reached()) break
            expect(end).toBe('Error: disk gone')
            kept = await digests(store, county)
            // Only the very last call is one after which everything stands: the answer did not arrive.
            if (JSON.stringify(kept) !== JSON.stringify(before)) break
          }
          expect(failing).toBeGreaterThan(4)
          expect(kept).not.toEqual(before)
          expect((await importPackage(store, verified, '2026-12-03')).decision).toBe('known')
          expect(await digests(store, county)).toEqual(kept)
          const tables = await store.query(
            'select table_id from counts where county = $1 and unit = $2 and period = $3',
            [county, verified.payload.from.unit, verified.payload.period],
          )
          expect(tables).toHaveLength(verified.payload.tables.length)
        }
      })

      it('are taken in once by two importers at the same time', async () => {
        const second = await place.open()
        for (const verified of here.packages) {
          const decisions = await Promise.all(
            [store, second, store, second].map(
              async (importer) => (await importPackage(importer, verified, '2026-12-03')).decision,
            ),
          )
          expect(decisions.sort()).toEqual(['known', 'known', 'known', 'new'])
        }
        if (second !== store) await second.close()
        const tables = here.packages.flatMap(({ payload }) => payload.tables)
        expect(await store.query('select table_id from counts')).toHaveLength(tables.length)
        expect(await store.query('select sha256 from packages')).toHaveLength(here.packages.length)
      })
    })
  })
}
