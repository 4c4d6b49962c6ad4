import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountyFigure, CountyFigures } from '../../../room/contract/county-figures.ts'
import { CountsChart } from '../../charts/counts-chart.tsx'
import { CountsTable } from '../../charts/counts-table.tsx'
import { barsOf, innerCells } from '../../charts/grid-layout.ts'
import { useLanguage } from '../../locale/locale.ts'
import { RoomsSaid } from './rooms-said.tsx'

/** One table of one period added up: how near the sums are to the true counts, and what rooms withhold of them. */
export function NumbersView({ table, figure }: { table: CountyFigures['table']; figure: CountyFigure }) {
  const { t } = useTranslation('county-picture')
  const { t: desk } = useTranslation('county-desk')
  const [language] = useLanguage()
  const figures = useId()
  const unit = desk(`unit.${table.unit}`)
  const { sums: cells, withheld, bands, bounds, highs } = figure
  const bars = useMemo(
    () => barsOf({ dims: table.dims, cells, bands }, language, unit),
    [table, cells, bands, language, unit],
  )
  const isAllWithheld = cells.every((sum) => sum === null)
  const band = Math.max(...bands)
  const most = innerCells(table.dims, language).filter(
    ({ cell }) => highs[cell] != null && withheld[cell] !== 0,
  )
  if (figure.rooms.full + figure.rooms.partly === 0)
    return (
      <ul className="county-said">
        <li>{t('nothingCame')}</li>
        <RoomsSaid rooms={figure.rooms} />
      </ul>
    )
  return (
    <>
      <ul className="county-said">
        <RoomsSaid rooms={figure.rooms} />
        <li>
          {isAllWithheld
            ? t('numbers.withheld')
            : band > 0
              ? t('numbers.within', { band, bound: Math.max(...bounds) })
              : t('numbers.exact')}
        </li>
        {most.length > 0 && (
          <li>
            {t('numbers.atMost', {
              list: most.map(({ name, cell }) => `${name || unit} ${highs[cell]}`).join(t('and')),
            })}
          </li>
        )}
      </ul>
      <div className={isAllWithheld ? undefined : 'county-totals'}>
        {!isAllWithheld && (
          <CountsChart
            label={table.title[language]}
            figures={figures}
            labels={bars.labels}
            sets={bars.sets}
          />
        )}
        <CountsTable id={figures} table={table} sets={[{ label: unit, cells, withheldBy: withheld }]} />
      </div>
    </>
  )
}
