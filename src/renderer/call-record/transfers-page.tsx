import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { TransferPanel } from './transfer-panel.tsx'
import './call-record.css'

/** Calls that the hotline sent on, to be put into a file or sent back with a reason. */
export function TransfersPage() {
  const { t } = useTranslation('call-record')
  const { data, failed, again } = useQuery(() => room.callTransfers(), [])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active title={false} />
  return (
    <Page title={t('transfers.title')} lead={t('transfers.lead')}>
      {data.unreadable > 0 && <p role="alert">{t('transfers.unreadable', { count: data.unreadable })}</p>}
      {data.transfers.length === 0 && (
        <div className="panel">
          <EmptyState title={t('transfers.empty.title')}>{t('transfers.empty.text')}</EmptyState>
        </div>
      )}
      {data.transfers.map((onShow) => (
        <TransferPanel
          key={onShow.transfer.id}
          onShow={onShow}
          staffNames={data.staffNames}
          onAnswered={again}
        />
      ))}
    </Page>
  )
}
