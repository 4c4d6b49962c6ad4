import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountyTotals } from '../../room/contract/county-desk.ts'
import { CountsChart } from '../charts/counts-chart.tsx'
import { CountsTable } from '../charts/counts-table.tsx'
import { barsOf } from '../charts/grid-layout.ts'
import { useLanguage } from '../locale/locale.ts'

/** One table added up over the rooms that reported: how near the sums are to the true counts, and what rooms withhold of them. */
export function TotalsOnShow({
  totals: { table, withheld, units, errorBound },
  rooms,
}: {
  totals: CountyTotals
  /** How many rooms are expected to report. */
  rooms: number
}) {
  const { t } = useTranslation('county-desk')
  const [language] = useLanguage()
  const figures = useId()
  const unit = t(`unit.${table.unit}`)
  // What every room withholds is not nought.
  const cells = useMemo(
    () => table.cells.map((sum, cell) => (units > 0 && withheld[cell] === units ? null : sum)),
    [table, withheld, units],
  )
  const bars = useMemo(
    () => barsOf({ dims: table.dims, cells }, language, unit),
    [table, cells, language, unit],
  )
  const isAllWithheld = cells.every((sum) => sum === null)
  return (
    <section className="panel">
      <h2 className="panel-title">{table.title[language]}</h2>
      <ul className="county-said">
        <li>{t('totals.said', { count: units })}</li>
        {rooms > units && <li>{t('totals.absent', { count: rooms - units })}</li>}
        <li>
          {isAllWithheld
            ? t('totals.withheld')
            : errorBound > 0
              ? t('totals.within', { errorBound })
              : t('totals.exact')}
        </li>
      </ul>
      <div className={isAllWithheld ? undefined : 'county-totals'}>
        {!isAllWithheld && (
          <CountsChart
            label={table.title[language]}
            figures={figures}
            labels={bars.labels}
            sets={bars.sets}
            errorBound={errorBound}
          />
        )}
        <CountsTable id={figures} table={table} sets={[{ label: unit, cells, withheldBy: withheld }]} />
      </div>
    </section>
  )
}
