import { type Figure, type FigureSet, figures, roomsIn } from '../../county/figures/figures.ts'
import { intervalsOf } from '../../county/figures/intervals.ts'
import { rateOf } from '../../county/figures/rate.ts'
import { bandOf } from '../../county/figures/rounding-error.ts'
import { type NamedUnit, unitsNamed } from '../../county/figures/units-named.ts'
import type { Queries } from '../../county/store/store.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { lastDayOf } from '../../statistics/figure-period.ts'
import type { CountyFigure, CountyFigures, CountyFiguresAsked } from '../contract/county-figures.ts'
import { planReference, releasePlan } from '../release-plan.ts'

/** Figures of the desk `county` as the window shows them. */
export async function figuresOnShow(
  queries: Queries,
  county: string,
  { within, ...asked }: CountyFiguresAsked,
): Promise<Outcome<CountyFigures>> {
  const { sha256 } = await planReference()
  const found = await figures(queries, releasePlan, {
    ...asked,
    county,
    planSha256: sha256,
    ...(within === null ? {} : { within }),
  })
  if (!found.ok) return found
  const { table, axes } = found.value
  const units = await unitsNamed(queries, county, lastDayOf(asked.periods.at(-1) ?? '2000'))
  const show = figureOnShow(found.value, asked.level, units, {
    desk: county,
    isInside: within !== null && asked.level === 'desk',
  })
  return done({
    table: {
      id: table.id,
      title: table.title,
      class: table.class,
      unit: table.unit,
      base: table.class === 'A' ? table.base : null,
      k: table.class === 'S' ? table.k : null,
      dims: axes.map(({ id, title, codes }) => ({ id, title, codes })),
    },
    figures: found.value.figures.map(show),
  })
}

const figureOnShow =
  (
    { table, axes }: FigureSet,
    level: CountyFiguresAsked['level'],
    units: readonly NamedUnit[],
    { desk, isInside }: { desk: string; isInside: boolean },
  ) =>
  (figure: Figure): CountyFigure => {
    const { unit, period, withheld, bounds, variances, rooms } = figure
    const came = roomsIn(figure)
    const sums = figure.sums.map((sum, cell) => (figure.told[cell] === 0 ? null : sum))
    const bands = bounds.map((bound, cell) => bandOf({ bound, variance: variances[cell] ?? 0 }))
    const found = units.find((one) =>
      level === 'desk'
        ? one.code === desk && (one.level === 'county' || one.level === 'city')
        : one.level === level && one.code === unit,
    )
    const highs =
      table.class === 'S' && came > 0
        ? intervalsOf(axes, figure).map(({ high }) => high)
        : sums.map(() => null)
    const single = { sum: sums[0] ?? null, withheld: withheld[0] ?? 0, band: bands[0] ?? 0 }
    return {
      unit: level === 'desk' || unit === null ? null : { code: unit, name: found?.name ?? unit },
      period,
      rooms,
      sums,
      withheld,
      bands,
      bounds,
      highs,
      rate:
        axes.length > 0 || level === 'room' || isInside || table.unit === 'duty'
          ? null
          : rateOf(single, found?.residents ?? null),
    }
  }
