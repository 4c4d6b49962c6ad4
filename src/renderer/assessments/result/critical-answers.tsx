import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../../casework/assessments/assessment.ts'
import type { Questionnaire } from '../../../instruments/questionnaire.ts'
import { surveyText } from '../../questionnaire/survey-text.ts'

/** What was answered to critical items, and what each answer calls for; a prompt is only something to talk about. */
export function CriticalAnswers({
  questionnaire: { instrument, survey },
  assessment: { result, language },
}: {
  questionnaire: Questionnaire
  assessment: Assessment
}) {
  const { t } = useTranslation('assessments')
  const questions = survey.pages.flatMap(({ elements }) => elements)
  const given = (result?.critical ?? []).map(({ item, value }) => {
    const question = questions.find(({ name }) => name === item)
    return {
      item,
      value,
      response:
        instrument.criticalItems.find((one) => one.item === item && one.values.includes(value))?.response ??
        'interviewSameVisit',
      question: surveyText(question?.title, language),
      answer: surveyText(question?.choices.find((choice) => choice.value === value)?.text, language),
    }
  })
  if (given.length === 0) return null
  const calls = given.some(({ response }) => response !== 'prompt')
  return (
    <section
      className={`panel ${calls ? 'result-critical' : 'result-prompts'}`}
      aria-label={t('critical.title')}
    >
      <h2 className="panel-title">{t('critical.title')}</h2>
      <ul>
        {given.map(({ item, value, response, question, answer }) => (
          <li key={item}>
            <q lang={language}>{question}</q>{' '}
            <strong lang={language}>{answer === '' ? value : answer}</strong>
            <span className="result-response">{t(`critical.response.${response}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
