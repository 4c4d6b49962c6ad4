import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Axis } from '../../statistics/axis.ts'
import {
  type FigurePeriod,
  type FigurePeriodKind,
  figurePeriodKindOf,
} from '../../statistics/figure-period.ts'
import { isSensitive } from '../../statistics/plan-rules.ts'
import { type PlannedTable, type ReleasePlan, tableOf } from '../../statistics/release-plan.ts'
import type { Queries } from '../store/store.ts'
import { type AddedUp, addUp } from './added-up.ts'
import { type MergedSum, mergedSums, roomsMerged } from './merged-sums.ts'
import { type FigureLevel, type RoomPlaces, roomPlaces, type Within } from './room-places.ts'
import { type RoomsReported, roomsReported } from './rooms-reported.ts'
import { roundingVariance } from './rounding-error.ts'
import { type Slice, type TableFamily, tableFamily } from './table-family.ts'

/** Which figures are asked for. */
export interface FigureQuestion extends Slice {
  county: string
  /** SHA-256 of the plan: only counts made by it have its grid. */
  planSha256: string
  table: string
  /** Of one kind. */
  periods: readonly FigurePeriod[]
  level: FigureLevel
  within?: Within
}

/** A table, or a slice of it, added up over the rooms of one unit in one period. All lists are in the order of the grid. */
export interface Figure {
  /** Null for the whole desk, and for rooms of which nobody has said where they belong. */
  unit: string | null
  period: FigurePeriod
  /** Of the counts that came and were shown: nothing stands in for what a room withholds or did not send. */
  sums: number[]
  /** How many counts were added: where it is none, nothing is known of the sum. */
  told: number[]
  /** How many rooms withhold a count. */
  withheld: number[]
  /** See `RoundingError`. */
  bounds: number[]
  variances: number[]
  rooms: RoomsReported
}

export interface FigureSet {
  table: PlannedTable
  /** The sides of the grid; none for a single number. */
  axes: Axis[]
  /** One for each unit and period in which something came or was due; units by code, periods as asked. */
  figures: Figure[]
}

/** How many rooms a figure has something from. Where it is none, there is a gap and not a nought. */
export const roomsIn = ({ rooms }: Pick<Figure, 'rooms'>): number => rooms.full + rooms.partly

/**
 * Why there are no figures of this kind; null when there are.
 *
 * - `PERSONS_DO_NOT_ADD_UP`: somebody who came in two quarters is one person of the year, and nobody at this desk can tell.
 * - `QUARTERS_ONLY`: the rooms publish the table by quarters.
 * - `FROM_TOWNSHIP_UP`: tables of tier, risk, crisis and disclosure are not shown for single rooms.
 * - `UNKNOWN_TABLE`: the plan has none of that id.
 */
export function whyNoFigures(
  plan: ReleasePlan,
  id: string,
  { kind, level }: { kind: FigurePeriodKind; level: FigureLevel },
): string | null {
  const table = tableOf(plan, id)
  if (table === null) return 'UNKNOWN_TABLE'
  if (kind === 'month' && table.period === 'quarter') return 'QUARTERS_ONLY'
  if (kind !== table.period && table.unit === 'person' && !table.stock) return 'PERSONS_DO_NOT_ADD_UP'
  return level === 'room' && isSensitive(plan, table) ? 'FROM_TOWNSHIP_UP' : null
}

/**
 * Figures of one table by unit and period, from four queries however many they are: the rooms, their reports, the sums, and what counties
 * below passed on, which is told of the desk and of counties only. Larger rooms
 * publish finer tables in its stead, also by month where it is by quarter: these are folded into it, and no room is counted twice.
 */
export async function figures(
  queries: Queries,
  plan: ReleasePlan,
  question: FigureQuestion,
): Promise<Outcome<FigureSet>> {
  const { periods, level, within = null } = question
  const table = tableOf(plan, question.table)
  const why = periods
    .map((period) =>
      whyNoFigures(plan, question.table, {
        kind: figurePeriodKindOf(period),
        level: within?.level === 'room' ? 'room' : level,
      }),
    )
    .find((code) => code !== null)
  if (table === null || why) return refused(why ?? 'UNKNOWN_TABLE', { at: question.table })
  const family = tableFamily(plan, table, question)
  if (periods.length === 0) return done({ table, axes: family.axes, figures: [] })
  const asked = { ...question, within }
  const places = await roomPlaces(queries, question.county)
  const isInside = (room: string, period: FigurePeriod): boolean =>
    within === null || places.unitOf(room, period, within.level) === within.code
  const reported = await roomsReported(queries, plan, family, asked, { places, isInside })
  const sums = (await addUp(queries, family, asked)).filter(
    ({ room, period }) => room === null || isInside(room, period),
  )
  const merged = await mergedSums(queries, family, asked)
  const found = assembled(family, reported, sums, { places, level })
  addMerged(found, family, level, merged)
  return done({ table, axes: family.axes, figures: inOrder(found.all(), periods) })
}

/** Figures while they are added up. */
class Assembly {
  readonly #found = new Map<string, Figure>()
  readonly #size: number

  constructor(size: number) {
    this.#size = size
  }

  of(unit: string | null, period: FigurePeriod): Figure {
    const key = `${period} ${unit}`
    const zeros = () => Array.from({ length: this.#size }, () => 0)
    const figure = this.#found.get(key) ?? {
      unit,
      period,
      sums: zeros(),
      told: zeros(),
      withheld: zeros(),
      bounds: zeros(),
      variances: zeros(),
      rooms: { full: 0, partly: 0, absent: 0, notAsked: 0 },
    }
    this.#found.set(key, figure)
    return figure
  }

  all(): Figure[] {
    return [...this.#found.values()]
  }
}

function assembled(
  { size, sources }: TableFamily,
  reported: readonly { unit: string | null; period: FigurePeriod; rooms: RoomsReported }[],
  sums: readonly AddedUp[],
  { places, level }: { places: RoomPlaces; level: FigureLevel },
): Assembly {
  const found = new Assembly(size)
  for (const { unit, period, rooms } of reported) found.of(unit, period).rooms = rooms
  for (const { room, period, table, place, total, shown, withheld } of sums) {
    const unit = room === null ? null : places.unitOf(room, period, level)
    const figure = found.of(unit, period)
    addAt(figure.sums, place, total)
    addAt(figure.told, place, shown)
    addAt(figure.withheld, place, withheld)
    addRounding(figure, place, baseOf(sources, table), shown)
  }
  return found
}

/** Each county's merge adds its rooms' counts up already: its rounding is that of all of them. */
function addMerged(
  found: Assembly,
  { sources }: TableFamily,
  level: FigureLevel,
  merged: readonly MergedSum[],
): void {
  for (const sums of Map.groupBy(merged, ({ unit, period }) => `${unit} ${period}`).values()) {
    const [{ unit, period } = { unit: '', period: '' }] = sums
    const figure = found.of(level === 'desk' ? null : unit, period)
    figure.rooms = { ...figure.rooms, full: figure.rooms.full + roomsMerged(sums) }
    for (const { table, rooms, cells, withheld } of sums) {
      const places = sources.find((source) => source.table.id === table)?.places ?? []
      for (const [cell, count] of cells.entries()) {
        const place = places[cell] ?? null
        if (place === null) continue
        addAt(figure.withheld, place, withheld?.[cell] ?? 0)
        if (count === null) continue
        addAt(figure.sums, place, count)
        addAt(figure.told, place, rooms)
        addRounding(figure, place, baseOf(sources, table), rooms)
      }
    }
  }
}

const baseOf = (sources: TableFamily['sources'], id: string): number => {
  const table = sources.find((source) => source.table.id === id)?.table
  return table?.class === 'A' ? table.base : 1
}

const addRounding = ({ bounds, variances }: Figure, place: number, base: number, counts: number): void => {
  addAt(bounds, place, (base - 1) * counts)
  addAt(variances, place, roundingVariance(base) * counts)
}

const inOrder = (all: readonly Figure[], periods: readonly FigurePeriod[]): Figure[] =>
  all.toSorted(
    (a, b) =>
      (a.unit === null ? 1 : 0) - (b.unit === null ? 1 : 0) ||
      (a.unit ?? '').localeCompare(b.unit ?? '') ||
      periods.indexOf(a.period) - periods.indexOf(b.period),
  )

const addAt = (list: number[], place: number, more: number): void => {
  list[place] = (list[place] ?? 0) + more
}
