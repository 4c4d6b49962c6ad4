import { base64url } from 'jose'
import { type KeyedDraw, roundAdditively } from '../disclosure/additive-rounding.ts'
import { type ReleasePlan, ReleasePlanError, tableOf } from '../statistics/release-plan.ts'
import type { CountTable } from '../statistics/tabulate.ts'
import { lateBase } from './package-payload.ts'
import type { ReleasedTable } from './protection.ts'
import type { UnitKeys } from './unit-keys.ts'

/** Rounds counted tables with the room's secret: the same counts of the same persons always give the same figures. */
export async function roundTables(
  counted: readonly CountTable[],
  plan: ReleasePlan,
  period: string,
  { rounding }: Pick<UnitKeys, 'rounding'>,
): Promise<ReleasedTable[]> {
  const draw = await keyedDraw(base64url.decode(rounding))
  return Promise.all(
    counted.map(async ({ id, cells, members }) => {
      const table = tableOf(plan, id)
      if (!table) throw new ReleasePlanError(`no table ${id}`)
      if (table.class === 'P') return { id, k: null, cells }
      // Nothing protects them here: all of it stays in the room.
      if (table.class === 'S') return { id, k: table.k, cells: cells.map(() => null) }
      const keyPeriod = table.stock ? null : period
      return {
        id,
        k: null,
        cells: await roundAdditively({ id, cells, members, period: keyPeriod, base: table.base }, draw),
      }
    }),
  )
}

/** How many records came late, rounded like a class A cell. `members`: a digest of which records they are. */
export async function roundLate(
  { count, members, period }: { count: number; members: string; period: string },
  { rounding }: Pick<UnitKeys, 'rounding'>,
): Promise<number> {
  const draw = await keyedDraw(base64url.decode(rounding))
  const late = { id: 'late-entries', cells: [count], members: [members], period, base: lateBase }
  return (await roundAdditively(late, draw))[0] ?? 0
}

/** Draws from HMAC-SHA256: 48 of its bits as a number in [0, 1). */
export async function keyedDraw(secret: Uint8Array): Promise<KeyedDraw> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', secret.slice(), algorithm, false, ['sign'])
  return async (message) => {
    const code = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(message))
    const view = new DataView(code)
    return (view.getUint16(0) * 2 ** 32 + view.getUint32(2)) / 2 ** 48
  }
}
