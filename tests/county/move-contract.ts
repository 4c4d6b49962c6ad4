import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { totals } from '../../src/county/figures/totals.ts'
import { moveCounty } from '../../src/county/move/move-county.ts'
import { openPgliteStore } from '../../src/county/store/pglite-store.ts'
import type { Parameter, Store } from '../../src/county/store/store.ts'
import { emptyStore, failingStore } from '../support/county.ts'
import { examplePlan } from '../support/example-plan.ts'
import { exampleReference } from '../support/exchange.ts'
import { codeOf, given } from '../support/outcome.ts'
import { digests } from '../support/store-digests.ts'
import { reportsTo, type StorePlace, takeAll } from './store-contract.ts'

/** What moving a desk from PGlite to this engine and back has to do. */
export const moveContract = (name: string, make: () => Promise<StorePlace>): void => {
  describe(`moving a desk to ${name} and back`, { timeout: 120_000 }, () => {
    const county = '330102'
    let place: StorePlace
    let [from, to, back] = [] as unknown as [Store, Store, Store]
    const everywhere = async () => ({
      here: await digests(to, county),
      there: await digests(from, county),
      others: [await digests(to, '330103'), await digests(from, '330103')],
    })

    beforeAll(async () => {
      place = await make()
      ;[from, to, back] = await Promise.all([
        openPgliteStore('memory://'),
        place.open(),
        openPgliteStore('memory://'),
      ])
      await takeAll(from, await reportsTo(county))
      await takeAll(from, await reportsTo('330103'))
    }, 120_000)
    beforeEach(async () => {
      await emptyStore(to)
      await emptyStore(back)
    })
    afterAll(async () => {
      for (const store of [from, to, back]) await store?.close()
      await place?.remove()
    }, 60_000)

    it('copies every row of it, and nothing of another', async () => {
      await from.query(
        `insert into counts (county, unit, period, table_id, plan, k, cells)
         select '330102', '330102009', 'p' || n % 60, 't' || n, 'p', null, array[n, null] from generate_series(1, 4500) as n`,
      )
      await from.query(
        `insert into files (county, sha256, bytes)
         select '330102', 'x' || n, decode(lpad(to_hex(n), 8, '0'), 'hex') from generate_series(1, 230) as n`,
      )
      const before = await everywhere()
      const { tables, sums } = given(await moveCounty(from, to, county))
      expect(tables).toEqual(before.there)
      expect(tables.find(({ table }) => table === 'counts')?.rows).toBeGreaterThan(4_500)
      expect(sums).toBeGreaterThan(4_500)
      expect(await everywhere()).toEqual({ ...before, here: before.there })
      const asked = { county, planSha256: exampleReference.sha256, table: 'calls', period: '2026-11' }
      const sum = await totals(from, examplePlan, asked)
      expect(sum?.units).toBe(3)
      expect(await totals(to, examplePlan, asked)).toEqual(sum)

      expect(codeOf(await moveCounty(from, to, county))).toBe('MOVE_TARGET_NOT_EMPTY')
      expect(given(await moveCounty(to, back, county)).tables).toEqual(tables)
      expect(await digests(back, county)).toEqual(before.there)

      await from.query("delete from counts where unit = '330102009'")
      await from.query("delete from files where sha256 like 'x%'")
    })

    it('is refused where there is nothing to move, and onto itself', async () => {
      const before = await everywhere()
      expect(codeOf(await moveCounty(from, to, '330109'))).toBe('MOVE_SOURCE_EMPTY')
      expect(codeOf(await moveCounty(to, from, county))).toBe('MOVE_SOURCE_EMPTY')
      expect(codeOf(await moveCounty(from, from, county))).toBe('MOVE_TARGET_NOT_EMPTY')
      expect(await everywhere()).toEqual(before)
      given(await moveCounty(from, to, '330103'))
      const second = await place.open()
      expect(codeOf(await moveCounty(to, second, '330103'))).toBe('MOVE_TARGET_NOT_EMPTY')
      if (second !== to) await second.close()
    })

    it('leaves both as they were, whichever statement fails on either side', async () => {
      const small = '330103'
      const before = await everywhere()
      for (const side of ['source', 'target']) {
        let failing = 1
        for (; ; failing++) {
          const { store, reached } = failingStore(side === 'source' ? from : to, failing)
          const moved = side === 'source' ? moveCounty(store, to, small) : moveCounty(from, store, small)
          const end = await moved.then(
            ({ ok }) => ok,
            (problem: unknown) => String(problem),
          )
          if (!reached()) {
            expect(end).toBe(true)
            break
          }
          expect(end).toBe('Error: disk gone')
          const now = await everywhere()
          // Only the target's very last answer comes after everything stands there.
          if (side === 'target' && JSON.stringify(now) !== JSON.stringify(before)) break
          expect(now).toEqual(before)
        }
        expect(failing).toBeGreaterThan(side === 'source' ? 8 : 20)
        expect(await digests(to, small)).toEqual(before.others[1])
        await emptyStore(to)
      }
    })

    it.each([
      ['a count', 'into counts', (value: unknown) => (Array.isArray(value) ? [...value, 1] : value)],
      ['a duty', 'into units', (value: unknown) => (value === 'month' ? 'none' : value)],
      [
        'a byte',
        'into files',
        (value: unknown) => (value instanceof Uint8Array ? value.map((byte) => byte ^ 1) : value),
      ],
    ])('is undone when %s did not arrive as it was sent', async (_, statement, changed) => {
      const before = await everywhere()
      const careless: Store = {
        ...to,
        transaction: (work) =>
          to.transaction(({ query }) =>
            work({
              query: (text, parameters = []) =>
                query(
                  text,
                  text.includes(statement)
                    ? parameters.map(changed as (value: Parameter) => Parameter)
                    : parameters,
                ),
            }),
          ),
      }
      await expect(moveCounty(from, careless, county)).rejects.toMatchObject({ code: 'MOVE_NOT_VERIFIED' })
      expect(await everywhere()).toEqual(before)
    })
  })
}
