import { useTranslation } from 'react-i18next'
import { Link, Navigate, useParams } from 'react-router'
import { questionnaireOn, useClientOnShow } from '../clients/client-context.ts'
import { useLanguage } from '../locale/locale.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { AnswersTable } from './answers-table.tsx'
import { CriticalLine } from './critical-line.tsx'
import { InstrumentOrigin } from './instrument-origin.tsx'
import { RaterLine } from './rater-line.tsx'
import { ScaleResult } from './scale-result.tsx'
import { titleOf } from './title-of.ts'
import './result-page.css'

/** What came of one assessment: critical item first, then score and meaning, the course, answers, terms and origin. */
export function ResultPage() {
  const { t } = useTranslation('assessments')
  const { dayTime } = useFormatTime()
  const [language] = useLanguage()
  const { assessmentId } = useParams()
  const { file, shelf } = useClientOnShow()
  const assessment = file.assessments.find(({ id }) => id === assessmentId)
  if (assessment === undefined) return <RefusalNotice refusal={{ code: 'NOT_FOUND' }} />
  const { instrument: id, answeredAt, result, rater } = assessment.value
  if (answeredAt === null || result === null) return <Navigate to="answers" replace />
  const questionnaire = questionnaireOn(shelf, id)
  const alerts = file.alerts.filter(({ value }) => value.assessmentId === assessment.id)
  const scored = Object.keys(result.scores).length > 0

  return (
    <Page
      title={titleOf(questionnaire?.instrument, language, id)}
      lead={
        <>
          {dayTime(answeredAt)} · <RaterLine rater={rater} />
        </>
      }
      actions={<Link to={`/clients/${file.client.id}/assessments`}>{t('result.all')}</Link>}
    >
      {alerts.map((alert) => (
        <CriticalLine key={alert.id} alert={alert.value} staffNames={file.staffNames} />
      ))}
      <p className="result-screening">{t('result.notDiagnosis')}</p>
      {result.status !== 'scored' && (
        <p className="result-status">
          {t(`status.sentence.${result.status}`, { count: result.missing.length })}
        </p>
      )}
      {questionnaire?.instrument.scales
        .filter((scale) => scale.id in result.scores)
        .map((scale) => (
          <ScaleResult
            key={scale.id}
            instrument={questionnaire.instrument}
            scale={scale}
            assessment={assessment}
            all={file.assessments}
          />
        ))}
      {questionnaire !== undefined && (
        <section className="panel">
          <details open={!scored}>
            <summary>{t('answers.title')}</summary>
            <AnswersTable survey={questionnaire.survey} answers={assessment.value.answers} />
          </details>
        </section>
      )}
      <InstrumentOrigin
        instrument={questionnaire?.instrument}
        version={result.version}
        language={assessment.value.language}
      />
    </Page>
  )
}
