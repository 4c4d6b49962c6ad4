import { useTranslation } from 'react-i18next'
import { Link, Navigate, useLocation, useParams } from 'react-router'
import { isClueList } from '../../../casework/clues/clue-from-list.ts'
import { questionnaireOn, useClientOnShow } from '../../clients/client-context.ts'
import { ExportAssessment } from '../../disclosures/export-assessment.tsx'
import { useLanguage } from '../../locale/locale.ts'
import { UnofficialMark } from '../../questionnaire/unofficial-mark.tsx'
import { useFormatTime } from '../../ui/format-time.ts'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { aboutClient } from '../about-client.ts'
import { RaterAccount } from '../rater-account.tsx'
import { RaterLine } from '../rater-line.tsx'
import { startLink } from '../start-link.ts'
import { titleOf } from '../title-of.ts'
import { waitingIn } from '../waiting.ts'
import { AnswersTable } from './answers-table.tsx'
import { CriticalAnswers } from './critical-answers.tsx'
import { CriticalLine } from './critical-line.tsx'
import { InstrumentOrigin } from './instrument-origin.tsx'
import { QualityNotes } from './quality-notes.tsx'
import { ResultScales } from './result-scales.tsx'
import './result-page.css'

/** What came of one assessment: critical item first, then scores and meaning, the course, answers, terms and origin. */
export function ResultPage() {
  const { t } = useTranslation('assessments')
  const { dayTime } = useFormatTime()
  const [language] = useLanguage()
  const { assessmentId } = useParams()
  const { state } = useLocation()
  const { file, shelf } = useClientOnShow()
  const assessment = file.assessments.find(({ id }) => id === assessmentId)
  if (assessment === undefined) return <RefusalNotice refusal={{ code: 'NOT_FOUND' }} />
  const { instrument: id, answeredAt, result, rater, answers, remark, paper, startedAt } = assessment.value
  if (answeredAt === null || result === null) return <Navigate to="answers" replace />
  const questionnaire = questionnaireOn(shelf, id, result.version)
  const about = aboutClient(file.client.value, startedAt)
  const alerts = file.alerts.filter(({ value }) => value.assessmentId === assessment.id)
  const waiting = waitingIn(state)
  const next = waiting?.instruments[0]
  const titleById = (one: string) => titleOf(questionnaireOn(shelf, one)?.instrument, language, one)

  return (
    <Page
      title={
        <>
          {titleOf(questionnaire?.instrument, language, titleById(id))}{' '}
          {questionnaire !== undefined && (
            <UnofficialMark instrument={questionnaire.instrument} language={assessment.value.language} />
          )}
        </>
      }
      lead={
        <>
          {dayTime(answeredAt)} · <RaterLine rater={rater} />
          {paper !== undefined && ` · ${t(`paper.entered.${paper}`)}`} <RaterAccount rater={rater} />
        </>
      }
      actions={
        <>
          {isClueList(id) && <Link to={`/clients/${file.client.id}/clues`}>{t('result.clues')}</Link>}
          {questionnaire !== undefined && <Link to="print">{t('result.print')}</Link>}
          <Link to={`/clients/${file.client.id}/assessments`}>{t('result.all')}</Link>
        </>
      }
    >
      {waiting !== null && next !== undefined && (
        <p className="result-waiting">
          <Link to={startLink(file.client.id, waiting.instruments, waiting.way)}>
            {t('result.next', { title: titleById(next), count: waiting.instruments.length })}
          </Link>
        </p>
      )}
      {alerts.map((alert) => (
        <CriticalLine key={alert.id} alert={alert.value} staffNames={file.staffNames} />
      ))}
      {questionnaire !== undefined && (
        <CriticalAnswers questionnaire={questionnaire} assessment={assessment.value} />
      )}
      <p className="result-screening">
        {t(questionnaire?.instrument.kind === 'observation' ? 'observation' : 'result.notDiagnosis')}
      </p>
      {result.status !== 'scored' && questionnaire?.instrument.kind !== 'observation' && (
        <p className="result-status">
          {t(`status.sentence.${result.status}`, { count: result.missing.length })}
        </p>
      )}
      {questionnaire !== undefined && (
        <>
          <QualityNotes instrument={questionnaire.instrument} assessment={assessment.value} />
          <ResultScales questionnaire={questionnaire} assessment={assessment} about={about} />
        </>
      )}
      {remark !== undefined && remark.trim() !== '' && (
        <section className="panel">
          <h2 className="panel-title">{t('remark.label')}</h2>
          <p className="result-remark">{remark}</p>
        </section>
      )}
      {questionnaire !== undefined && (
        <section className="panel">
          <details open={Object.keys(result.scores).length === 0}>
            <summary>{t('answers.title')}</summary>
            <AnswersTable
              questionnaire={questionnaire}
              about={about}
              answers={answers}
              language={assessment.value.language}
            />
          </details>
        </section>
      )}
      <ExportAssessment key={assessment.id} assessment={assessment} />
      <InstrumentOrigin
        instrument={questionnaire?.instrument}
        version={result.version}
        language={assessment.value.language}
      />
    </Page>
  )
}
