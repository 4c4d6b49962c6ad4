import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, useNavigate, useParams } from 'react-router'
import type { Assessment } from '../../casework/assessment.ts'
import type { Stored } from '../../casework/record.ts'
import type { Questionnaire as QuestionnaireFiles } from '../../instruments/questionnaire.ts'
import { questionnaireOn, useClientOnShow } from '../clients/client-context.ts'
import { Questionnaire } from '../questionnaire/questionnaire.tsx'
import { surveyText } from '../questionnaire/survey-text.ts'
import { useQuestions } from '../questionnaire/use-questions.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { RaterLine } from './rater-line.tsx'
import { titleOf } from './title-of.ts'
import { useAnswerKeeping } from './use-answer-keeping.ts'
import './answer-entry.css'

/** Answers entered by a member of staff; an unfinished assessment opens where it was left. */
export function AnswerEntryPage() {
  const { assessmentId } = useParams()
  const { file, shelf } = useClientOnShow()
  const assessment = file.assessments.find(({ id }) => id === assessmentId)
  if (assessment === undefined) return <RefusalNotice refusal={{ code: 'NOT_FOUND' }} />
  const questionnaire = questionnaireOn(shelf, assessment.value.instrument)
  if (assessment.value.answeredAt !== null) return <Navigate to={`../assessments/${assessment.id}`} replace />
  if (questionnaire === undefined)
    return <RefusalNotice refusal={{ code: 'INSTRUMENT_MISSING', at: assessment.value.instrument }} />
  return <AnswerEntry key={assessment.id} assessment={assessment} questionnaire={questionnaire} />
}

function AnswerEntry({
  assessment,
  questionnaire: { instrument, survey },
}: {
  assessment: Stored<Assessment>
  questionnaire: QuestionnaireFiles
}) {
  const { t } = useTranslation('assessments')
  const navigate = useNavigate()
  const { file, again } = useClientOnShow()
  const { language, rater, mode } = assessment.value
  const { keep, finish, tryAgain, keptAt, refusal } = useAnswerKeeping(assessment)
  const [finishing, setFinishing] = useState(false)
  const [leavesOpen, setLeavesOpen] = useState(false)

  const questions = useQuestions({
    survey,
    language,
    arrangement: 'list',
    answers: assessment.value.answers,
    answeredBefore: [],
    onAnswer: async (question, value) => {
      setLeavesOpen(false)
      const raisesAlert = instrument.criticalItems.some(
        ({ item, values }) => item === question && value !== null && values.includes(value),
      )
      if ((await keep(question, value)) && raisesAlert) again()
    },
  })
  const required = new Set(instrument.items.flatMap(({ id, required }) => (required ? [id] : [])))
  const open = questions.asked.filter(({ name, value }) => value === null && required.has(name)).length

  const close = async () => {
    if (open > 0 && !leavesOpen) {
      setLeavesOpen(true)
      return
    }
    setFinishing(true)
    if (await finish()) {
      again()
      void navigate(`/clients/${file.client.id}/assessments/${assessment.id}`, { replace: true })
    } else setFinishing(false)
  }

  const instructions = surveyText(survey.description, language)
  return (
    <Page title={titleOf(instrument, language, instrument.id)} lead={<RaterLine rater={rater} />}>
      {mode === 'client' && <p className="answer-entry-note">{t('entry.begunByClient')}</p>}
      {instrument.id === 'behaviour-clues' && <p className="answer-entry-note">{t('clues')}</p>}
      <section className="panel">
        {instructions !== '' && (
          <p className="answer-entry-instructions" lang={language}>
            {instructions}
          </p>
        )}
        <p className="answer-entry-keys">{t('entry.keys')}</p>
        <Questionnaire questions={questions} />
      </section>
      <footer className="answer-entry-foot">
        {leavesOpen && (
          <p role="alert" className="answer-entry-note">
            {t(instrument.missing.rule === 'noScore' ? 'entry.openNoScore' : 'entry.open', { count: open })}
          </p>
        )}
        <RefusalNotice
          refusal={refusal}
          action={<Button onClick={() => void tryAgain()}>{t('entry.tryAgain')}</Button>}
        />
        <div className="answer-entry-actions">
          <Button type="primary" loading={finishing} onClick={() => void close()}>
            {t(leavesOpen ? 'entry.finishAnyway' : 'entry.finish')}
          </Button>
          <span>
            {t('entry.progress', {
              answered: questions.asked.filter(({ value }) => value !== null).length,
              of: questions.asked.length,
            })}
          </span>
          <SavedAt at={keptAt} />
          <Link to={`/clients/${file.client.id}/assessments`}>{t('entry.later')}</Link>
        </div>
      </footer>
    </Page>
  )
}
