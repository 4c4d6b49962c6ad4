import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResponseCounts } from '../../casework/surveys/response-counts.ts'
import {
  type ClosedQuestion,
  type PlainSurvey,
  questionsOf,
} from '../../instruments/plain-survey/plain-survey.ts'
import { CountsChart } from '../charts/counts-chart.tsx'
import { useLanguage } from '../locale/locale.ts'
import { surveyText } from '../questionnaire/survey-text.ts'

/** Every closed question with its counts, drawn and in figures. */
export function QuestionResults({
  survey,
  results: { counts },
}: {
  survey: PlainSurvey
  results: { counts: ResponseCounts[] }
}) {
  const questions = questionsOf(survey)
  return (
    <div className="surveys-results">
      {counts.map((found) => {
        const number = questions.findIndex(({ name }) => name === found.question)
        const question = questions[number]
        return question === undefined || question.type === 'comment' ? null : (
          <QuestionResult key={found.question} number={number + 1} question={question} found={found} />
        )
      })}
    </div>
  )
}

function QuestionResult({
  number,
  question,
  found: { answered, counts },
}: {
  number: number
  question: ClosedQuestion
  found: ResponseCounts
}) {
  const { t } = useTranslation('surveys')
  const [language] = useLanguage()
  const figures = useId()
  const title = surveyText(question.title, language)
  const labels = useMemo(
    () => question.choices.map(({ text }) => shortened(surveyText(text, language))),
    [question, language],
  )
  const sets = useMemo(
    () => [{ label: t('column.people'), cells: counts.map(({ count }) => count) }],
    [counts, t],
  )
  return (
    <section className="panel a4-whole" aria-labelledby={`${figures}-title`}>
      <h2 className="panel-title" id={`${figures}-title`}>
        {number}. {title}
      </h2>
      <p className="quiet">
        {t(question.type === 'checkbox' ? 'results.answeredSeveral' : 'results.answered', {
          count: answered,
        })}
      </p>
      <CountsChart label={title} figures={figures} labels={labels} sets={sets} />
      <table id={figures} className="surveys-counts">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.answer')}</th>
            <th scope="col">{t('column.people')}</th>
            <th scope="col">{t('column.share')}</th>
          </tr>
        </thead>
        <tbody>
          {question.choices.map(({ value, text }, index) => {
            const count = counts[index]?.count ?? 0
            return (
              <tr key={value}>
                <th scope="row">{surveyText(text, language)}</th>
                <td>{count}</td>
                <td>{answered === 0 ? '–' : `${Math.round((count / answered) * 100)}%`}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

const longest = 16

/** The table beside the chart has the whole text. */
const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)
