import { expect, test } from 'vitest'
import { attackRelease } from '../../../src/exchange/release/attack-release.ts'
import { linkedSets } from '../../../src/exchange/release/linked-sets.ts'
import { prepareRelease } from '../../../src/exchange/release/prepare-release.ts'
import { tableOf } from '../../../src/statistics/release-plan.ts'
import { fact, pseudonym } from '../../support/facts.ts'
import { countedOf, planOf, roomKeys, testGuard } from './counted.ts'

const pairs = [
  { id: 'sex-age', dims: ['sex', 'ageBand'] },
  { id: 'sex-reason', dims: ['sex', 'reason'] },
  { id: 'age-reason', dims: ['ageBand', 'reason'] },
]
const cells = ['female', 'male'].flatMap((sex) =>
  ['18to39', '40to59', '60plus'].flatMap((ageBand) =>
    ['a', 'b', 'c'].map((category) => [sex, ageBand, category]),
  ),
)
/** Closures of so many persons in each inner cell. */
const closures = (counts: readonly number[]) =>
  counts.flatMap((count, place) => {
    const [sex, ageBand, category] = cells[place] ?? []
    const given = { kind: 'closure', sex, ageBand, category } as Partial<Parameters<typeof fact>[0]>
    return Array.from({ length: count }, (_, n) => fact({ ...given, person: pseudonym(place * 100 + n) }))
  })

test('abuse case 5: of three two-way tables no inner cell under k may follow', async () => {
  // One woman of 40 to 59 for reason b; everybody else stands in cells of at least 9.
  const counts = cells.map((_, place) => (place === 4 ? 1 : 9 + place))
  const counted = countedOf(closures(counts), { plan: planOf(pairs) })
  const now = counted.tables.flatMap((truth) => {
    const table = tableOf(counted.plan, truth.id)
    return table ? [{ table, period: counted.period, counted: truth, released: truth.cells }] : []
  })
  const [linked, ...others] = linkedSets(counted.plan, { now, earlier: [], count: counted.count })
  expect(others).toEqual([])
  expect(linked?.tables.map(({ id }) => id)).toEqual(pairs.map(({ id }) => id))
  expect(linked?.set.cells.filter(({ joint }) => joint)).toEqual([
    {
      at: { sex: 'sex:female', ageBand: 'ageBand:40to59', reason: 'reason:b' },
      n: 1,
      persons: 1,
      joint: true,
    },
  ])
  // A margin that two tables share is one cell.
  const listed = linked?.set.cells.map(({ at }) => JSON.stringify(Object.entries(at).sort()))
  expect(new Set(listed).size).toBe(listed?.length)

  const guard = testGuard()
  const { tables } = await prepareRelease(counted, roomKeys, guard)
  await attackRelease(tables, counted, guard)
})

test('abuse case 5: margins that pin an inner cell down are refused as they stand', async () => {
  // Men came for reason a alone, and zeros are shown: the rest of each margin is women, of whom one of 18 to 39 came for it.
  const counts = cells.map(([sex, ageBand, category]) =>
    sex === 'male' ? (category === 'a' ? 30 : 0) : ageBand === '18to39' && category === 'a' ? 1 : 30,
  )
  const plan = planOf(pairs.map((pair) => ({ ...pair, zeros: 'published' })))
  const counted = countedOf(closures(counts), { plan })
  const guard = testGuard()
  const { tables } = await prepareRelease(counted, roomKeys, guard)
  const protection = await attackRelease(tables, counted, guard)
  expect(protection.withheld).toBeGreaterThan(0)
  const open = counted.tables.map(({ id, cells: n }) => ({ id, k: 5, cells: n }))
  await expect(attackRelease(open, counted, guard)).rejects.toMatchObject({ code: 'RELEASE_NOT_PROTECTED' })
})
