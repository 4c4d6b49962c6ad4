import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AuditLine, AuditPage } from '../../room/contract/audit.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { shortObject } from './short-object.ts'
import { useAuditWords } from './use-audit-words.ts'

type Said = NonNullable<AuditLine['said']>

/** The trail, newest first: when, who, what, to which sort of record, and a code that stands for whom it was about. */
export function AuditTable({
  page,
  failed,
  onObject,
}: {
  page: AuditPage | null
  failed: boolean
  onObject: (object: string) => void
}) {
  const { t } = useTranslation('audit')
  const { exactDateTime } = useFormatTime()
  const words = useAuditWords()
  const nameOf = (id: string | null) => (id === null ? t('nobody') : (page?.staffNames[id] ?? t('former')))
  const said = (render: (said: Said) => React.ReactNode) => (_: unknown, line: AuditLine) =>
    line.said === null ? null : render(line.said)

  const more = ({ action, count, detail }: Said): string => {
    if (action === 'clockBack' || action === 'clockForward') return t('minutesOff', { count })
    const records = count > 1 ? [t('records', { count })] : []
    return [...records, ...(detail === null ? [] : [words.detail(detail)])].join(' · ')
  }

  return (
    <Table<AuditLine>
      size="small"
      bordered
      rowKey="number"
      pagination={false}
      loading={page === null && !failed}
      dataSource={page?.lines ?? []}
      locale={{
        emptyText: page === null ? ' ' : <EmptyState title={t('none')}>{t('noneText')}</EmptyState>,
      }}
      columns={[
        { title: t('column.number'), dataIndex: 'number', width: 88, align: 'right' },
        {
          title: t('column.at'),
          width: 244,
          render: said(({ at }) => exactDateTime(at)),
        },
        {
          title: t('column.who'),
          width: 180,
          render: said(({ actor, enteredBy }) => (
            <>
              {nameOf(actor)}
              {enteredBy !== null && (
                <span className="quiet audit-entered">{t('enteredBy', { name: nameOf(enteredBy) })}</span>
              )}
            </>
          )),
        },
        {
          title: t('column.action'),
          width: 190,
          render: (_, line) =>
            line.said === null ? (
              <strong className="audit-unreadable">{t('unreadable')}</strong>
            ) : (
              words.action(line.said.action)
            ),
        },
        {
          title: t('column.table'),
          width: 150,
          render: said(({ table }) => (table === null ? null : words.table(table))),
        },
        {
          title: t('column.object'),
          width: 140,
          render: said(({ object }) =>
            object === null ? null : (
              <Button
                type="link"
                size="small"
                className="audit-object"
                aria-label={t('onlyObject', { object: page?.objectNames[object] ?? shortObject(object) })}
                onClick={() => onObject(object)}
              >
                {page?.objectNames[object] ?? shortObject(object)}
              </Button>
            ),
          ),
        },
        { title: t('column.detail'), render: said(more) },
      ]}
    />
  )
}
