import { useTranslation } from 'react-i18next'
import type { CountyFigure } from '../../../room/contract/county-figures.ts'
import { HeatMap } from '../../charts/heat-map.tsx'
import { usePeriodText } from '../../exchange/period-text.ts'
import type { OpenedUnit } from './picture-question.ts'

/** All units of a level over time: the darker, the more; where nothing came stands a dash, and no nought. */
export function HeatView({
  label,
  level,
  periods,
  figures,
}: {
  label: string
  level: OpenedUnit['level']
  periods: readonly string[]
  figures: readonly CountyFigure[]
}) {
  const { t } = useTranslation('county-picture')
  const periodText = usePeriodText()
  const codes = [...new Set(figures.map(({ unit }) => unit?.code ?? ''))]
  const rows = codes.map((code) => {
    const own = figures.filter(({ unit }) => (unit?.code ?? '') === code)
    return {
      name: own[0]?.unit?.name ?? t(`noUnit.${level}`),
      cells: periods.map((period) => own.find((figure) => figure.period === period)?.sums[0] ?? null),
    }
  })
  const isPartly = figures.some(({ withheld }) => (withheld[0] ?? 0) > 0)
  return (
    <>
      <ul className="county-said">
        <li>{t('heat.said')}</li>
        {isPartly && <li>{t('heat.withheld')}</li>}
      </ul>
      <HeatMap
        caption={label}
        corner={t(`column.${level}`)}
        rows={rows.map(({ name }) => name)}
        columns={periods.map(periodText)}
        cells={rows.map(({ cells }) => cells)}
        none={t('nothing')}
      />
    </>
  )
}
