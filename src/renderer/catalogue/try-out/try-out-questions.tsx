import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../casework/records/values.ts'
import type { Questionnaire as QuestionnaireFiles } from '../../../instruments/questionnaire.ts'
import type { Survey } from '../../../instruments/survey.ts'
import type { Answers } from '../../../instruments/vectors.ts'
import { Questionnaire } from '../../questionnaire/questionnaire.tsx'
import { surveyText } from '../../questionnaire/survey-text.ts'
import { UnofficialMark } from '../../questionnaire/unofficial-mark.tsx'
import { useEnter } from '../../questionnaire/use-enter.ts'
import { useQuestions } from '../../questionnaire/use-questions.ts'

/** One question at a time, as on the client's own page. */
export function TryOutQuestions({
  questionnaire: { instrument },
  survey,
  language,
  answers,
  onAnswer,
}: {
  questionnaire: QuestionnaireFiles
  survey: Survey
  language: Language
  answers: Answers
  onAnswer: (question: string, value: number | null) => void
}) {
  const { t } = useTranslation('catalogue')
  const questions = useQuestions({
    survey,
    language,
    arrangement: 'oneByOne',
    answers,
    answeredBefore: [],
    onAnswer,
  })
  // The page's own title stands above the question's.
  useState(() =>
    questions.model.onGetTitleTagName.add((_, title) => {
      title.tagName = 'h2'
    }),
  )
  const { current, move } = questions
  useEnter(() => move(1), true)
  const instructions = surveyText(survey.description, language)
  if (current === undefined) return null
  return (
    <section className="panel try-out-questions" aria-label={t('tryOut.questions')}>
      <header>
        <strong>{t('tryOut.progress', { number: current.number, of: current.of })}</strong>
        <progress max={current.of} value={current.number} aria-label={t('tryOut.progressLabel')} />
        <UnofficialMark instrument={instrument} language={language} />
      </header>
      {instructions !== '' && (
        <p className="try-out-instructions" lang={language}>
          {instructions}
        </p>
      )}
      <div lang={language}>
        <Questionnaire questions={questions} />
      </div>
      <footer>
        <Button disabled={current.number === 1} onClick={() => move(-1)}>
          {t('tryOut.back')}
        </Button>
        <Button type="primary" disabled={current.number === current.of} onClick={() => move(1)}>
          {t('tryOut.next')}
        </Button>
      </footer>
    </section>
  )
}
