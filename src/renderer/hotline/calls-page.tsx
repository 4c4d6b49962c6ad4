import { PhoneOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { CallsTable } from './calls-table.tsx'

/** All calls of the hotline; taking a new one starts it at once. */
export function CallsPage() {
  const { t } = useTranslation('hotline')
  const navigate = useNavigate()
  const { data, failed } = useQuery(() => room.listCalls(), [])
  const start = useCommand(() => room.startCall())

  const takeCall = async () => {
    const started = await start.run()
    if (started !== null) void navigate(`/hotline/${started.value.id}`)
  }
  const button = (
    <Button type="primary" icon={<PhoneOutlined aria-hidden />} loading={start.running} onClick={takeCall}>
      {t('takeCall')}
    </Button>
  )

  return (
    <Page title={t('title')} lead={t('lead')} actions={button}>
      <RefusalNotice refusal={start.refusal ?? failed} />
      {data !== null && data.unreadable > 0 && (
        <RefusalNotice refusal={{ code: 'CALLS_UNREADABLE', detail: { count: data.unreadable } }} />
      )}
      {data === null && failed === null && <Skeleton active title={false} />}
      {data?.calls.length === 0 && (
        <div className="panel">
          <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
        </div>
      )}
      {data !== null && data.calls.length > 0 && (
        <CallsTable calls={data.calls} staffNames={data.staffNames} />
      )}
    </Page>
  )
}
