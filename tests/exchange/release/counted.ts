import type { ReleaseProfile } from '../../../src/casework/unit/unit-profile.ts'
import type { Guard } from '../../../src/exchange/release/guard.ts'
import { guardHere } from '../../../src/exchange/release/guard-here.ts'
import type { CountedPeriod } from '../../../src/exchange/release/prepare-release.ts'
import type { EarlierTable, TableAt } from '../../../src/exchange/release/table-at.ts'
import { createRandom } from '../../../src/simulation/random.ts'
import type { Fact } from '../../../src/statistics/fact.ts'
import { type ReleasePlan, readReleasePlan, tableOf } from '../../../src/statistics/release-plan.ts'
import { countTable, tabulate } from '../../../src/statistics/tabulate.ts'
import { shippedPlan } from '../../support/release-plan.ts'

/** What the tests round and break ties with. */
export const roomKeys = { rounding: 'A'.repeat(43) }

export interface Given {
  plan?: ReleasePlan
  period?: string
  profile?: ReleaseProfile
  earlier?: readonly EarlierTable[]
}

/** A period of these facts, as the room counts it. */
export const countedOf = (
  facts: readonly Fact[],
  { plan = shippedPlan, period = '2026-Q4', profile = 'large', earlier = [] }: Given = {},
): CountedPeriod => ({
  plan,
  period,
  tables: tabulate(facts, plan, period, profile),
  count: (table) => countTable(facts, plan, table, period),
  earlier,
})

/** A guard in this thread, its sample drawn from a seed. */
export const testGuard = (seconds = 120): Guard => {
  const random = createRandom('release')
  return guardHere({ seconds, draw: () => random.next() })
}

/** Tables of an earlier release, as its ledger keeps them. */
export const releasedBefore = (
  { plan, period, tables }: CountedPeriod,
  released: readonly { id: string; cells: (number | null)[] }[],
): TableAt[] =>
  released.flatMap(({ id, cells }) => {
    const table = tableOf(plan, id)
    const counted = tables.find((one) => one.id === id)
    return table && counted ? [{ table, period, counted, released: cells }] : []
  })

const title = { 'zh-CN': '示例', en: 'Example' }
const codes = (...all: string[]) => all.map((code) => ({ code, label: title }))

/** A small plan of a test: dimensions for sex, age in three groups and a sensitive band, and the tables asked for. */
export const planOf = (tables: readonly object[]): ReleasePlan =>
  readReleasePlan({
    format: 'anxin-release-plan/3',
    id: 'test',
    version: 1,
    fromYear: 2025,
    places: [],
    dimensions: [
      {
        id: 'sex',
        title,
        from: ['sex'],
        sensitive: false,
        under: null,
        codes: codes('female', 'male'),
        rest: 'male',
      },
      {
        id: 'ageBand',
        title,
        from: ['ageBand'],
        sensitive: false,
        under: null,
        codes: codes('18to39', '40to59', '60plus'),
        rest: '60plus',
      },
      {
        id: 'reason',
        title,
        from: ['category'],
        sensitive: false,
        under: null,
        codes: codes('a', 'b', 'c'),
        rest: 'c',
      },
    ],
    tables: tables.map((table) => ({
      class: 'S',
      k: 5,
      zeros: 'withheld',
      title,
      unit: 'event',
      counts: ['closure'],
      only: null,
      measure: 'entries',
      period: 'quarter',
      stock: false,
      profile: 'small',
      replaces: [],
      ...table,
    })),
  })
