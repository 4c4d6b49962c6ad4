import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answers } from '../../../instruments/vectors.ts'
import { DigitSheet } from '../../questionnaire/digit-sheet.tsx'
import { type Entry, EntryPage } from './entry-page.tsx'
import { EntryProgress } from './entry-progress.tsx'
import { withAnswer } from './paper-first.tsx'
import { SettleDifferences } from './settle-differences.tsx'
import { differences, type Settlement, settled } from './two-entries.ts'
import type { AnswerKeeping } from './use-answer-keeping.ts'
import { useClosing } from './use-closing.ts'
import { usePaperQuestions } from './use-paper-questions.ts'

/** The same paper form once more, blind; then both entries side by side where they differ. */
export function PaperSecond({
  keeping,
  first,
  onGiveUp,
  ...entry
}: Entry & { keeping: AnswerKeeping; first: Answers; onGiveUp: () => void }) {
  const { t } = useTranslation('assessments')
  const { instrument } = entry.questionnaire
  const [second, setSecond] = useState<Answers>({})
  const [compared, setCompared] = useState(false)
  const [settlement, setSettlement] = useState<Settlement>({})
  const { closing, finishNow, label } = useClosing(entry, keeping)
  const questions = usePaperQuestions(entry, {}, (question, value) =>
    setSecond((answers) => withAnswer(answers, question, value)),
  )
  const found = differences(instrument, first, second)
  const unsettled = found.filter(({ question }) => settlement[question] === undefined).length

  const finish = () =>
    void finishNow({ answers: settled(instrument, first, second, settlement), paper: 'twice' })

  if (compared)
    return (
      <EntryPage
        {...entry}
        keeping={keeping}
        hint={found.length === 0 ? t('paper.same') : t('paper.differ', { count: found.length })}
        warning={null}
        actions={
          <>
            <Button type="primary" disabled={unsettled > 0} loading={closing} onClick={finish}>
              {label}
            </Button>
            <Button disabled={closing} onClick={() => setCompared(false)}>
              {t('paper.backToSecond')}
            </Button>
            <Button disabled={closing} onClick={onGiveUp}>
              {t('paper.giveUp')}
            </Button>
          </>
        }
      >
        {found.length > 0 && (
          <SettleDifferences
            survey={entry.questionnaire.survey}
            language={entry.assessment.value.language}
            found={found}
            settlement={settlement}
            onSettle={(question, right) => setSettlement({ ...settlement, [question]: right })}
          />
        )}
      </EntryPage>
    )
  return (
    <EntryPage
      {...entry}
      keeping={keeping}
      hint={t('paper.secondHint')}
      warning={null}
      actions={
        <>
          <Button
            type="primary"
            onClick={() => {
              setSettlement({})
              setCompared(true)
            }}
          >
            {t('paper.compare')}
          </Button>
          <Button onClick={onGiveUp}>{t('paper.giveUp')}</Button>
          <EntryProgress asked={questions.asked} />
        </>
      }
    >
      <DigitSheet questions={questions} />
    </EntryPage>
  )
}
