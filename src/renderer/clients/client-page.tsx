import { Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useParams } from 'react-router'
import { FileNotices } from '../client-details/file-notices.tsx'
import { CrisisStrip } from '../crisis/crisis-strip.tsx'
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
  /** Alerts about which something unsaved is being written. */
  const [writing, setWriting] = useState<readonly string[]>([])
  const opened = useQuery(() => answered(room.openClient(clientId)), [clientId])
  const shelf = useQuery(() => room.questionnaires(), [])
  const failed = opened.failed ?? shelf.failed
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (opened.data === null || shelf.data === null) return <Skeleton active />

  const context: ClientOnShow = { file: opened.data, shelf: shelf.data, again: opened.again }
  const { file } = context
  const openAlerts = mostUrgentFirst(
    context.shelf,
    file.alerts.filter(({ id, value }) => value.handling === null || writing.includes(id)),
  )
  return (
    <div className="client-page" key={clientId}>
      <ClientHeader file={file} />
      <CrisisStrip file={file} />
      <FileNotices file={file} />
      {openAlerts.map((alert) => (
        <AlertHandlingForm
          key={alert.id}
          alert={alert}
          rater={file.assessments.find(({ id }) => id === alert.value.assessmentId)?.value.rater}
          shelf={context.shelf}
          onWriting={() => !writing.includes(alert.id) && setWriting([...writing, alert.id])}
          onHandled={() => {
            setWriting(writing.filter((id) => id !== alert.id))
            opened.again()
          }}
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
