import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Outlet, useParams } from 'react-router'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { AlertHandlingForm } from './alert-handling-form.tsx'
import { mostUrgentFirst } from './alert-response.ts'
import type { ClientOnShow } from './client-context.ts'
import { ClientHeader } from './client-header.tsx'
import './client-page.css'

/** One client's file: who it is and what must be done today stand above every page of it. */
export function ClientPage() {
  const { t } = useTranslation('clients')
  const { clientId = '' } = useParams()
  const opened = useQuery(() => answered(room.openClient(clientId)), [clientId])
  const shelf = useQuery(() => room.questionnaires(), [])
  const failed = opened.failed ?? shelf.failed
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (opened.data === null || shelf.data === null) return <Skeleton active />

  const context: ClientOnShow = { file: opened.data, shelf: shelf.data, again: opened.again }
  const { file } = context
  const openAlerts = mostUrgentFirst(
    context.shelf,
    file.alerts.filter(({ value }) => value.handling === null),
  )
  return (
    <div className="client-page" key={clientId}>
      <ClientHeader file={file} />
      {openAlerts.map((alert) => (
        <AlertHandlingForm
          key={alert.id}
          alert={alert}
          rater={file.assessments.find(({ id }) => id === alert.value.assessmentId)?.value.rater}
          shelf={context.shelf}
          onHandled={opened.again}
        />
      ))}
      {file.unreadable > 0 && (
        <p role="status" className="client-unreadable">
          {t('unreadable', { count: file.unreadable })}
        </p>
      )}
      <Outlet context={context} />
    </div>
  )
}
