import { useTranslation } from 'react-i18next'
import type { Questionnaire } from '../../instruments/questionnaire.ts'
import { useLanguage } from '../locale/locale.ts'
import { surveyText } from '../questionnaire/survey-text.ts'

/** The answers that call for something whatever the score, and for what. */
export function CriticalFacts({ questionnaire: { instrument, survey } }: { questionnaire: Questionnaire }) {
  const { t } = useTranslation('catalogue')
  const { t: tAssessments } = useTranslation('assessments')
  const [language] = useLanguage()
  if (instrument.criticalItems.length === 0) return null
  const questions = survey.pages.flatMap(({ elements }) => elements)
  return (
    <section className="panel">
      <h2 className="panel-title">{t('critical.title')}</h2>
      <ul className="instrument-critical">
        {instrument.criticalItems.map(({ item, values, response }) => {
          const question = questions.find(({ name }) => name === item)
          const answers = question?.choices.filter(({ value }) => values.includes(value)) ?? []
          return (
            <li key={item}>
              <strong>{t('critical.item', { number: item.slice(1) })}</strong>{' '}
              {surveyText(question?.title, language)}
              <p>
                {t('critical.answers', {
                  answers: answers.map(({ text }) => surveyText(text, language)).join(t('or')),
                })}
              </p>
              <p>
                <strong>{tAssessments(`critical.response.${response}`)}</strong>{' '}
                {response === 'prompt' && t('critical.noAlert')}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
