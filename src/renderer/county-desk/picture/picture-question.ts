import type { CountyTable } from '../../../room/contract/county-desk.ts'
import type { CountyFiguresAsked, CountyLevel } from '../../../room/contract/county-figures.ts'
import {
  type FigurePeriod,
  type FigurePeriodKind,
  figurePeriodKindOf,
  periodIn,
  periodsUpTo,
} from '../../../statistics/figure-period.ts'

/** The ways of looking at a table: in numbers, over time, unit by unit, or all units over time. */
export const pictureViews = ['numbers', 'trend', 'compare', 'heat'] as const
export type PictureView = (typeof pictureViews)[number]

/** A unit that was opened; its `code` null for the rooms of which nobody has said where they belong. */
export interface OpenedUnit {
  level: Exclude<CountyLevel, 'desk'>
  code: string | null
  name: string
}

/** What is looked at. */
export interface PictureChoice {
  table: CountyTable
  period: FigurePeriod
  view: PictureView
  /** Of `numbers` the dimensions that stay apart. */
  by: readonly string[]
  /** Of the other views one code only; null for the total. */
  only: { dim: string; code: string } | null
  /** From the widest to the narrowest; none for the whole desk. */
  path: readonly OpenedUnit[]
}

/** For what a table can be added up. Persons of different periods may be the same, so they are not added up at all. */
export function kindsOf({
  period,
  unit,
  isStock,
}: Pick<CountyTable, 'period' | 'unit' | 'isStock'>): FigurePeriodKind[] {
  if (unit === 'person' && !isStock) return [period]
  return period === 'month' ? ['month', 'quarter', 'year'] : ['quarter', 'year']
}

/** The periods of a kind in which anything came, the newest first. */
export const periodsOfKind = (reported: readonly string[], kind: FigurePeriodKind): FigurePeriod[] =>
  [
    ...new Set(
      reported
        .map((period) => periodIn(period, kind))
        .filter((period) => figurePeriodKindOf(period) === kind),
    ),
  ]
    .sort()
    .reverse()

/** Where a look at a kind of period begins: the newest that was reported as such, for months of a quarter may still be coming. */
export function startOf(reported: readonly string[], kind: FigurePeriodKind): FigurePeriod | undefined {
  const able = periodsOfKind(reported, kind)
  return able.find((period) => reported.includes(period)) ?? able[0]
}

const periodsInTrend: Record<FigurePeriodKind, number> = { month: 13, quarter: 9, year: 5 }
const periodsInHeat: Record<FigurePeriodKind, number> = { month: 12, quarter: 8, year: 5 }

/** Rooms lie in townships; nothing lies in a room. */
export const levelBelow = (path: readonly OpenedUnit[]): 'township' | 'room' | null => {
  const level = path.at(-1)?.level
  return level === undefined ? 'township' : level === 'township' ? 'room' : null
}

/** What the room is asked for. Null when there is nothing below what is opened. */
export function askedBy({ table, period, view, by, only, path }: PictureChoice): CountyFiguresAsked | null {
  const opened = path.at(-1)
  const kind = figurePeriodKindOf(period)
  const below = levelBelow(path)
  const level = view === 'compare' || view === 'heat' ? below : 'desk'
  if (level === null) return null
  return {
    table: table.id,
    periods:
      view === 'trend'
        ? periodsUpTo(period, periodsInTrend[kind])
        : view === 'heat'
          ? periodsUpTo(period, periodsInHeat[kind])
          : [period],
    level,
    within: opened === undefined ? null : { level: opened.level, code: opened.code },
    by: view === 'numbers' ? [...by] : [],
    at: view === 'numbers' || only === null ? {} : { [only.dim]: only.code },
  }
}
