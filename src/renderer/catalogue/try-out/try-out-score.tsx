import { useTranslation } from 'react-i18next'
import type { Questionnaire } from '../../../instruments/questionnaire.ts'
import type { About } from '../../../instruments/vectors.ts'
import type { ScoreResult } from '../../../scoring/score-result.ts'
import { useLanguage } from '../../locale/locale.ts'
import { surveyText } from '../../questionnaire/survey-text.ts'
import { TryOutScale } from './try-out-scale.tsx'

/** What the answers given so far would come to. */
export function TryOutScore({
  questionnaire,
  about,
  result,
}: {
  questionnaire: Questionnaire
  about: About
  result: ScoreResult
}) {
  const { t } = useTranslation('catalogue')
  const { instrument } = questionnaire
  const { status, missing, scores } = result
  const count = missing.length
  return (
    <section className="panel try-out-score" aria-label={t('tryOut.score')} aria-live="polite">
      <h2 className="panel-title">{t('tryOut.score')}</h2>
      {instrument.scales.length === 0 && <p className="quiet">{t('scoring.none')}</p>}
      {status === 'incomplete' && instrument.scales.length > 0 && (
        <p className="quiet">{t('tryOut.incomplete')}</p>
      )}
      {status === 'invalid' && <p className="quiet">{t('tryOut.invalid', { count })}</p>}
      {status === 'prorated' && <p className="try-out-caution">{t('tryOut.prorated', { count })}</p>}
      {status === 'outOfRange' && <p className="try-out-caution">{t('tryOut.outOfRange')}</p>}
      {instrument.scales.map(
        (scale) =>
          scores[scale.id] !== undefined && (
            <TryOutScale key={scale.id} instrument={instrument} scale={scale} about={about} result={result} />
          ),
      )}
      <CriticalGiven questionnaire={questionnaire} result={result} />
    </section>
  )
}

/** What the answers given to critical items call for. */
function CriticalGiven({
  questionnaire: { instrument, survey },
  result: { critical },
}: {
  questionnaire: Questionnaire
  result: ScoreResult
}) {
  const { t } = useTranslation('assessments')
  const [language] = useLanguage()
  if (critical.length === 0) return null
  const questions = survey.pages.flatMap(({ elements }) => elements)
  return (
    <div className="try-out-critical">
      <h3>{t('critical.title')}</h3>
      <ul>
        {critical.map(({ item, value }) => {
          const called = instrument.criticalItems.find(
            (one) => one.item === item && one.values.includes(value),
          )
          return (
            <li key={item}>
              {surveyText(questions.find(({ name }) => name === item)?.title, language)}
              {called !== undefined && <strong>{t(`critical.response.${called.response}`)}</strong>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
