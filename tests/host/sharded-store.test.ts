import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importPackage } from '../../src/county/packages/import-package.ts'
import { storeTables } from '../../src/county/store/schema.ts'
import { citusStatements } from '../../src/county/store/sharded-schema.ts'
import type { Store } from '../../src/county/store/store.ts'
import { unitOfCard } from '../../src/county/units/unit-of-card.ts'
import { putUnit } from '../../src/county/units/units.ts'
import type { VerifiedPackage } from '../../src/exchange/read-package.ts'
import { openStore } from '../../src/host/open-store.ts'
import { moveContract } from '../county/move-contract.ts'
import { reportsTo, storeContract, takeAll } from '../county/store-contract.ts'
import { emptyStore } from '../support/county.ts'
import { noPostgres, type PostgresServer } from '../support/postgres-server.ts'
import { makeSharded, type ShardedPostgres } from '../support/sharded-postgres.ts'
import { secretsOf, shownError } from '../support/shown-error.ts'
import { digests } from '../support/store-digests.ts'

it('writes for Citus what its documentation asks for', () => {
  const [first, ...others] = citusStatements
  expect(first).toBe("select create_distributed_table('units', 'county')")
  expect(others.pop()).toBe("select create_reference_table('store_version')")
  expect(others).toHaveLength(storeTables.length - 1)
  for (const statement of others)
    expect(statement).toMatch(
      /^select create_distributed_table\('\w+', 'county', colocate_with => 'units'\)$/,
    )
})

it('statements keep to what a coordinator without keys can do', () => {
  const sources = globSync('src/county/**/*.ts').filter((file) => !file.endsWith('sharded-schema.ts'))
  expect(sources.length).toBeGreaterThan(20)
  for (const file of sources)
    expect(`${file}: ${readFileSync(file, 'utf8')}`).not.toMatch(
      /^\s*on conflict|\breferences \w+ ?\(|\bserial\b/im,
    )
})

const isLong = process.env.ANXIN_LONG !== undefined
const title = noPostgres === null ? 'three shards' : `three shards, skipped: ${noPostgres}`
describe.skipIf(!isLong || noPostgres !== null)(title, { timeout: 120_000 }, () => {
  let sharded: ShardedPostgres
  beforeAll(async () => {
    sharded = await makeSharded()
  }, 120_000)
  afterAll(() => sharded?.remove(), 60_000)

  const place = async () => ({ open: () => openStore(sharded.address), remove: async () => undefined })
  storeContract('sharded PostgreSQL', place)
  moveContract('sharded PostgreSQL', place)

  /** Rooms entered for desks until every shard has one; the desks by shard. */
  const deskOnEachShard = async (store: Store): Promise<string[]> => {
    const found: string[] = []
    for (let code = 330_101; found.filter(Boolean).length < sharded.shards.length; code++) {
      const card = { unit: `${code}001`, name: 'x', created: '2026-01-01' }
      await putUnit(store, String(code), unitOfCard(card))
      for (const [n, shard] of sharded.shards.entries()) {
        const [row] = await shard.run([
          `select count(*)::integer as rows from units where county = '${code}'`,
        ])
        if (row?.rows === 1) found[n] ??= String(code)
      }
      await store.query('delete from units where county = $1', [String(code)])
    }
    return found
  }
  const onEvery = (desk: string) =>
    Promise.all(
      [sharded.coordinator, ...sharded.shards].map(async (server) => {
        const [row] = await server.run([
          `select (select count(*) from packages where county = '${desk}')::integer as packages,
                  (select count(*) from counts where county = '${desk}')::integer as counts`,
        ])
        return row
      }),
    )

  it('hold each desk on one server, and all desks together on all', async () => {
    const store = await openStore(sharded.address)
    const desks = await deskOnEachShard(store)
    expect(new Set(desks).size).toBe(3)
    for (const desk of desks) await takeAll(store, await reportsTo(desk))
    for (const [n, desk] of desks.entries()) {
      const [whole, ...parts] = await onEvery(desk)
      expect(whole).toMatchObject({ packages: 4 })
      expect(parts).toEqual(parts.map((_, at) => (at === n ? whole : { packages: 0, counts: 0 })))
    }
    await emptyStore(store)
    await store.close()
  })

  it.each(['before the first statement', 'after the package', 'after the counts', 'before the end'])(
    'one of them stopped in the middle of an import (%s): told, nothing half-done, and it goes on later',
    async (moment) => {
      const store = await openStore(sharded.address)
      const desks = await deskOnEachShard(store)
      const n = 1
      const [elsewhere = '', desk = ''] = desks
      const shard = sharded.shards[n] as PostgresServer
      const [reports, others] = await Promise.all([reportsTo(desk), reportsTo(elsewhere)])
      const [first, ...later] = reports.packages as [VerifiedPackage, ...VerifiedPackage[]]
      await takeAll(store, { ...reports, packages: [first] })
      await takeAll(store, { ...others, packages: [] })
      const before = await digests(store, desk)
      const everywhere = await onEvery(desk)

      const stopping: Store = {
        ...store,
        transaction: (work) =>
          store.transaction(async ({ query }) => {
            if (moment === 'before the first statement') await shard.stop()
            const result = await work({
              async query(statement, parameters) {
                const rows = await query(statement, parameters)
                if (moment === 'after the package' && statement.includes('into packages')) await shard.stop()
                if (moment === 'after the counts' && statement.includes('into counts')) await shard.stop()
                return rows as never
              },
            })
            if (moment === 'before the end') await shard.stop()
            return result
          }),
      }
      const [next] = later
      if (next === undefined) throw new Error('no package')
      const problem = await importPackage(stopping, next, '2026-12-03').then(
        () => expect.fail('was taken in'),
        (error: unknown) => error,
      )
      // Where only the end was left to confirm, nobody can know: a second run tells.
      const isEnd = moment === 'before the end' || moment === 'after the counts'
      expect(['STORE_UNREACHABLE', ...(isEnd ? ['STORE_BROKEN_OFF'] : [])]).toContain(
        (problem as { code?: unknown }).code,
      )
      for (const server of [sharded.coordinator, ...sharded.shards])
        for (const secret of secretsOf(server.port)) expect(shownError(problem)).not.toContain(secret)

      // The desks of the other servers go on meanwhile.
      const [other] = others.packages
      if (other !== undefined) expect((await importPackage(store, other, '2026-12-03')).decision).toBe('new')
      await expect(importPackage(store, next, '2026-12-03')).rejects.toMatchObject({
        code: 'STORE_UNREACHABLE',
      })

      await shard.start()
      expect(await digests(store, desk)).toEqual(before)
      expect(await onEvery(desk)).toEqual(everywhere)
      for (const verified of later)
        expect((await importPackage(store, verified, '2026-12-03')).decision).toBe('new')
      expect((await importPackage(store, next, '2026-12-03')).decision).toBe('known')
      await emptyStore(store)
      await store.close()
    },
  )
})
