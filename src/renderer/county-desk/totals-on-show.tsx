import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountyTotals } from '../../room/contract/county-desk.ts'
import { CountsChart } from '../charts/counts-chart.tsx'
import { CountsTable } from '../charts/counts-table.tsx'
import { barsOf } from '../charts/grid-layout.ts'
import { useLanguage } from '../locale/locale.ts'

/** One table added up over the rooms that reported, and how near the sums are to the true counts. */
export function TotalsOnShow({ totals: { table, units, errorBound } }: { totals: CountyTotals }) {
  const { t } = useTranslation('county-desk')
  const [language] = useLanguage()
  const figures = useId()
  const unit = t(`unit.${table.unit}`)
  const bars = useMemo(() => barsOf(table, language, unit), [table, language, unit])
  return (
    <section className="panel">
      <h2 className="panel-title">{table.title[language]}</h2>
      <p>{t('totals.said', { count: units, errorBound })}</p>
      <div className="county-totals">
        <CountsChart
          label={table.title[language]}
          figures={figures}
          labels={bars.labels}
          sets={bars.sets}
          errorBound={errorBound}
        />
        <CountsTable id={figures} table={table} sets={[{ label: unit, cells: table.cells }]} />
      </div>
    </section>
  )
}
