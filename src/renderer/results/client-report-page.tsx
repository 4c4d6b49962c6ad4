import { Checkbox, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { clientReport } from '../../casework/results/client-report.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { PrintOfClient } from '../clients/print-of-client.tsx'
import { A4Sheet } from '../ui/a4-sheet.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ClientReportSheet } from './client-report-sheet.tsx'
import { ReportChoices, useReportManner } from './report-choices.tsx'
import { scaleOnShelf } from './scale-on-shelf.ts'
import { useReport } from './use-report.ts'
import './report.css'

/** What the client takes home: their answers in plain words, in their language and as large as they need it. */
export function ClientReportPage() {
  const { t } = useTranslation('results')
  const { file, shelf } = useClientOnShow()
  const { data, failed } = useReport()
  const choice = useReportManner()
  const [withScores, setWithScores] = useState(false)
  const [others, setOthers] = useState(false)
  const entries = useMemo(
    () => clientReport(file.assessments, scaleOnShelf(shelf), { others }),
    [file.assessments, shelf, others],
  )
  const back = <Link to={`/clients/${file.client.id}/results`}>{t('report.back')}</Link>
  return (
    <Page
      title={t('forClient.title')}
      lead={t('forClient.lead')}
      actions={
        <>
          {data !== null && failed === null && entries.length > 0 && (
            <PrintOfClient clientId={file.client.id} what="results" />
          )}
          {back}
        </>
      }
    >
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && failed === null && (
        <>
          <ReportChoices choice={choice}>
            <Checkbox checked={withScores} onChange={({ target }) => setWithScores(target.checked)}>
              {t('report.withScores')}
            </Checkbox>
            <Checkbox checked={others} onChange={({ target }) => setOthers(target.checked)}>
              {t('report.withOthers')}
            </Checkbox>
          </ReportChoices>
          {entries.length === 0 ? (
            <section className="panel">
              <EmptyState title={t('report.nothing')} />
            </section>
          ) : (
            <A4Sheet label={t('forClient.title')}>
              <ClientReportSheet entries={entries} manner={choice.manner} withScores={withScores} />
            </A4Sheet>
          )}
        </>
      )}
    </Page>
  )
}
