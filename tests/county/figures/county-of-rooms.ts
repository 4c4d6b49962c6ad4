import type { ReleaseProfile } from '../../../src/casework/unit/unit-profile.ts'
import type { Queries } from '../../../src/county/store/store.ts'
import type { Unit } from '../../../src/county/units/unit.ts'
import { putUnit } from '../../../src/county/units/units.ts'
import { roundToBase } from '../../../src/disclosure/additive-rounding.ts'
import { createRandom } from '../../../src/simulation/random.ts'
import { gridSize } from '../../../src/statistics/axis.ts'
import { foldInto } from '../../../src/statistics/fold.ts'
import { monthsOf, periodKindOf } from '../../../src/statistics/period.ts'
import { publishedTables } from '../../../src/statistics/published-tables.ts'
import { dimensionsOf, type PlannedTable, type ReleasePlan } from '../../../src/statistics/release-plan.ts'

export const desk = '330102'
export const plan = 'p'.repeat(64)

/** What a made-up room is, and which periods came from it. */
export interface MadeRoom {
  code: string
  township: string | null
  profile: ReleaseProfile
  duty?: Unit['duty']
  from?: string
  until?: string | null
  came: readonly string[]
}

/** True counts of a room's month, by the finest table that counts the same; the truth of any coarser one is a fold of it. */
export type Truth = (room: string, month: string, finest: PlannedTable) => number[]

export const truthOf =
  (releasePlan: ReleasePlan, seed: string, most: number): Truth =>
  (room, month, finest) => {
    const random = createRandom(`${seed}/${room}/${month}/${finest.id}`)
    return Array.from({ length: gridSize(releasePlan, finest) }, () => random.int(0, most))
  }

/** The table that every other of its family folds into from, itself where it is alone. */
const finestOf = ({ tables }: ReleasePlan, table: PlannedTable): PlannedTable =>
  tables.find(
    ({ replaces, id }) => replaces.includes(table.id) && !tables.some((one) => one.replaces.includes(id)),
  ) ?? table

/** The true counts of a table for one room and one period. */
export function trueCells(
  releasePlan: ReleasePlan,
  truth: Truth,
  table: PlannedTable,
  room: string,
  period: string,
): number[] {
  const finest = finestOf(releasePlan, table)
  const places =
    finest === table ? null : foldInto(dimensionsOf(releasePlan, finest), dimensionsOf(releasePlan, table))
  const cells = Array.from({ length: gridSize(releasePlan, table) }, () => 0)
  for (const month of monthsOf(period))
    for (const [cell, n] of truth(room, month, finest).entries()) {
      const place = places?.[cell] ?? cell
      cells[place] = (cells[place] ?? 0) + n
    }
  return cells
}

export const unitOf = (level: Unit['level'], code: string, more: Partial<Unit> = {}): Unit => ({
  level,
  code,
  name: `示例${code}`,
  parent: null,
  contact: '',
  duty: 'month',
  residents: null,
  from: '2025-01-01',
  until: null,
  ...more,
})

/** Enters rooms with what they sent, rounded as a room rounds, straight into the store. */
export async function enterRooms(
  queries: Queries,
  releasePlan: ReleasePlan,
  truth: Truth,
  rooms: readonly MadeRoom[],
): Promise<void> {
  const random = createRandom('rounding')
  for (const { code, township, profile, duty = 'month', from = '2025-01-01', until = null, came } of rooms) {
    await putUnit(queries, desk, unitOf('room', code, { parent: township, duty, from, until }))
    for (const [at, period] of came.entries()) {
      await queries.query(
        `insert into packages (county, sha256, unit, period, chain, seq, previous, plan, profile, created, received, late)
         values ($1, $2, $3, $4, 'c', $5, null, $6, $7, '2026-12-31', '2026-12-31', 0)`,
        [desk, `${code} ${period}`, code, period, at + 1, plan, profile],
      )
      for (const table of publishedTables(releasePlan, profile, periodKindOf(period))) {
        const base = table.class === 'A' ? table.base : 1
        const cells = trueCells(releasePlan, truth, table, code, period).map((n) =>
          table.class === 'S' ? (n < table.k ? null : n) : roundToBase(n, base, random.next()),
        )
        await queries.query(
          'insert into counts (county, unit, period, table_id, plan, k, cells) values ($1, $2, $3, $4, $5, $6, $7)',
          [desk, code, period, table.id, plan, table.class === 'S' ? table.k : null, cells],
        )
      }
    }
  }
}
