import { Skeleton, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SeatNow, ShiftLine } from '../../room/contract/shifts.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { goToNextRow } from '../ui/next-row.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SeatCard } from './seat-card.tsx'
import { ShiftMark } from './shift-mark.tsx'
import './shifts.css'

/** 值班与交接: the seats as they are now, and the shifts that were. */
export function ShiftBoardPage() {
  const { t } = useTranslation('shifts')
  const { me } = useSession()
  const { data, failed } = useQuery(() => room.shiftBoard(), [])
  const open = (data?.seats ?? []).filter(({ blocks }) => blocks.length === 0)
  const first = open.find(({ onDuty }) => onDuty?.staffId === me.id) ?? open[0]
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        data !== null &&
        data.own !== null && (
          <Link className="shift-act" to={`/hotline/shifts/${data.own}`}>
            {t('toOwn')}
          </Link>
        )
      }
    >
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && (
        <>
          {data.unreadable > 0 && (
            <p role="status" className="shift-notice">
              {t('unreadable', { count: data.unreadable })}
            </p>
          )}
          <div className="seats">
            {data.seats.map((seat) => (
              <SeatCard
                key={seat.seat}
                seat={seat}
                isFirst={seat.seat === first?.seat}
                sitsElsewhere={data.own !== null}
                staffNames={data.staffNames}
              />
            ))}
          </div>
          <section className="panel" aria-labelledby="recent-shifts">
            <h2 className="panel-title" id="recent-shifts">
              {t('recent.title')}
            </h2>
            {data.recent.length === 0 ? (
              <p className="quiet">{t('recent.none')}</p>
            ) : (
              <RecentShifts shifts={data.recent} seats={data.seats} staffNames={data.staffNames} />
            )}
          </section>
        </>
      )}
    </Page>
  )
}

function RecentShifts({
  shifts,
  seats,
  staffNames,
}: {
  shifts: ShiftLine[]
  seats: SeatNow[]
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('shifts')
  const { dayTime } = useFormatTime()
  const nameOf = (seat: number) => seats.find((one) => one.seat === seat)?.name ?? String(seat)
  const columns: TableColumnsType<ShiftLine> = [
    {
      title: t('recent.opened'),
      render: (_, { id, openedAt }) => <Link to={`/hotline/shifts/${id}`}>{dayTime(openedAt)}</Link>,
    },
    {
      title: t('recent.closed'),
      render: (_, { closedAt }) => (closedAt === null ? t('recent.goesOn') : dayTime(closedAt)),
    },
    { title: t('recent.seat'), render: (_, { seat }) => t('seat', { name: nameOf(seat) }) },
    { title: t('recent.who'), render: (_, { staffId }) => staffNames[staffId] ?? t('somebody') },
    { title: t('recent.state'), render: (_, { state }) => <ShiftMark state={state} /> },
    {
      title: t('recent.sheet'),
      render: (_, { sheet }) =>
        sheet === null ? (
          <span className="quiet">{t('recent.noSheet')}</span>
        ) : (
          <Link to={`/hotline/shifts/sheets/${sheet}`}>{t('recent.read')}</Link>
        ),
    },
  ]
  return (
    <Table
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={shifts}
      pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      onRow={() => ({ onKeyDown: goToNextRow })}
    />
  )
}
