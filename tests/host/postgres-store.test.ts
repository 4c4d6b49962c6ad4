import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importPackage } from '../../src/county/packages/import-package.ts'
import type { Store } from '../../src/county/store/store.ts'
import { StoreError } from '../../src/county/store/store-error.ts'
import { openStore } from '../../src/host/open-store.ts'
import { moveContract } from '../county/move-contract.ts'
import { reportsTo, storeContract, takeAll } from '../county/store-contract.ts'
import { cuttingProxy } from '../support/cutting-proxy.ts'
import { makePostgres, noPostgres, type PostgresServer } from '../support/postgres-server.ts'
import { secretsOf, shownError } from '../support/shown-error.ts'
import { digests } from '../support/store-digests.ts'

const title = noPostgres === null ? 'PostgreSQL' : `PostgreSQL, skipped: ${noPostgres}`

describe.skipIf(noPostgres !== null)(title, { timeout: 60_000 }, () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await makePostgres()
  }, 60_000)
  afterAll(() => server?.remove(), 60_000)

  const newPlace = async () => {
    const address = await server.newDatabase()
    return { open: () => openStore(address), remove: async () => undefined }
  }
  storeContract('PostgreSQL', newPlace)
  moveContract('PostgreSQL', newPlace)

  const problemOf = async (work: Promise<unknown>): Promise<StoreError> => {
    const problem = await work.then(
      () => expect.fail('nothing was refused'),
      (error: unknown) => error,
    )
    if (!(problem instanceof StoreError)) throw problem
    expect(problem.cause).toBeUndefined()
    for (const secret of secretsOf(server.port)) expect(shownError(problem)).not.toContain(secret)
    return problem
  }

  describe('opening', () => {
    it('makes one store when two begin at once', async () => {
      const address = await server.newDatabase()
      const stores = await Promise.all([1, 2, 3].map(() => openStore(address)))
      expect(await stores[0]?.query('select version from store_version')).toHaveLength(1)
      for (const store of stores) await store.close()
    })

    it.each([
      ['of an earlier version', 'update store_version set version = version - 1'],
      ['of a later version', 'update store_version set version = version + 1'],
      ['of two versions', 'insert into store_version (version) values (99)'],
      ['without a version', 'drop table store_version'],
    ])('refuses a store %s and leaves it as it is', async (_, change) => {
      const address = await server.newDatabase()
      const database = address.split('/').at(-1)
      const store = await openStore(address)
      await store.query("insert into files (county, sha256, bytes) values ('330102', 'a', '')")
      await store.close()
      await server.run([change], database)
      expect((await problemOf(openStore(address))).code).toBe('STORE_VERSION')
      expect(await server.run(['select sha256 from files'], database)).toEqual([{ sha256: 'a' }])
    })

    it('refuses a database of another program that has a table of the same name', async () => {
      const address = await server.newDatabase()
      const database = address.split('/').at(-1)
      await server.run(['create table units (name text)', "insert into units values ('m')"], database)
      expect((await problemOf(openStore(address))).code).toBe('STORE_VERSION')
      expect(
        await server.run(["select tablename as name from pg_tables where schemaname = 'public'"], database),
      ).toEqual([{ name: 'units' }])
    })

    it('works for a user who may read and write and make nothing', async () => {
      const address = await server.newDatabase()
      await (await openStore(address)).close()
      const database = address.split('/').at(-1)
      await server.run(
        [
          "create role clerk login password 'clerk'",
          'grant select on store_version to clerk',
          'grant select, insert, update, delete on units, packages, counts, quarantine to clerk',
        ],
        database,
      )
      const store = await openStore(`postgres://clerk:clerk@127.0.0.1:${server.port}/${database}`)
      expect(await store.query('select code from units')).toEqual([])
      expect((await problemOf(store.query('select sha256 from files'))).code).toBe('STORE_REFUSED')
      await store.close()
    })
  })

  describe('a connection that breaks', () => {
    const broken = async (cut: 'before' | 'after', pattern: string) => {
      const address = await server.newDatabase()
      const reports = await reportsTo('330102')
      const direct = await openStore(address)
      await takeAll(direct, { ...reports, packages: [], files: [] })
      const proxy = await cuttingProxy(server.port)
      const store = await openStore(address.replace(`:${server.port}/`, `:${proxy.port}/`))
      const before = await digests(direct, '330102')
      const [verified] = reports.packages
      if (verified === undefined) throw new Error('no package')
      proxy.cutAt(pattern, cut)
      const problem = await problemOf(importPackage(store, verified, '2026-12-03'))
      return {
        direct,
        store,
        proxy,
        before,
        problem,
        again: () => importPackage(store, verified, '2026-12-03'),
      }
    }
    const end = async (store: Store, direct: Store, proxy: { close(): Promise<void> }) => {
      await store.close()
      await direct.close()
      await proxy.close()
    }

    it.each(['into packages', 'into counts'])('midway (%s) has undone everything', async (pattern) => {
      const { direct, store, proxy, before, problem, again } = await broken('before', pattern)
      expect(problem.code).toBe('STORE_UNREACHABLE')
      expect(await digests(direct, '330102')).toEqual(before)
      expect((await again()).decision).toBe('new')
      await end(store, direct, proxy)
    })

    it('while the end is confirmed may have been kept: a second run tells', async () => {
      const kept = await broken('after', 'commit')
      expect(kept.problem.code).toBe('STORE_BROKEN_OFF')
      expect((await kept.again()).decision).toBe('known')
      await end(kept.store, kept.direct, kept.proxy)

      const lost = await broken('before', 'commit')
      expect(lost.problem.code).toBe('STORE_BROKEN_OFF')
      expect(await digests(lost.direct, '330102')).toEqual(lost.before)
      expect((await lost.again()).decision).toBe('new')
      await end(lost.store, lost.direct, lost.proxy)
    })

    it('because the server stopped is told, and the same store goes on when it is back', async () => {
      const store = await openStore(await server.newDatabase())
      const reports = await reportsTo('330102')
      await takeAll(store, { ...reports, packages: [], files: [] })
      const before = await digests(store, '330102')
      const [verified] = reports.packages
      if (verified === undefined) throw new Error('no package')
      const stopped = store.transaction(async ({ query }) => {
        await query('delete from units where county = $1', ['330102'])
        await server.stop()
        await query('delete from packages where county = $1', ['330102'])
      })
      expect((await problemOf(stopped)).code).toBe('STORE_UNREACHABLE')
      expect((await problemOf(importPackage(store, verified, '2026-12-03'))).code).toBe('STORE_UNREACHABLE')
      await server.start()
      expect(await digests(store, '330102')).toEqual(before)
      expect((await importPackage(store, verified, '2026-12-03')).decision).toBe('new')
      await store.close()
    })
  })
})
