import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { UnitListOnShow } from '../../../room/contract/county-units.ts'
import { useRefusalText } from '../../refusals/refusal-text.ts'

type Fault = UnitListOnShow['faulty'][number]['faults'][number] & { row: number }

/** Everything that is wrong with a list of units, by row and column as the spreadsheet program names them. */
export function FaultyRows({ rows }: { rows: UnitListOnShow['faulty'] }) {
  const { t } = useTranslation('county-units')
  const text = useRefusalText()
  const faults = rows.flatMap(({ row, faults: of }) => of.map((fault): Fault => ({ row, ...fault })))
  const columns: TableColumnsType<Fault> = [
    { title: t('list.row'), dataIndex: 'row', width: 80 },
    { title: t('list.column'), dataIndex: 'column', width: 80 },
    { title: t('list.field'), render: (_, { field }) => field !== null && t(`column.${field}`) },
    { title: t('list.reason'), render: (_, { code }) => text({ code }) },
  ]
  return (
    <section className="panel" aria-labelledby="list-faulty">
      <h2 className="panel-title" id="list-faulty">
        {t('list.faultyTitle', { count: rows.length })}
      </h2>
      <p>{t('list.faultyLead')}</p>
      <Table<Fault>
        size="small"
        rowKey={({ row, field, code }) => `${row} ${field} ${code}`}
        columns={columns}
        dataSource={faults}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      />
    </section>
  )
}
