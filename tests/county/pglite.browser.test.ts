import { expect, it } from 'vitest'
import { completeness } from '../../src/county/board/completeness.ts'
import { totals } from '../../src/county/figures/totals.ts'
import { openPgliteStore } from '../../src/county/store/pglite-store.ts'
import { unitOfCard } from '../../src/county/units/unit-of-card.ts'
import { putUnit } from '../../src/county/units/units.ts'
import { contentHash, receive } from '../support/county.ts'
import { examplePlan } from '../support/example-plan.ts'
import { example, makeUnit, exampleReference as planReference } from '../support/exchange.ts'
import { fact, pseudonym } from '../support/facts.ts'

const { deskOf, packageOf } = example

it('keeps a county’s figures in the browser over a restart', { timeout: 120_000 }, async () => {
  const [county, one, two] = await Promise.all(['330102', '330102001', '330102002'].map(makeUnit))
  if (!county || !one || !two) throw new Error('no units')
  const desk = deskOf(county, [one, two])
  const place = `idb://county-test-${crypto.getRandomValues(new Uint32Array(1))}`
  const facts = Array.from({ length: 300 }, (_, n) => fact({ person: pseudonym(n) }))
  const asked = {
    county: '330102',
    planSha256: planReference.sha256,
    table: 'clients-sex-age',
    period: '2026-11',
  }

  const store = await openPgliteStore(place)
  for (const unit of [one, two]) {
    await putUnit(store, '330102', unitOfCard(unit.card))
    const { bytes } = await packageOf(unit, county, { facts })
    expect(await receive(store, bytes, desk)).toEqual({ decision: 'new', unusual: [] })
    expect(await receive(store, bytes.slice(0, -1), desk)).toEqual({
      decision: 'unread',
      code: 'PACKAGE_DAMAGED',
    })
  }
  const before = await contentHash(store)
  const sums = await totals(store, examplePlan, asked)
  expect(sums).toMatchObject({ units: 2, errorBound: 4 })
  expect(sums?.cells.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(596)
  await store.close()

  const reopened = await openPgliteStore(place)
  expect(await contentHash(reopened)).toBe(before)
  expect(await totals(reopened, examplePlan, asked)).toEqual(sums)
  expect((await completeness(reopened, '330102')).map(({ periods }) => periods)).toEqual([
    ['2026-11'],
    ['2026-11'],
  ])
  await reopened.close()
})
