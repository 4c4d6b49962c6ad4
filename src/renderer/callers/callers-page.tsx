import { SearchOutlined } from '@ant-design/icons'
import { Input, Skeleton, Table, type TableColumnsType } from 'antd'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CallerLine } from '../../room/contract/callers.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { goToNextRow } from '../ui/next-row.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { useKeptState } from '../ui/use-kept-state.ts'
import { useLast } from './use-last.ts'
import './callers.css'

/** Those who call again and want to be known, by the names they chose. */
export function CallersPage() {
  const { t } = useTranslation('callers')
  const [text, setText] = useKeptState('')
  const sought = useDeferredValue(text.trim())
  const { data, failed } = useQuery(() => room.callers(sought), [sought])
  const found = useLast(data)
  return (
    <Page title={t('callers.title')} lead={t('callers.lead')}>
      <RefusalNotice refusal={failed} />
      {found !== null && found.unreadable > 0 && (
        <RefusalNotice refusal={{ code: 'CALLS_UNREADABLE', detail: { count: found.unreadable } }} />
      )}
      {found === null && failed === null && <Skeleton active />}
      {found !== null && found.callers.length === 0 && sought === '' && (
        <section className="panel">
          <EmptyState title={t('callers.empty.title')}>{t('callers.empty.text')}</EmptyState>
        </section>
      )}
      {found !== null && (found.callers.length > 0 || sought !== '') && (
        <section className="panel" aria-label={t('callers.title')}>
          <Input
            autoFocus
            className="calls-search"
            aria-label={t('callers.search')}
            placeholder={t('callers.searchHint')}
            prefix={<SearchOutlined aria-hidden />}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <p role="status" className="quiet calls-count">
            {t('callers.found', { count: found.callers.length })}
          </p>
          <CallersTable callers={found.callers} />
        </section>
      )}
    </Page>
  )
}

function CallersTable({ callers }: { callers: readonly CallerLine[] }) {
  const { t } = useTranslation('callers')
  const { t: words } = useTranslation('hotline')
  const { dateTime, day } = useFormatTime()
  const columns: TableColumnsType<CallerLine> = [
    {
      title: t('list.alias'),
      key: 'alias',
      render: (_, { id, alias }) => <Link to={`/hotline/callers/${id}`}>{alias}</Link>,
    },
    {
      title: t('callers.calls'),
      key: 'calls',
      align: 'right',
      render: (_, { pattern }) => pattern?.calls ?? 0,
    },
    {
      title: t('callers.lately'),
      key: 'lately',
      align: 'right',
      render: (_, { pattern }) => pattern?.lately ?? 0,
    },
    {
      title: t('callers.last'),
      key: 'last',
      render: (_, { pattern }) => pattern !== null && dateTime(pattern.last.at),
    },
    {
      title: t('callers.types'),
      key: 'types',
      render: (_, { pattern }) =>
        pattern?.types.map(({ type, calls }) => `${words(`callType.${type}`)} ${calls}`).join(t('comma')),
    },
    {
      title: t('plan.title'),
      key: 'plan',
      render: (_, { plan, frequentSince }) =>
        plan === null ? (
          frequentSince !== null && <span className="calls-due">{t('callers.planWanted')}</span>
        ) : (
          <span className={plan.reviewDue ? 'calls-due' : undefined}>
            {t(plan.reviewDue ? 'callers.reviewDue' : 'callers.reviewBy', { day: day(plan.reviewBy) })}
          </span>
        ),
    },
  ]
  return (
    <Table
      size="small"
      className="calls-table"
      tableLayout="auto"
      rowKey="id"
      columns={columns}
      dataSource={[...callers]}
      onRow={() => ({ onKeyDown: goToNextRow })}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: t('list.nothing') }}
    />
  )
}
