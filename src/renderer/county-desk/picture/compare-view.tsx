import { Button, Checkbox } from 'antd'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountyFigure } from '../../../room/contract/county-figures.ts'
import { CountsChart } from '../../charts/counts-chart.tsx'
import { WideBox } from '../../charts/wide-box.tsx'
import type { OpenedUnit } from './picture-question.ts'
import { roomsInOf } from './rooms-said.tsx'
import { BandText, SumText } from './sum-text.tsx'

/** The units of one level side by side, each of which can be opened; where they are townships also by their residents. */
export function CompareView({
  label,
  name,
  level,
  figures,
  onOpen,
}: {
  label: string
  name: string
  level: OpenedUnit['level']
  figures: readonly CountyFigure[]
  onOpen: (unit: OpenedUnit) => void
}) {
  const { t } = useTranslation('county-picture')
  const table = useId()
  const [byResidents, setByResidents] = useState(false)
  const hasRates = figures.some(({ rate }) => rate !== null && 'per10000' in rate)
  const rated = byResidents && hasRates
  const nameOf = ({ unit }: CountyFigure): string => unit?.name ?? t(`noUnit.${level}`)
  const labels = useMemo(
    () => figures.map(({ unit }) => unit?.name ?? t(`noUnit.${level}`)),
    [figures, level, t],
  )
  const sets = useMemo(
    () => [
      {
        label: rated ? t('column.rate') : name,
        cells: figures.map(({ sums, rate }) =>
          rated ? (rate !== null && 'per10000' in rate ? rate.per10000 : null) : (sums[0] ?? null),
        ),
        bands: figures.map(({ bands, rate }) =>
          rated ? (rate !== null && 'per10000' in rate ? rate.band : 0) : (bands[0] ?? 0),
        ),
      },
    ],
    [figures, rated, name, t],
  )
  return (
    <>
      {level === 'township' && (
        <Checkbox
          checked={rated}
          disabled={!hasRates}
          onChange={({ target }) => setByResidents(target.checked)}
          className="county-rated"
        >
          {t(hasRates ? 'compare.byResidents' : 'compare.noResidents')}
        </Checkbox>
      )}
      <div className="county-totals">
        <CountsChart label={label} figures={table} labels={labels} sets={sets} />
        <WideBox label={label}>
          <table id={table} className="county-table county-figures">
            <caption className="visually-hidden">{label}</caption>
            <thead>
              <tr>
                <th scope="col">{t(`column.${level}`)}</th>
                <th scope="col">{name}</th>
                <th scope="col">{t('column.band')}</th>
                {level !== 'room' && <th scope="col">{t('column.rate')}</th>}
                <th scope="col">{t('column.rooms')}</th>
              </tr>
            </thead>
            <tbody>
              {figures.map((figure) => (
                <tr key={figure.unit?.code ?? ''}>
                  <th scope="row">
                    <Button
                      type="link"
                      size="small"
                      className="county-open"
                      onClick={() => onOpen({ level, code: figure.unit?.code ?? null, name: nameOf(figure) })}
                    >
                      {nameOf(figure)}
                    </Button>
                  </th>
                  <td>
                    <SumText figure={figure} />
                  </td>
                  <td>
                    <BandText figure={figure} />
                  </td>
                  {level !== 'room' && (
                    <td>
                      <RateText rate={figure.rate} />
                    </td>
                  )}
                  <td>{roomsInOf(figure.rooms)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideBox>
      </div>
    </>
  )
}

function RateText({ rate }: { rate: CountyFigure['rate'] }) {
  const { t } = useTranslation('county-picture')
  if (rate === null) return null
  if ('none' in rate) return <span className="county-quiet">{t(`rate.${rate.none}`)}</span>
  return rate.band === 0 ? rate.per10000 : t('rate.within', { rate: rate.per10000, band: rate.band })
}
