import { Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuarantinedFile } from '../../../room/contract/county-import.ts'
import { useRefusalText } from '../../refusals/refusal-text.ts'
import { useFormatTime } from '../../ui/format-time.ts'

/** Files that left the quarantine, and how. */
export function PutAway({
  files,
  about,
}: {
  files: readonly QuarantinedFile[]
  about: (file: QuarantinedFile) => ReactNode
}) {
  const { t } = useTranslation('county-import')
  const refusalText = useRefusalText()
  const { dayTime } = useFormatTime()
  return (
    <Table<QuarantinedFile>
      size="small"
      rowKey="id"
      dataSource={[...files]}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { title: t('column.file'), width: '28%', render: (_, file) => about(file) },
        { title: t('column.reason'), render: (_, { code }) => refusalText({ code }) },
        {
          title: t('column.how'),
          width: '36%',
          render: (_, { out }) =>
            out && (
              <>
                {t(`putAway.${out.how}`, { at: dayTime(out.at) })}
                {out.note !== '' && <div>{out.note}</div>}
              </>
            ),
        },
      ]}
    />
  )
}
