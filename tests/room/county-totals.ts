import type { CountyFigure } from '../../src/room/contract/county-figures.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { given } from '../support/outcome.ts'

/** A whole table added up over the desk for one period; null when nothing came and nothing was due. */
export const countyTotals = async (
  county: RoomApi,
  { table, period }: { table: string; period: string },
): Promise<CountyFigure | null> => {
  const { tables } = await county.countyPicture()
  const by = tables.find(({ id }) => id === table)?.dims.map(({ id }) => id) ?? []
  const asked = { table, periods: [period], level: 'desk' as const, within: null, by, at: {} }
  return given(await county.countyFigures(asked)).figures[0] ?? null
}
