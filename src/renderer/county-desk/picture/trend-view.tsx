import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountyFigure } from '../../../room/contract/county-figures.ts'
import { TrendChart } from '../../charts/trend-chart.tsx'
import { WideBox } from '../../charts/wide-box.tsx'
import { usePeriodText } from '../../exchange/period-text.ts'
import { roomsInOf } from './rooms-said.tsx'
import { BandText, SumText } from './sum-text.tsx'

/** One number over time with its band; a period in which nothing came is a gap. */
export function TrendView({
  label,
  name,
  periods,
  figures,
}: {
  label: string
  /** What the line counts. */
  name: string
  periods: readonly string[]
  figures: readonly CountyFigure[]
}) {
  const { t } = useTranslation('county-picture')
  const periodText = usePeriodText()
  const table = useId()
  const rows = useMemo(
    () => periods.map((period) => ({ period, figure: figures.find((one) => one.period === period) ?? null })),
    [periods, figures],
  )
  const labels = useMemo(() => periods.map(periodText), [periods, periodText])
  const sets = useMemo(
    () => [
      {
        label: name,
        cells: rows.map(({ figure }) => figure?.sums[0] ?? null),
        bands: rows.map(({ figure }) => figure?.bands[0] ?? 0),
      },
    ],
    [rows, name],
  )
  const hasBand = sets.some(({ bands }) => bands.some((band) => band > 0))
  return (
    <>
      <ul className="county-said">
        {hasBand && <li>{t('trend.band')}</li>}
        <li>{t('trend.gap')}</li>
      </ul>
      <div className="county-totals">
        <TrendChart label={label} figures={table} labels={labels} sets={sets} />
        <WideBox label={label}>
          <table id={table} className="county-table county-figures">
            <caption className="visually-hidden">{label}</caption>
            <thead>
              <tr>
                <th scope="col">{t('column.period')}</th>
                <th scope="col">{name}</th>
                <th scope="col">{t('column.band')}</th>
                <th scope="col">{t('column.rooms')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ period, figure }) => (
                <tr key={period}>
                  <th scope="row">{periodText(period)}</th>
                  <td>
                    {figure === null ? (
                      <span className="county-quiet">{t('nothing')}</span>
                    ) : (
                      <SumText figure={figure} />
                    )}
                  </td>
                  <td>{figure !== null && <BandText figure={figure} />}</td>
                  <td>{figure === null ? '' : roomsInOf(figure.rooms)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideBox>
      </div>
    </>
  )
}
