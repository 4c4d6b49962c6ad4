import { useTranslation } from 'react-i18next'
import type { Questionnaire } from '../../instruments/questionnaire.ts'
import type { Scale } from '../../instruments/scale.ts'
import { scoreRange } from '../../instruments/score-range.ts'
import type { About } from '../../instruments/vectors.ts'
import type { ScoreResult } from '../../scoring/score-result.ts'
import { useLanguage } from '../locale/locale.ts'
import { surveyText } from '../questionnaire/survey-text.ts'

/** What the answers given so far would come to. */
export function TryOutScore({
  questionnaire: { instrument, survey },
  about,
  result,
}: {
  questionnaire: Questionnaire
  about: About
  result: ScoreResult
}) {
  const { t } = useTranslation('catalogue')
  const [language] = useLanguage()
  const { status, missing, scores, notes = [], critical } = result
  const questions = survey.pages.flatMap(({ elements }) => elements)
  const nameOf = (id: string) => {
    const scale = instrument.scales.find((one) => one.id === id)
    return scale?.label?.[language] ?? t('scale.whole')
  }
  return (
    <section className="panel try-out-score" aria-label={t('tryOut.score')} aria-live="polite">
      <h2 className="panel-title">{t('tryOut.score')}</h2>
      {instrument.scales.length === 0 && <p className="quiet">{t('scoring.none')}</p>}
      {status === 'incomplete' && instrument.scales.length > 0 && (
        <p className="quiet">{t('tryOut.incomplete', { count: missing.length })}</p>
      )}
      {status === 'invalid' && <p className="quiet">{t('tryOut.invalid', { count: missing.length })}</p>}
      {status === 'prorated' && (
        <p className="try-out-caution">{t('tryOut.prorated', { count: missing.length })}</p>
      )}
      {status === 'outOfRange' && <p className="try-out-caution">{t('tryOut.outOfRange')}</p>}
      {instrument.scales
        .filter(({ id }) => scores[id] !== undefined)
        .map((scale) => (
          <ScaleScore
            key={scale.id}
            scale={scale}
            name={nameOf(scale.id)}
            range={scoreRange(instrument, scale, about)}
            result={result}
          />
        ))}
      {notes.map(({ code, at }) => (
        <p key={`${code} ${at}`} className="try-out-caution">
          {code === 'NOT_FOR_PERSON'
            ? t(`note.${code}`, { number: at.slice(1) })
            : code === 'CAVEAT'
              ? caveatsOf(instrument.scales.find(({ id }) => id === at))
                  .map((label) => label[language])
                  .join(' ')
              : t(`note.${code}`, { scale: nameOf(at) })}
        </p>
      ))}
      {critical.length > 0 && (
        <div className="try-out-critical">
          <h3>{t('critical.title')}</h3>
          <ul>
            {critical.map(({ item }) => {
              const response = instrument.criticalItems.find((one) => one.item === item)?.response
              return (
                <li key={item}>
                  {surveyText(questions.find(({ name }) => name === item)?.title, language)}
                  {response !== undefined && <strong>{t(`response.${response}`)}</strong>}
                </li>
              )
            })}
          </ul>
        </div>
      )}
    </section>
  )
}

const caveatsOf = (scale: Scale | undefined) =>
  (scale?.cutOffs ?? []).flatMap(({ caveat }) => (caveat === null ? [] : [caveat.label]))

function ScaleScore({
  scale,
  name,
  range,
  result: { scores, bands, reached },
}: {
  scale: Scale
  name: string
  range: { min: number; max: number }
  result: ScoreResult
}) {
  const { t } = useTranslation('catalogue')
  const [language] = useLanguage()
  const band = scale.bands.find(({ id }) => id === bands[scale.id])
  const ids = reached?.[scale.id] ?? []
  const labels = ids.map((id) => scale.cutOffs.find((cutOff) => cutOff.id === id)?.label[language] ?? id)
  return (
    <div className="try-out-scale">
      <span>{name}</span>
      <strong>{scores[scale.id]}</strong>
      <span className="quiet">{t('scale.range', range)}</span>
      {band !== undefined && <p>{band.label[language]}</p>}
      {labels.map((label) => (
        <p key={label} className="try-out-reached">
          {t('tryOut.reached', { label })}
        </p>
      ))}
    </div>
  )
}
