import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportPreview, TableOnShow } from '../../room/contract/report.ts'
import { CountsChart } from '../charts/counts-chart.tsx'
import { CountsTable } from '../charts/counts-table.tsx'
import { cellNames } from '../charts/grid-layout.ts'
import { useLanguage } from '../locale/locale.ts'

/** Every table twice: as counted here, and as it would leave. */
export function CheckNumbers({ preview: { counted, leaving, staying } }: { preview: ReportPreview }) {
  const { t } = useTranslation('report')
  const [language] = useLanguage()
  return (
    <>
      <p className="report-rounding">{t('check.rounding')}</p>
      {counted.map((table) => (
        <ComparedTable
          key={table.id}
          counted={table}
          leaving={leaving.find(({ id }) => id === table.id) ?? null}
        />
      ))}
      {staying.length > 0 && (
        <section className="panel">
          <h2 className="panel-title">{t('check.staying')}</h2>
          <ul className="report-staying">
            {staying.map(({ id, title, because }) => (
              <li key={id}>
                <strong>{title[language]}</strong>
                {t(`because.${because}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function ComparedTable({ counted, leaving }: { counted: TableOnShow; leaving: TableOnShow | null }) {
  const { t } = useTranslation('report')
  const [language] = useLanguage()
  const figures = useId()
  const sets = useMemo(
    () => [
      { label: t('check.counted'), cells: counted.cells },
      ...(leaving === null ? [] : [{ label: t('check.leaving'), cells: leaving.cells }]),
    ],
    [t, counted, leaving],
  )
  const bars = useMemo(() => {
    const names = cellNames(counted.dims, language)
    const said = names.flatMap((name, cell) =>
      sets.some(({ cells }) => (cells[cell] ?? 0) > 0) ? [{ name: name || t('check.total'), cell }] : [],
    )
    return {
      labels: said.map(({ name }) => name),
      sets: sets.map(({ label, cells }) => ({ label, cells: said.map(({ cell }) => cells[cell] ?? 0) })),
    }
  }, [counted, language, sets, t])

  return (
    <section className="panel">
      <h2 className="panel-title">
        {counted.title[language]}
        <span className="report-unit">
          {t(`unit.${counted.unit}`)} · {t('check.base', { base: counted.base ?? 1 })}
        </span>
      </h2>
      <div className="report-compared">
        <CountsTable id={figures} table={counted} sets={sets} />
        {bars.labels.length === 0 ? (
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
    </section>
  )
}
