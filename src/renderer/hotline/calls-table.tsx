import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { HotlineCall } from '../../casework/hotline-call.ts'
import type { Stored } from '../../casework/record.ts'
import type { ResponseLevel } from '../../casework/response-level.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { lengthOf } from './call-clock.tsx'
import './calls-table.css'

type Call = Stored<HotlineCall>

const shapes: Record<ResponseLevel, string> = { atOnce: '●', today: '◐', planned: '○' }

/** Calls in the order given, those not ended on top. */
export function CallsTable({
  calls,
  staffNames,
}: {
  calls: readonly Call[]
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('hotline')
  const { dayTime } = useFormatTime()
  const running = ({ value }: Call) => value.endedAt === null
  const inOrder = [...calls.filter(running), ...calls.filter((call) => !running(call))]

  const columns: TableColumnsType<Call> = [
    {
      title: t('list.startedAt'),
      key: 'startedAt',
      render: (_, call) => (
        <Link to={`/hotline/${call.id}`} className={running(call) ? 'calls-continue' : undefined}>
          {dayTime(call.value.startedAt)}
          {running(call) && <strong>{t('list.continue')}</strong>}
        </Link>
      ),
    },
    {
      title: t('list.length'),
      key: 'length',
      render: (_, { value: { startedAt, endedAt } }) =>
        endedAt === null ? t('list.running') : lengthOf(startedAt, endedAt),
    },
    {
      title: t('field.callType'),
      key: 'callType',
      render: (_, { value: { callType, specialKind } }) =>
        t(`callType.${callType}`) + (specialKind === null ? '' : ` · ${t(`specialKind.${specialKind}`)}`),
    },
    {
      title: t('field.responseLevel'),
      key: 'responseLevel',
      render: (_, { value: { responseLevel } }) =>
        responseLevel !== null && (
          <span className={`calls-level-${responseLevel}`}>
            <span aria-hidden>{shapes[responseLevel]}</span> {t(`responseLevel.${responseLevel}`)}
          </span>
        ),
    },
    {
      title: t('field.disposition'),
      key: 'disposition',
      render: (_, { value: { disposition } }) => disposition !== null && t(`disposition.${disposition}`),
    },
    {
      title: t('list.followUp'),
      key: 'followUp',
      render: (_, { value }) => <FollowUp call={value} />,
    },
    {
      title: t('list.worker'),
      key: 'worker',
      render: (_, { value: { worker } }) => staffNames[worker],
    },
  ]

  return (
    <Table
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={inOrder}
      rowClassName={(call) => (running(call) ? 'calls-running' : '')}
      pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
    />
  )
}

function FollowUp({ call: { followUpDue, followUp } }: { call: HotlineCall }) {
  const { t } = useTranslation('hotline')
  const { dayTime } = useFormatTime()
  if (followUp !== null) return t('followUp.done', { at: dayTime(followUp.doneAt) })
  if (followUpDue === null) return t('followUp.none')
  const due = Date.parse(followUpDue) <= Date.now()
  return (
    <span className={due ? 'calls-due' : undefined}>
      {due ? t('followUp.due', { at: dayTime(followUpDue) }) : dayTime(followUpDue)}
    </span>
  )
}
