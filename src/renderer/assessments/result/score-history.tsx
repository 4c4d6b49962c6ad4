import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Scale } from '../../../instruments/scale.ts'
import { reliablePoints } from '../../../scoring/change.ts'
import { ScoreChart } from '../../charts/score-chart.tsx'
import { useLanguage } from '../../locale/locale.ts'
import { useFormatTime } from '../../ui/format-time.ts'
import type { ScoreInTime } from '../score-series.ts'
import './score-history.css'

/** A scale's scores as a chart over its bands, and the same in a table. */
export function ScoreHistory({
  title,
  clientId,
  scale,
  scores,
}: {
  title: string
  clientId: string
  scale: Scale
  scores: ScoreInTime[]
}) {
  const { t } = useTranslation('assessments')
  const { day } = useFormatTime()
  const [language] = useLanguage()
  const figures = useId()
  const error = reliablePoints(scale)
  const lines = useMemo(() => [{ name: title, points: scores }], [title, scores])
  return (
    <figure className="score-history">
      <ScoreChart
        label={t('history.chart', { title, count: scores.length })}
        figures={figures}
        scale={scale}
        lines={lines}
        error={error}
      />
      <figcaption>
        {t(`direction.${scale.direction}`)}
        {` ${error === null ? t('history.noError') : t('history.error', { points: Math.round(error * 10) / 10 })}`}
        {scale.meaningfulChange !== null &&
          ` ${t('history.meaningful', { points: scale.meaningfulChange.points })}`}
      </figcaption>
      <details>
        <summary>{t('history.figures')}</summary>
        <table id={figures} className="plain-table">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('history.day')}</th>
              <th scope="col">{t('score')}</th>
              <th scope="col">{t('band')}</th>
            </tr>
          </thead>
          <tbody>
            {scores.map(({ id, at, score, band }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/clients/${clientId}/assessments/${id}`}>{day(at)}</Link>
                </th>
                <td>{score}</td>
                <td>{scale.bands.find((one) => one.id === band)?.label[language] ?? t('noBand')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
