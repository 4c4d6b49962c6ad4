import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { surveyFor } from '../../../instruments/survey-for.ts'
import { useClientOnShow } from '../../clients/client-context.ts'
import { Questionnaire } from '../../questionnaire/questionnaire.tsx'
import { useQuestions } from '../../questionnaire/use-questions.ts'
import { aboutClient } from '../about-client.ts'
import { type Entry, EntryPage } from './entry-page.tsx'
import { EntryProgress } from './entry-progress.tsx'
import { useAnswerKeeping } from './use-answer-keeping.ts'
import { useClosing } from './use-closing.ts'
import { useKept } from './use-kept.ts'

/** All questions on one page, answered by number key or by clicking. */
export function ListEntry(entry: Entry) {
  const { t } = useTranslation('assessments')
  const { assessment, questionnaire } = entry
  const { file } = useClientOnShow()
  const keeping = useAnswerKeeping(assessment)
  const kept = useKept(questionnaire.instrument, keeping)
  const { closing, warning, label, reconsider, close } = useClosing(entry, keeping)
  const questions = useQuestions({
    survey: surveyFor(questionnaire, aboutClient(file.client.value, assessment.value.startedAt)),
    language: assessment.value.language,
    arrangement: 'list',
    answers: assessment.value.answers,
    answeredBefore: [],
    onAnswer: (question, value) => {
      reconsider()
      void kept(question, value)
    },
  })

  return (
    <EntryPage
      {...entry}
      keeping={keeping}
      hint={t('entry.keys')}
      warning={warning}
      actions={
        <>
          <Button type="primary" loading={closing} onClick={() => void close(questions.asked)}>
            {label}
          </Button>
          <EntryProgress asked={questions.asked} />
        </>
      }
    >
      <Questionnaire questions={questions} />
    </EntryPage>
  )
}
