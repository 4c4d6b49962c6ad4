import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { MandatoryReportStepKind } from '../../casework/disclosures/mandatory-report-course.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { ClockLine } from './clock-line.tsx'
import { StepForm } from './step-form.tsx'
import { StepLine } from './step-line.tsx'
import './mandatory-reports.css'

/** One report, led from step to step; it can be made at any of them. */
export function ReportPage() {
  const { t } = useTranslation('mandatory-reports')
  const { dateTime } = useFormatTime()
  const { reportId = '' } = useParams()
  const [chosen, setChosen] = useState<MandatoryReportStepKind | null>(null)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const { data, failed, again } = useQuery(() => room.mandatoryReports(), [reportId])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  const shown = data.reports.find(({ report }) => report.id === reportId)
  if (shown === undefined) return <RefusalNotice refusal={{ code: 'NOT_FOUND' }} />
  const { report, fileNumber, next, open } = shown
  const { value } = report
  const kind = chosen !== null && open.includes(chosen) ? chosen : (next ?? open[0])
  // Whatever else is open, somebody may have to report this moment.
  const others = open
    .filter((one) => one !== kind)
    .toSorted((a, b) => Number(b === 'reported') - Number(a === 'reported'))
  return (
    <Page
      title={`${t(`duty.${value.duty}`)} · ${fileNumber ?? t('noFile')}`}
      lead={<ClockLine report={value} rules={data.rules} />}
      actions={
        <>
          {value.clientId !== null && <Link to={`/clients/${value.clientId}`}>{t('toFile')}</Link>}
          <Link to="/mandatory-reports">{t('title')}</Link>
        </>
      }
    >
      <p>
        {t(`law.${value.duty}`)} {t('never')}
      </p>
      {value.about.trim() !== '' && <p>{value.about}</p>}
      {kind !== undefined && (
        <section className="panel" aria-labelledby="report-step">
          <h2 className="panel-title" id="report-step">
            {t(kind === next ? 'step.next' : 'step.now', { title: t(`step.${kind}.title`) })}
          </h2>
          <StepForm
            key={`${kind} ${value.steps.length}`}
            kind={kind}
            report={report}
            rules={data.rules}
            usual={data.fields[value.duty]}
            onTaken={() => {
              setChosen(null)
              setSavedAt(new Date())
              again()
            }}
          />
          {others.length > 0 && (
            <div className="report-other">
              <span className="quiet">{t('step.others')}</span>
              {others.map((one) => (
                <Button key={one} onClick={() => setChosen(one)}>
                  {t(`step.${one}.title`)}
                </Button>
              ))}
            </div>
          )}
        </section>
      )}
      <section className="panel" aria-labelledby="report-so-far">
        <h2 className="panel-title">
          <span id="report-so-far">{t('soFar')}</span> <SavedAt at={savedAt} />
        </h2>
        <p className="quiet">
          {t('learned', {
            at: dateTime(value.learnedAt),
            who: data.staffNames[value.learnedBy] ?? t('somebody'),
          })}
        </p>
        <ol className="report-steps">
          {value.steps.map((step) => (
            <StepLine key={`${step.kind} ${step.at}`} step={step} staffNames={data.staffNames} />
          ))}
        </ol>
      </section>
    </Page>
  )
}
