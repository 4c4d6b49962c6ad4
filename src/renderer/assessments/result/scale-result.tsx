import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../../casework/assessments/assessment.ts'
import type { Stored } from '../../../casework/records/record.ts'
import type { Instrument } from '../../../instruments/instrument.ts'
import type { Scale } from '../../../instruments/scale.ts'
import { scoreRange } from '../../../instruments/score-range.ts'
import type { About } from '../../../instruments/vectors.ts'
import { useLanguage } from '../../locale/locale.ts'
import { previousScore, scoreSeries } from '../score-series.ts'
import { titleOf } from '../title-of.ts'
import { CutOffsReached } from './cut-offs-reached.tsx'
import { roundedScore } from './rounded-score.ts'
import { ScoreHistory } from './score-history.tsx'
import { SinceLast } from './since-last.tsx'

/** One scale's score, its band, what that means in one sentence, the cut-offs reached, what has changed since, and the course. */
export function ScaleResult({
  instrument,
  scale,
  assessment,
  about,
  all,
}: {
  instrument: Instrument
  scale: Scale
  assessment: Stored<Assessment>
  about: About
  all: readonly Stored<Assessment>[]
}) {
  const { t, i18n } = useTranslation('assessments')
  const [language] = useLanguage()
  const { result } = assessment.value
  const score = result?.scores[scale.id]
  if (score === undefined) return null
  const scores = scoreSeries(all, instrument.id, scale.id)
  const before = previousScore(all, assessment, scale.id)
  const bandId = result?.bands[scale.id]
  const band = scale.bands.find(({ id }) => id === bandId)
  const meaning = `meaning.${instrument.id}.${scale.id}.${bandId}`
  const title = scale.label?.[language] ?? titleOf(instrument, language, instrument.id)
  const notForPerson = (result?.notes ?? []).filter(({ code }) => code === 'NOT_FOR_PERSON')

  return (
    <section className="panel scale-result" aria-label={title}>
      <div className="scale-result-head">
        <p className="scale-result-score">
          <span className="visually-hidden">{t('score')} </span>
          <strong>{roundedScore(score)}</strong>
          <span className="scale-result-range">{t('range', scoreRange(instrument, scale, about))}</span>
        </p>
        <div>
          {band !== undefined && <p className="scale-result-band">{band.label[language]}</p>}
          {i18n.exists(meaning, { ns: 'assessments' }) && <p>{t(meaning)}</p>}
          <CutOffsReached scale={scale} assessment={assessment.value} about={about} score={score} />
          {notForPerson.length > 0 && (
            <p className="quiet">
              {t('notForPerson', { numbers: notForPerson.map(({ at }) => at.slice(1)).join(' ') })}
            </p>
          )}
          {before === null ? (
            <p className="scale-result-since">{t('since.first')}</p>
          ) : (
            <SinceLast scale={scale} score={score} before={before} />
          )}
        </div>
      </div>
      <h2 className="panel-title">{t('history.title')}</h2>
      <ScoreHistory title={title} clientId={assessment.value.clientId} scale={scale} scores={scores} />
    </section>
  )
}
