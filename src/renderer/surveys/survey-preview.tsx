import { useTranslation } from 'react-i18next'
import { readCondition } from '../../instruments/plain-survey/plain-condition.ts'
import {
  type PlainQuestion,
  type PlainSurvey,
  questionsOf,
} from '../../instruments/plain-survey/plain-survey.ts'
import { useLanguage } from '../locale/locale.ts'
import { minutesFor } from '../questionnaire/minutes.ts'
import { surveyText } from '../questionnaire/survey-text.ts'

/** Everything a survey asks, as a list to read. */
export function SurveyPreview({ survey }: { survey: PlainSurvey }) {
  const { t } = useTranslation('surveys')
  const [language] = useLanguage()
  const questions = questionsOf(survey)
  const description = surveyText(survey.description, language)
  return (
    <section className="panel">
      <h2 className="panel-title">{t('preview.title')}</h2>
      <p className="quiet">
        {t('preview.facts', {
          questions: questions.length,
          minutes: minutesFor(questions.length),
          languages: survey.languages.map((one) => t(`language.${one}`)).join(t('listed')),
        })}
      </p>
      {description !== '' && <p lang={language}>{description}</p>}
      <ol className="surveys-questions" lang={language}>
        {questions.map((question) => (
          <PreviewQuestion key={question.name} question={question} questions={questions} />
        ))}
      </ol>
    </section>
  )
}

function PreviewQuestion({
  question,
  questions,
}: {
  question: PlainQuestion
  questions: readonly PlainQuestion[]
}) {
  const { t } = useTranslation('surveys')
  const [language] = useLanguage()
  const when = useConditionText(question.visibleIf, questions)
  const marks = [t(`kind.${question.type}`), ...(question.isRequired ? [t('required')] : [])]
  const description = surveyText(question.description, language)
  return (
    <li>
      <strong>{surveyText(question.title, language)}</strong>{' '}
      <span className="quiet">{marks.join(t('listed'))}</span>
      {description !== '' && <p>{description}</p>}
      {when !== null && <p className="quiet">{when}</p>}
      {question.type !== 'comment' && (
        <ul>
          {question.choices.map(({ value, text }) => (
            <li key={value}>{surveyText(text, language)}</li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** A condition in words; null for a question that is always asked. */
function useConditionText(visibleIf: string | undefined, questions: readonly PlainQuestion[]): string | null {
  const { t } = useTranslation('surveys')
  const [language] = useLanguage()
  const condition = visibleIf === undefined ? null : readCondition(visibleIf)
  if (condition === null) return null
  const parts = condition.map((all) =>
    all
      .map(({ question: name, is, value }) => {
        const number = questions.findIndex((one) => one.name === name)
        const asked = questions[number]
        const choice =
          asked === undefined || asked.type === 'comment'
            ? undefined
            : asked.choices.find((one) => one.value === value)
        const answer = surveyText(choice?.text, language)
        return t(is === '<>' ? 'condition.not' : 'condition.is', { number: number + 1, answer })
      })
      .join(t('condition.and')),
  )
  return t('condition.only', { when: parts.join(t('condition.or')) })
}
