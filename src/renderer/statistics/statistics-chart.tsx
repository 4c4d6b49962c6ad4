import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatisticsOnShow } from '../../room/contract/statistics.ts'
import { CountsChart } from '../charts/counts-chart.tsx'
import { TrendChart } from '../charts/trend-chart.tsx'
import type { StatisticsChoice } from './statistics-query.ts'
import { useStatisticsWords } from './use-statistics-words.ts'

/** More lines than these nobody can tell apart. */
const linesAtMost = 6

/** The counts as lines over time; of one period, as bars. */
export function StatisticsChart({
  figures,
  choice,
  shown,
}: {
  /** Id of the table with the same numbers. */
  figures: string
  choice: StatisticsChoice
  shown: StatisticsOnShow
}) {
  const { t } = useTranslation('statistics')
  const words = useStatisticsWords(choice.kind)
  const label = `${t(`kind.${choice.kind}`)} · ${t(`unit.${choice.unit}`)}`
  const drawn = useMemo(() => {
    const named = shown.rows.map((row) => ({ ...row, name: words.row(choice.rows, row) }))
    const most = named.toSorted((a, b) => b.total - a.total).slice(0, linesAtMost)
    return {
      names: named.map(({ name }) => name),
      bars: [{ label, cells: named.map(({ total }) => total) }],
      periods: shown.periods.map(words.period),
      lines: named
        .filter((row) => most.includes(row))
        .map(({ name, counts }) => ({ label: name, cells: counts })),
    }
  }, [shown, choice.rows, words, label])
  if (shown.periods.length === 1)
    return <CountsChart label={label} figures={figures} labels={drawn.names} sets={drawn.bars} />
  return (
    <>
      <TrendChart label={label} figures={figures} labels={drawn.periods} sets={drawn.lines} />
      {shown.rows.length > linesAtMost && <p className="quiet">{t('mostOnly', { count: linesAtMost })}</p>}
    </>
  )
}
