import { useTranslation } from 'react-i18next'
import type { ToldCounts } from '../../exchange/campaign/withhold-counts.ts'
import { type PlainSurvey, questionsOf } from '../../instruments/plain-survey/plain-survey.ts'
import { KnownPart, Withheld } from '../charts/withheld.tsx'
import { useLanguage } from '../locale/locale.ts'
import { surveyText } from '../questionnaire/survey-text.ts'
import './told-counts.css'

/** A number of a question: null when it is withheld; of a sum over rooms, with how many withhold theirs. */
type Told = number | null | { known: number; withheld: number }

/** The counts of a room as they leave it, question by question. */
export function ToldCountsList({
  survey,
  questions,
}: {
  survey: PlainSurvey
  questions: readonly ToldCounts[]
}) {
  return (
    <div className="told-counts">
      {questions.map(({ question, counts }) => (
        <ToldQuestion key={question} survey={survey} question={question} counts={counts} />
      ))}
    </div>
  )
}

/** One question's counts under its own words; the mark for what is withheld is explained below. */
export function ToldQuestion({
  survey,
  question: name,
  counts,
  rooms = 1,
}: {
  survey: PlainSurvey
  question: string
  counts: readonly Told[]
  /** Over how many rooms it is a sum. */
  rooms?: number
}) {
  const { t } = useTranslation('campaigns')
  const [language] = useLanguage()
  const questions = questionsOf(survey)
  const number = questions.findIndex((one) => one.name === name)
  const question = questions[number]
  if (question === undefined || question.type === 'comment') return null
  const title = surveyText(question.title, language)
  const isPartly = counts.some((count) => isSum(count) && count.withheld > 0 && count.withheld < rooms)
  const isWithheld = counts.some((count) => count === null || (isSum(count) && count.withheld === rooms))
  return (
    <div>
      <table className="told-counts-table">
        <caption>
          {number + 1}. {title}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('told.answer')}</th>
            <th scope="col">{t('told.people')}</th>
          </tr>
        </thead>
        <tbody>
          {question.choices.map(({ value, text }, index) => (
            <tr key={value}>
              <th scope="row">{surveyText(text, language)}</th>
              <td>
                <ToldCount count={counts[index] ?? null} rooms={rooms} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isWithheld && (
        <p className="quiet">{t('charts:note', { mark: t('charts:mark'), meaning: t('charts:withheld') })}</p>
      )}
      {isPartly && <p className="quiet">{t('charts:partly', { mark: t('charts:mark') })}</p>}
    </div>
  )
}

const isSum = (count: Told): count is { known: number; withheld: number } =>
  typeof count === 'object' && count !== null

function ToldCount({ count, rooms }: { count: Told; rooms: number }) {
  if (count === null) return <Withheld />
  if (!isSum(count)) return count
  if (count.withheld === 0) return count.known
  return count.withheld >= rooms ? <Withheld /> : <KnownPart known={count.known} units={count.withheld} />
}
