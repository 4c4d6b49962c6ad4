import { PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { CampaignEntry } from '../../room/contract/surveys.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { goToNextRow } from '../ui/next-row.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import './surveys.css'

/** Every survey this room has put to people who stay unknown. */
export function SurveysPage() {
  const { t } = useTranslation('surveys')
  const navigate = useNavigate()
  const { data, failed } = useQuery(() => room.campaigns(), [])
  const open = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/surveys/new')}>
      {t('open.title')}
    </Button>
  )
  return (
    <Page title={t('title')} lead={t('lead')} actions={open}>
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && data.unreadable > 0 && (
        <p role="status" className="surveys-unreadable">
          {t('unreadable', { count: data.unreadable })}
        </p>
      )}
      {data !== null && (
        <section className="panel">
          {data.campaigns.length === 0 ? (
            <EmptyState title={t('empty.title')} action={open}>
              {t('empty.text')}
            </EmptyState>
          ) : (
            <CampaignTable campaigns={data.campaigns} />
          )}
        </section>
      )}
    </Page>
  )
}

function CampaignTable({ campaigns }: { campaigns: CampaignEntry[] }) {
  const { t } = useTranslation('surveys')
  const { day } = useFormatTime()
  const columns: TableColumnsType<CampaignEntry> = [
    {
      title: t('column.title'),
      ellipsis: true,
      render: (_, { id, campaign }) => <Link to={`/surveys/${id}`}>{campaign.title}</Link>,
    },
    {
      title: t('column.state'),
      width: 120,
      render: (_, { campaign }) => <State closedAt={campaign.closedAt} />,
    },
    {
      title: t('column.responses'),
      width: 160,
      align: 'right',
      render: (_, { responses }) => (responses === null ? t('notForYou') : responses),
    },
    { title: t('column.openedAt'), width: 180, render: (_, { campaign }) => day(campaign.openedAt) },
    {
      title: t('column.closedAt'),
      width: 180,
      render: (_, { campaign }) => (campaign.closedAt === null ? '–' : day(campaign.closedAt)),
    },
  ]
  return (
    <Table
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={campaigns}
      onRow={() => ({ onKeyDown: goToNextRow })}
      pagination={false}
    />
  )
}

/** Runs or over, in a sign and a word. */
export function State({ closedAt }: { closedAt: string | null }) {
  const { t } = useTranslation('surveys')
  const state = closedAt === null ? 'running' : 'over'
  return <span className={`surveys-state surveys-state-${state}`}>{t(`state.${state}`)}</span>
}
