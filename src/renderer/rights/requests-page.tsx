import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { RequestList } from './request-list.tsx'

/** The room's register of requests about personal data. */
export function RequestsPage() {
  const { t } = useTranslation('rights')
  const { data, failed } = useQuery(() => room.rightsRequests(), [])
  return (
    <Page title={t('title')} lead={t('lead')}>
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && data.unreadable > 0 && (
        <p role="status">{t('unreadable', { count: data.unreadable })}</p>
      )}
      {data !== null && (
        <section className="panel">
          {data.requests.length === 0 ? (
            <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
          ) : (
            <RequestList requests={data.requests} />
          )}
        </section>
      )}
    </Page>
  )
}
