import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../casework/assessment.ts'
import type { Stored } from '../../casework/record.ts'
import type { Instrument } from '../../instruments/instrument.ts'
import type { Scale } from '../../instruments/scale.ts'
import { useLanguage } from '../locale/locale.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { ScoreHistory } from './score-history.tsx'
import { type ScoreInTime, scoreSeries } from './score-series.ts'
import { titleOf } from './title-of.ts'

/** One scale's score, its band, what that means in one sentence, what has changed since, and the course. */
export function ScaleResult({
  instrument,
  scale,
  assessment,
  all,
}: {
  instrument: Instrument
  scale: Scale
  assessment: Stored<Assessment>
  all: Stored<Assessment>[]
}) {
  const { t, i18n } = useTranslation('assessments')
  const [language] = useLanguage()
  const scores = scoreSeries(all, instrument.id, scale.id)
  const place = scores.findIndex(({ id }) => id === assessment.id)
  const own = scores[place]
  if (own === undefined) return null
  const band = scale.bands.find(({ id }) => id === own.band)
  const meaning = `meaning.${instrument.id}.${scale.id}.${own.band}`
  const title = titleOf(instrument, language, instrument.id)

  return (
    <section className="panel scale-result" aria-label={title}>
      <div className="scale-result-head">
        <p className="scale-result-score">
          <span className="visually-hidden">{t('score')} </span>
          <strong>{own.score}</strong>
          <span className="scale-result-range">{t('range', scale.range)}</span>
        </p>
        <div>
          {band !== undefined && <p className="scale-result-band">{band.label[language]}</p>}
          {i18n.exists(meaning, { ns: 'assessments' }) && <p>{t(meaning)}</p>}
          <SinceLast scale={scale} own={own} before={scores[place - 1]} />
        </div>
      </div>
      <h2 className="panel-title">{t('history.title')}</h2>
      <ScoreHistory title={title} clientId={assessment.value.clientId} scale={scale} scores={scores} />
    </section>
  )
}

function SinceLast({
  scale,
  own,
  before,
}: {
  scale: Scale
  own: ScoreInTime
  before: ScoreInTime | undefined
}) {
  const { t } = useTranslation('assessments')
  const { day } = useFormatTime()
  if (before === undefined) return <p className="scale-result-since">{t('since.first')}</p>
  const change = own.score - before.score
  const worse = scale.direction === 'higherIsWorse' ? change > 0 : change < 0
  const enough = scale.meaningfulChange !== null && Math.abs(change) >= scale.meaningfulChange.points
  const points = Math.abs(change)
  return (
    <p className="scale-result-since">
      {change === 0
        ? t('since.same', { day: day(before.at) })
        : t(change > 0 ? 'since.higher' : 'since.lower', { day: day(before.at), points })}
      {change !== 0 &&
        scale.meaningfulChange !== null &&
        ` ${t(enough ? (worse ? 'since.worse' : 'since.better') : 'since.noise')}`}
    </p>
  )
}
