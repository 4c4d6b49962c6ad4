import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { UnitHistory } from '../../../room/contract/county-units.ts'
import { usePeriodText } from '../../exchange/period-text.ts'
import { useFormatTime } from '../../ui/format-time.ts'

type Report = UnitHistory['reports'][number]

/** What a room has reported so far, the newest first. */
export function UnitReports({ reports }: { reports: Report[] }) {
  const { t } = useTranslation('county-units')
  const periodText = usePeriodText()
  const { day } = useFormatTime()
  const columns: TableColumnsType<Report> = [
    { title: t('reports.period'), render: (_, { period }) => periodText(period) },
    { title: t('reports.seq'), dataIndex: 'seq' },
    { title: t('reports.received'), render: (_, { received }) => day(received) },
    { title: t('reports.due'), render: (_, { due }) => day(due) },
    { title: t('reports.state'), render: (_, { onTime }) => t(onTime ? 'reports.onTime' : 'reports.late') },
  ]
  return (
    <section className="panel" aria-labelledby="unit-reports">
      <h2 className="panel-title" id="unit-reports">
        {t('reports.title')}
      </h2>
      {reports.length === 0 ? (
        <p className="quiet">{t('reports.none')}</p>
      ) : (
        <Table<Report>
          size="small"
          rowKey="period"
          columns={columns}
          dataSource={reports}
          pagination={{ pageSize: 16, hideOnSinglePage: true, showSizeChanger: false }}
        />
      )}
    </section>
  )
}
