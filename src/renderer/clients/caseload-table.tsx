import { Table, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { ClientSummary } from '../../room/contract/clients.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { goToNextRow } from '../ui/next-row.ts'
import { TierMark } from './tier-mark.tsx'

const pageSize = 50

/** One row a client; the arrow keys go from row to row. `ranked`: the order given says how well each one matches. */
export function CaseloadTable({ clients, ranked }: { clients: ClientSummary[]; ranked: boolean }) {
  const { t } = useTranslation('clients')
  const { day } = useFormatTime()
  const navigate = useNavigate()
  const rows = useMemo(() => (ranked ? clients : clients.toSorted(mostUrgentFirst)), [clients, ranked])

  const columns: TableColumnsType<ClientSummary> = [
    {
      title: t('column.fileNumber'),
      dataIndex: 'fileNumber',
      width: 120,
      render: (_, { id, fileNumber }) => <Link to={`/clients/${id}`}>{fileNumber}</Link>,
    },
    { title: t('column.name'), dataIndex: 'name', ellipsis: true },
    {
      title: t('column.tier'),
      width: 200,
      render: (_, { standing }) => (
        <>
          <TierMark tier={standing?.tier ?? null} />
          {standing?.overdue && <span className="caseload-overdue">{t('overdue')}</span>}
        </>
      ),
    },
    {
      title: t('column.openAlerts'),
      width: 150,
      render: (_, { openAlerts }) =>
        openAlerts > 0 && (
          <strong className="caseload-alert">{t('openAlerts', { count: openAlerts })}</strong>
        ),
    },
    { title: t('column.age'), width: 80, render: (_, { age }) => age ?? t('unknown') },
    { title: t('column.sex'), width: 80, render: (_, { sex }) => t(`sex.${sex ?? 'unknown'}`) },
    {
      title: t('column.lastAssessed'),
      width: 160,
      render: (_, { lastAssessedAt }) => (lastAssessedAt === null ? t('never') : day(lastAssessedAt)),
    },
  ]

  return (
    <Table
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={rows}
      onRow={({ id }) => ({
        // A click on the link has gone there already.
        onClick: (event) => void (event.defaultPrevented || navigate(`/clients/${id}`)),
        onKeyDown: goToNextRow,
      })}
      pagination={rows.length > pageSize && { pageSize, showSizeChanger: false }}
      locale={{ emptyText: t('caseload.noMatch') }}
    />
  )
}

const mostUrgentFirst = (a: ClientSummary, b: ClientSummary): number =>
  Number(b.openAlerts > 0) - Number(a.openAlerts > 0) ||
  Number(b.standing?.overdue ?? false) - Number(a.standing?.overdue ?? false) ||
  b.fileNumber.localeCompare(a.fileNumber)
