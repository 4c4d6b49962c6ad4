import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type CallLine, followUpState, followUpsLeft } from '../../casework/hotline/call-line.ts'
import { lengthOf } from '../hotline/call-clock.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { goToNextRow } from '../ui/next-row.ts'
import { LevelMark } from './level-mark.tsx'

const pageSize = 12

/** Calls in the order given, those going on on top. */
export function CallsTable({
  lines,
  staffNames,
  nothing,
}: {
  lines: readonly CallLine[]
  staffNames: Record<string, string>
  /** What stands there when there are none. */
  nothing: string
}) {
  const { t } = useTranslation('hotline')
  const { t: own } = useTranslation('callers')
  const { dateTime, dayTime } = useFormatTime()
  const year = new Date().getFullYear()
  const startOf = (at: string) => (new Date(at).getFullYear() === year ? dayTime(at) : dateTime(at))
  const isRunning = ({ endedAt }: CallLine) => endedAt === null
  const inOrder = [...lines.filter(isRunning), ...lines.filter((line) => !isRunning(line))]

  const columns: TableColumnsType<CallLine> = [
    {
      title: t('list.startedAt'),
      key: 'startedAt',
      render: (_, line) => (
        <Link to={`/hotline/${line.id}`} className={isRunning(line) ? 'calls-continue' : undefined}>
          {startOf(line.startedAt)}
          {isRunning(line) && <strong>{t('list.continue')}</strong>}
        </Link>
      ),
    },
    { title: own('list.number'), key: 'number', render: (_, { number }) => number },
    {
      title: t('list.length'),
      key: 'length',
      render: (_, { startedAt, endedAt }) =>
        endedAt === null ? t('list.running') : lengthOf(startedAt, endedAt),
    },
    { title: own('list.alias'), key: 'alias', render: (_, { alias }) => alias },
    {
      title: t('field.callType'),
      key: 'type',
      render: (_, { type, specialKind }) =>
        t(`callType.${type}`) + (specialKind === null ? '' : ` · ${t(`specialKind.${specialKind}`)}`),
    },
    {
      title: t('field.responseLevel'),
      key: 'level',
      render: (_, { level }) => level !== null && <LevelMark level={level} />,
    },
    { title: own('list.state'), key: 'state', render: (_, line) => <Left line={line} /> },
    { title: t('list.worker'), key: 'worker', render: (_, { worker }) => staffNames[worker] },
  ]

  return (
    <Table
      size="small"
      className="calls-table"
      tableLayout="auto"
      rowKey="id"
      columns={columns}
      dataSource={inOrder}
      onRow={() => ({ onKeyDown: goToNextRow })}
      rowClassName={(line) => (isRunning(line) ? 'calls-running' : '')}
      pagination={{ pageSize, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: nothing }}
    />
  )
}

/** What is left to do of a call: the next follow-up, else how it stands. */
function Left({ line }: { line: CallLine }) {
  const { t } = useTranslation('callers')
  const { dayTime } = useFormatTime()
  const now = new Date().toISOString()
  const next = followUpsLeft(line).toSorted((a, b) => Date.parse(a.due) - Date.parse(b.due))[0]
  if (next === undefined) return t(`state.${line.state}`)
  const isLate = followUpState(next, now) === 'overdue'
  return (
    <span className={isLate ? 'calls-due' : undefined}>
      {t(isLate ? 'list.overdue' : 'list.next', { at: dayTime(next.due) })}
    </span>
  )
}
