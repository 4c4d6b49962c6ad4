import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportPreview, TableOnShow, WithheldOnShow } from '../../room/contract/report.ts'
import { CountsChart } from '../charts/counts-chart.tsx'
import { CountsTable } from '../charts/counts-table.tsx'
import { innerCells } from '../charts/grid-layout.ts'
import { useLanguage } from '../locale/locale.ts'
import { DutiesList } from './duties-list.tsx'
import { WithheldReasons } from './withheld-reasons.tsx'

const classes = ['A', 'S', 'P'] as const

/** Every table twice: as counted here, and as it would leave; and what stays here, and why. */
export function CheckNumbers({ preview }: { preview: ReportPreview }) {
  const { t } = useTranslation('report')
  const [language] = useLanguage()
  const { counted, leaving, withheld, staying, late } = preview
  return (
    <>
      <section className="panel" aria-label={t('check.how')}>
        <h2 className="panel-title">{t('check.how')}</h2>
        <ul className="report-how">
          {classes
            .filter((one) => counted.some((table) => table.class === one))
            .map((one) => (
              <li key={one}>{t(`check.class.${one}`)}</li>
            ))}
          {late.counted > 0 && <li>{t('check.late', { count: late.counted, leaving: late.leaving })}</li>}
        </ul>
      </section>
      {counted.map((table) => (
        <ComparedTable
          key={table.id}
          counted={table}
          leaving={leaving.find(({ id }) => id === table.id) ?? null}
          withheld={withheld.find((one) => one.table === table.id)}
        />
      ))}
      {staying.length > 0 && (
        <section className="panel">
          <h2 className="panel-title">{t('check.staying')}</h2>
          {[...Map.groupBy(staying, ({ because }) => because)].map(([because, tables]) => (
            <div key={because}>
              <p className="report-because">{t(`because.${because}`)}</p>
              <ul className="report-staying">
                {tables.map(({ id, title }) => (
                  <li key={id}>{title[language]}</li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
    </>
  )
}

function ComparedTable({
  counted,
  leaving,
  withheld,
}: {
  counted: TableOnShow
  leaving: TableOnShow | null
  withheld: WithheldOnShow | undefined
}) {
  const { t } = useTranslation('report')
  const [language] = useLanguage()
  const figures = useId()
  const sets = useMemo(
    () => [
      { label: t('check.counted'), cells: counted.cells },
      // What leaves as it is need not be read twice.
      ...(leaving === null || counted.class === 'P'
        ? []
        : [{ label: t('check.leaving'), cells: leaving.cells }]),
    ],
    [t, counted, leaving],
  )
  const bars = useMemo(() => {
    const said = innerCells(counted.dims, language).filter(({ cell }) =>
      sets.some(({ cells }) => (cells[cell] ?? 0) > 0),
    )
    return {
      labels: said.map(({ name }) => name || t('check.total')),
      sets: sets.map(({ label, cells }) => ({
        label,
        cells: said.map(({ cell }) => cells[cell] ?? null),
      })),
    }
  }, [counted, language, sets, t])
  const isEmpty = counted.cells.every((count) => count === 0)

  return (
    <section className="panel" aria-label={counted.title[language]}>
      <h2 className="panel-title">
        {counted.title[language]}
        <span className="report-unit">
          {t(`unit.${counted.unit}`)} · {t(`check.as.${counted.class}`, { base: counted.base, k: counted.k })}
        </span>
      </h2>
      {counted.unit === 'duty' ? (
        <DutiesList table={counted} />
      ) : (
        <div className="report-compared report-long">
          <div>
            <CountsTable id={figures} table={counted} sets={sets} />
            <WithheldReasons withheld={withheld} k={counted.k} />
          </div>
          {isEmpty ? (
            <p className="report-nothing">{t('check.nothing')}</p>
          ) : (
            <CountsChart
              label={counted.title[language]}
              figures={figures}
              labels={bars.labels}
              sets={bars.sets}
            />
          )}
        </div>
      )}
    </section>
  )
}
