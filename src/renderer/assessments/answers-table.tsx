import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../casework/assessment.ts'
import type { Survey } from '../../instruments/survey.ts'
import { useLanguage } from '../locale/locale.ts'
import { surveyText } from '../questionnaire/survey-text.ts'

/** Every question with its answer, in words and in the published coding. */
export function AnswersTable({ survey, answers }: { survey: Survey; answers: Assessment['answers'] }) {
  const { t } = useTranslation('assessments')
  const [language] = useLanguage()
  const questions = survey.pages.flatMap(({ elements }) => elements)
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{t('answers.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('answers.number')}</th>
          <th scope="col">{t('answers.question')}</th>
          <th scope="col">{t('answers.answer')}</th>
          <th scope="col">{t('answers.code')}</th>
        </tr>
      </thead>
      <tbody>
        {questions.map(({ name, title, choices }, index) => {
          const value = answers[name]
          const choice = choices.find((one) => one.value === value)
          return (
            <tr key={name}>
              <td>{index + 1}</td>
              <th scope="row">{surveyText(title, language)}</th>
              <td>{choice === undefined ? t('answers.none') : surveyText(choice.text, language)}</td>
              <td>{value}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
