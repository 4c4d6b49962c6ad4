import type { Outcome } from '../../instruments/outcome.ts'
import type { TableOnShow } from './report.ts'

export type CountyLevel = 'desk' | 'county' | 'township' | 'room'

/** Which figures are asked for: of every period and every unit of a level, all at once. */
export interface CountyFiguresAsked {
  table: string
  /** `2026-11`, `2026-Q4` or `2026`, all of one kind. */
  periods: string[]
  level: CountyLevel
  /** Only what lies in this unit; its `code` null for the rooms of which nobody has said where they belong. */
  within: { level: Exclude<CountyLevel, 'desk'>; code: string | null } | null
  /** The dimensions that stay apart; the others are added up. */
  by: string[]
  /** Of a dimension only this code. */
  at: Record<string, string>
}

/** How many rooms: all they owe is in · a part of it · nothing came · they are too small to publish the table. */
export interface RoomsBehind {
  full: number
  partly: number
  absent: number
  notAsked: number
}

/** Lists in the order of the grid. */
export interface CountyFigure {
  /** Null for the whole desk, and at other levels for the rooms of which nobody has said where they belong. */
  unit: { code: string; name: string } | null
  period: string
  rooms: RoomsBehind
  /** Known sums; null where nothing came, and where every room withholds it. */
  sums: (number | null)[]
  /** How many rooms withhold their part. */
  withheld: number[]
  /** How far true sums may be from these by rounding: nearly always, and in any case. */
  bands: number[]
  bounds: number[]
  /** Of class S the most a sum can be; null where that is not known, and for the other classes. */
  highs: (number | null)[]
  /** Of a single number, from township up; null elsewhere. `none` says why there is none. */
  rate: { per10000: number; band: number } | { none: string } | null
}

export interface CountyFigures {
  /** Its sides, without cells. */
  table: Omit<TableOnShow, 'cells'>
  figures: CountyFigure[]
}

export interface CountyFiguresApi {
  /** Refused with UNKNOWN_TABLE, PERSONS_DO_NOT_ADD_UP, QUARTERS_ONLY or FROM_TOWNSHIP_UP. */
  countyFigures(asked: CountyFiguresAsked): Promise<Outcome<CountyFigures>>
}
