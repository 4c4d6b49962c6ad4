import { Skeleton } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { professionalReport } from '../../casework/results/professional-report.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { PrintOfClient } from '../clients/print-of-client.tsx'
import { A4Sheet } from '../ui/a4-sheet.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ProfessionalReportSheet } from './professional-report-sheet.tsx'
import { ReportChoices, useReportManner } from './report-choices.tsx'
import { scaleOnShelf } from './scale-on-shelf.ts'
import { useReport } from './use-report.ts'
import './report.css'

/** Every score of a file with what it rests on, for colleagues. */
export function ProfessionalReportPage() {
  const { t } = useTranslation('results')
  const { file, shelf } = useClientOnShow()
  const { data, failed } = useReport()
  const choice = useReportManner()
  const reports = useMemo(
    () => professionalReport(file.assessments, scaleOnShelf(shelf)),
    [file.assessments, shelf],
  )
  const isOpen = data !== null && failed === null
  return (
    <Page
      title={t('professional.title')}
      lead={t('professional.lead')}
      actions={
        <>
          {isOpen && <PrintOfClient clientId={file.client.id} what="results" />}
          <Link to={`/clients/${file.client.id}/results`}>{t('report.back')}</Link>
        </>
      }
    >
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {isOpen && (
        <>
          <ReportChoices choice={choice} />
          <A4Sheet label={t('professional.title')}>
            <ProfessionalReportSheet reports={reports} manner={choice.manner} />
          </A4Sheet>
        </>
      )}
    </Page>
  )
}
