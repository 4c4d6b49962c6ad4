import { PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { room } from '../../room/room.ts'
import { useQuery } from '../../room/use-query.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useFormatTime } from '../../ui/format-time.ts'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { TakeCounts } from './take-counts.tsx'
import './campaigns.css'

/** Surveys the county has its rooms ask: who has handed in, and where the counts are taken in. */
export function CampaignsPage() {
  const { t } = useTranslation('campaigns')
  const navigate = useNavigate()
  const { day } = useFormatTime()
  const title = useId()
  const { data: campaigns, failed, again } = useQuery(() => room.countyCampaigns(), [])
  const begin = (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => void navigate('/county/campaigns/new')}
    >
      {t('new.title')}
    </Button>
  )
  return (
    <Page title={t('title')} lead={t('lead')} actions={begin}>
      <RefusalNotice refusal={failed} />
      {campaigns === null && failed === null && <Skeleton active title={false} />}
      {campaigns !== null && campaigns.length > 0 && <TakeCounts onTaken={again} />}
      {campaigns !== null && (
        <section className="panel" aria-labelledby={title}>
          <h2 className="panel-title" id={title}>
            {t('list.title')}
          </h2>
          {campaigns.length === 0 ? (
            <EmptyState title={t('list.none')} action={begin}>
              {t('list.noneText')}
            </EmptyState>
          ) : (
            <table className="county-table">
              <thead>
                <tr>
                  {(['name', 'writtenAt', 'rooms'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`list.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {campaigns.map(({ id, title: name, writtenAt, rooms }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Link to={`/county/campaigns/${id}`}>{name}</Link>
                    </th>
                    <td>{day(writtenAt)}</td>
                    <td>{rooms}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      )}
    </Page>
  )
}
