import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Answers } from '../../../instruments/vectors.ts'
import { DigitSheet } from '../../questionnaire/digit-sheet.tsx'
import { type Entry, EntryPage } from './entry-page.tsx'
import { EntryProgress } from './entry-progress.tsx'
import type { AnswerKeeping } from './use-answer-keeping.ts'
import { useClosing } from './use-closing.ts'
import { useKept } from './use-kept.ts'
import { usePaperQuestions } from './use-paper-questions.ts'

/** The first entry of a paper form, kept with every digit. */
export function PaperFirst({
  keeping,
  first,
  onChange,
  onOnceMore,
  ...entry
}: Entry & {
  keeping: AnswerKeeping
  first: Answers
  onChange: (change: (answers: Answers) => Answers) => void
  onOnceMore: () => void
}) {
  const { t } = useTranslation('assessments')
  const kept = useKept(entry.questionnaire.instrument, keeping)
  const { closing, warning, label, reconsider, close } = useClosing(entry, keeping)
  const questions = usePaperQuestions(entry, first, (question, value) => {
    reconsider()
    onChange((answers) => withAnswer(answers, question, value))
    void kept(question, value)
  })
  return (
    <EntryPage
      {...entry}
      keeping={keeping}
      hint={t('paper.hint')}
      warning={warning}
      actions={
        <>
          <Button type="primary" loading={closing} onClick={() => void close(questions.asked)}>
            {label}
          </Button>
          <Button
            disabled={closing || questions.asked.every(({ value }) => value === null)}
            onClick={onOnceMore}
          >
            {t('paper.onceMore')}
          </Button>
          <EntryProgress asked={questions.asked} />
        </>
      }
    >
      <DigitSheet questions={questions} />
    </EntryPage>
  )
}

/** These answers with one changed; null takes it back. */
export const withAnswer = (answers: Answers, question: string, value: number | null): Answers => {
  const { [question]: _, ...others } = answers
  return value === null ? others : { ...others, [question]: value }
}
