import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchOnShow, ImportedOnShow } from '../../../room/contract/county-import.ts'
import { usePeriodText } from '../../exchange/period-text.ts'
import { useRefusalText } from '../../refusals/refusal-text.ts'
import { countsOf, type FileGroup, isIn, mostUrgentFirst } from './file-groups.ts'
import { TableChanges } from './table-changes.tsx'

type ShownFile = ImportedOnShow & Partial<Pick<BatchOnShow['files'][number], 'tables'>>

/** Many files in a table: counts on top that narrow it down, and for each file what becomes of it and why. */
export function FilesTable({
  files,
  titles,
  tense,
}: {
  files: readonly ShownFile[]
  titles: BatchOnShow['titles']
  /** What would become of them, or what became. */
  tense: 'preview' | 'result'
}) {
  const { t } = useTranslation('county-import')
  const periodText = usePeriodText()
  const refusalText = useRefusalText()
  const [group, setGroup] = useState<FileGroup | null>(null)
  const shown = mostUrgentFirst(files.filter((file) => group === null || isIn(group, file)))
  const said = ({ outcome, code, unusual, late }: ShownFile) =>
    [
      t(`${tense}.${outcome}`),
      ...(unusual.length > 0 ? [t('unusual')] : []),
      ...(outcome === 'new' && late ? [t('late')] : []),
      ...(code === null ? [] : [refusalText({ code })]),
    ].join(t('then'))
  return (
    <>
      <div className="county-groups">
        <Button aria-pressed={group === null} onClick={() => setGroup(null)}>
          {t('group.all', { count: files.length })}
        </Button>
        {countsOf(files).map(({ group: one, count }) => (
          <Button key={one} aria-pressed={group === one} onClick={() => setGroup(one)}>
            {t(`group.${one}`, { count })}
          </Button>
        ))}
      </div>
      <Table<ShownFile & { place: number }>
        size="small"
        rowKey="place"
        dataSource={shown.map((file, place) => ({ ...file, place }))}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        expandable={{
          rowExpandable: ({ tables = [] }) => tables.length > 0,
          expandedRowRender: ({ tables = [] }) => <TableChanges tables={tables} titles={titles} />,
        }}
        columns={[
          { title: t('column.file'), dataIndex: 'name', className: 'county-file-name' },
          { title: t('column.unit'), render: (_, { unitName }) => unitName ?? t('noUnit') },
          {
            title: t('column.period'),
            render: (_, { period }) => (period === null ? '' : periodText(period)),
          },
          { title: t('column.seq'), dataIndex: 'seq', align: 'right' },
          { title: t('column.becomes'), className: 'county-becomes', render: (_, file) => said(file) },
        ]}
      />
    </>
  )
}
