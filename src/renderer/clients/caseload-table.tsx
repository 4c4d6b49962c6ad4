import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { ClientSummary } from '../../room/contract/clients.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { goToNextRow } from '../ui/next-row.ts'
import { NameEye } from './name-eye.tsx'
import { useShownName } from './shown-names.ts'
import { TierMark } from './tier-mark.tsx'

/** Lines of the caseload that are shown at once. */
export const pageSize = 50

interface CaseloadTableProps {
  clients: ClientSummary[]
  /** How many there are, on this page (from 1) and others. */
  total: number
  page: number
  onPage: (page: number) => void
}

/** One row a client; the arrow keys go from row to row. */
export function CaseloadTable({ clients, total, page, onPage }: CaseloadTableProps) {
  const { t } = useTranslation('clients')
  const { day } = useFormatTime()
  const navigate = useNavigate()

  const columns: TableColumnsType<ClientSummary> = [
    {
      title: t('column.fileNumber'),
      dataIndex: 'fileNumber',
      width: 120,
      render: (_, { id, fileNumber }) => <Link to={`/clients/${id}`}>{fileNumber}</Link>,
    },
    {
      title: t('column.name'),
      ellipsis: true,
      render: (_, { id, fileNumber }) => <NameCell clientId={id} fileNumber={fileNumber} />,
    },
    {
      title: t('column.tier'),
      width: 200,
      render: (_, { standing, file }) => (
        <>
          <TierMark tier={standing?.tier ?? null} />
          {file !== 'open' && <span className="caseload-file">{t(`fileState.${file}`)}</span>}
          {standing?.overdue && file !== 'closed' && <span className="caseload-overdue">{t('overdue')}</span>}
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
    { title: t('column.age'), width: 100, render: (_, { age }) => age ?? t('unknown') },
    { title: t('column.sex'), width: 100, render: (_, { sex }) => t(`sex.${sex ?? 'unknown'}`) },
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
      dataSource={clients}
      onRow={({ id }) => ({
        // A click on the link has gone there already.
        onClick: (event) => void (event.defaultPrevented || navigate(`/clients/${id}`)),
        onKeyDown: goToNextRow,
      })}
      pagination={
        total > pageSize && { current: page, pageSize, total, onChange: onPage, showSizeChanger: false }
      }
      locale={{ emptyText: <span className="quiet">{t('caseload.noMatch')}</span> }}
    />
  )
}

/** A name is shown one at a time, and only to whoever asks for it. */
function NameCell({ clientId, fileNumber }: { clientId: string; fileNumber: string }) {
  const name = useShownName(clientId)
  return (
    <>
      {name} <NameEye clientId={clientId} fileNumber={fileNumber} />
    </>
  )
}
