import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { StatisticsCell, StatisticsOnShow } from '../../room/contract/statistics.ts'
import { WideBox } from '../charts/wide-box.tsx'
import { addressOf, type StatisticsChoice } from './statistics-query.ts'
import { useStatisticsWords } from './use-statistics-words.ts'
import '../charts/counts-table.css'

/** The counts as a table; where they are about clients, every number leads to the files behind it. */
export function StatisticsTable({
  id,
  choice,
  shown,
}: {
  id: string
  choice: StatisticsChoice
  shown: StatisticsOnShow
}) {
  const { t } = useTranslation('statistics')
  const words = useStatisticsWords(choice.kind)
  const lines = [
    ...shown.rows.map((row) => ({
      row: row.code,
      name: words.row(choice.rows, row),
      counts: row.counts,
      total: row.total,
    })),
    ...(shown.addsUp ? [{ row: null, name: t('total'), counts: shown.totals, total: shown.total }] : []),
  ]
  const several = shown.periods.length > 1

  const figure = (count: number, name: string, cell: StatisticsCell) => {
    if (count === 0 || !shown.ofClients)
      return <span className={count === 0 ? 'statistics-none' : undefined}>{count}</span>
    const period = cell.period === null ? t('total') : words.period(cell.period)
    return (
      <Link
        to={`/statistics/cases?${addressOf(choice, cell)}`}
        aria-label={t('behind', { count, name, period })}
      >
        {count}
      </Link>
    )
  }

  return (
    <WideBox label={t('table')}>
      <table id={id} className="counts-table statistics-table">
        <caption className="visually-hidden">
          {t(`kind.${choice.kind}`)} · {t(`unit.${choice.unit}`)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t(`rowsOf.${choice.rows}`)}</th>
            {shown.periods.map((period) => (
              <th key={period} scope="col">
                {words.period(period)}
              </th>
            ))}
            {several && (
              <th scope="col" className="counts-edge">
                {t('total')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ row, name, counts, total }) => (
            <tr key={row ?? ' total'} className={row === null ? 'statistics-total' : undefined}>
              <th scope="row">{name}</th>
              {counts.map((count, place) => {
                const period = shown.periods[place] ?? ''
                return <td key={period}>{figure(count, name, { row, period })}</td>
              })}
              {several && <td className="counts-edge">{figure(total, name, { row, period: null })}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </WideBox>
  )
}
