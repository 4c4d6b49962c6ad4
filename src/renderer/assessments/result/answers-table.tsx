import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../../casework/assessments/assessment.ts'
import type { Language } from '../../../casework/records/values.ts'
import type { Questionnaire } from '../../../instruments/questionnaire.ts'
import { surveyFor } from '../../../instruments/survey-for.ts'
import type { About } from '../../../instruments/vectors.ts'
import { surveyText } from '../../questionnaire/survey-text.ts'

/** Every question with its answer, in words and in the published coding, as it was worded when it was answered. */
export function AnswersTable({
  questionnaire,
  about,
  answers,
  language,
}: {
  questionnaire: Questionnaire
  about: About
  answers: Assessment['answers']
  language: Language
}) {
  const { t } = useTranslation('assessments')
  const questions = surveyFor(questionnaire, about)
    .pages.flatMap(({ elements }) => elements)
    // An answer to a question that was not for this person is still shown.
    .concat(
      questionnaire.survey.pages
        .flatMap(({ elements }) => elements)
        .filter(({ name }) => answers[name] !== undefined),
    )
  const shown = [...new Map(questions.map((question) => [question.name, question])).values()]
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
        {shown.map(({ name, title, choices }) => {
          const value = answers[name]
          const choice = choices.find((one) => one.value === value)
          return (
            <tr key={name}>
              <td>{name.slice(1)}</td>
              <th scope="row" lang={language}>
                {surveyText(title, language)}
              </th>
              <td lang={choice === undefined ? undefined : language}>
                {choice === undefined ? t('answers.none') : surveyText(choice.text, language)}
              </td>
              <td>{value}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
