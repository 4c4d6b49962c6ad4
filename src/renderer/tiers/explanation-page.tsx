import { Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { explanationOf } from '../../casework/tiers/explanation-of.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { PrintOfClient } from '../clients/print-of-client.tsx'
import { ReportChoices, useReportManner } from '../results/report-choices.tsx'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ExplanationSheet } from './explanation-sheet.tsx'
import './explanation-page.css'

/** The client's tier explained to them on one page, in their language and as large as they need it. */
export function ExplanationPage() {
  const { t } = useTranslation('tiers')
  const { unit } = useSession()
  const { file, shelf } = useClientOnShow()
  const forms = useQuery(() => room.scoreForms(), [])
  const choice = useReportManner()
  const [printedAt] = useState(() => new Date())
  const { client, standing, decisions, staffNames } = file
  const decision = decisions.findLast(({ value }) => value.decidedAt === standing?.decidedAt)?.value
  if (decision === undefined) return <RefusalNotice refusal={{ code: 'NOT_FOUND' }} />
  if (forms.data === null)
    return forms.failed ? <RefusalNotice refusal={forms.failed} /> : <Skeleton active />
  return (
    <Page
      title={t('explanation.title')}
      lead={t('explanation.lead')}
      actions={
        <>
          <PrintOfClient clientId={client.id} what="explanation" />
          <Link to={`/clients/${client.id}`}>{t('explanation.back')}</Link>
        </>
      }
    >
      <ReportChoices choice={choice} />
      <ExplanationSheet
        explanation={explanationOf(
          decision,
          staffNames[decision.decidedBy] ?? t('somebody'),
          dayOf(printedAt.toISOString()),
        )}
        manner={choice.manner}
        about={{ unit: unit.name, fileNumber: client.value.fileNumber }}
        shelf={shelf}
        forms={forms.data}
        printedAt={printedAt}
      />
    </Page>
  )
}
