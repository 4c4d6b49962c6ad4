import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { DutyTime, SeatNow } from '../../room/contract/shifts.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ShiftMark } from './shift-mark.tsx'

/** One seat: who sits there, who is to, what lies there to be read, and sitting down. */
export function SeatCard({
  seat: { seat, name, running, onDuty, next, unread, left, blocks },
  isFirst,
  sitsElsewhere,
  staffNames,
}: {
  seat: SeatNow
  /** It is the seat that is proposed. */
  isFirst: boolean
  /** Whoever asks has a shift under way. */
  sitsElsewhere: boolean
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('shifts')
  const { dayTime, time } = useFormatTime()
  const navigate = useNavigate()
  const title = `seat-${seat}`
  const open = useCommand(() => room.openSeat({ seat }))
  const sitDown = async () => {
    const opened = await open.run()
    if (opened !== null) void navigate(`/hotline/shifts/${opened.value.id}`)
  }
  const who = (staffId: string) => staffNames[staffId] ?? t('somebody')
  const duty = (label: 'now' | 'next', one: DutyTime | null) =>
    one !== null && (
      <li className="quiet">
        {t(`roster.${label}`, {
          who: who(one.staffId),
          from: dayTime(one.from),
          until: (dayOf(one.until) === dayOf(one.from) ? time : dayTime)(one.until),
        })}
      </li>
    )
  return (
    <section className="panel seat" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('seat', { name })}
      </h2>
      <ul className="seat-facts">
        {running.length === 0 && (
          <li>
            <ShiftMark state="unopened" />
          </li>
        )}
        {running.map((shift) => (
          <li key={shift.id}>
            <ShiftMark state={shift.state} />{' '}
            <Link to={`/hotline/shifts/${shift.id}`}>
              {t('sitsSince', { who: who(shift.staffId), at: dayTime(shift.openedAt) })}
            </Link>
          </li>
        ))}
        {duty('now', onDuty)}
        {duty('next', next)}
      </ul>
      {(unread.length > 0 || left !== null) && (
        <div className="shift-notice">
          {unread.length > 0 && <strong>{t('unread.count', { count: unread.length })}</strong>}
          {unread.map((sheet) => (
            <Link key={sheet.id} to={`/hotline/shifts/sheets/${sheet.id}`}>
              {t('unread.read', { who: who(sheet.givenBy), at: dayTime(sheet.composedAt) })}
            </Link>
          ))}
          {left !== null && (
            <>
              <strong>{t('left.title')}</strong>
              <Link to={`/hotline/shifts/${left}/hand-over`}>{t('left.make')}</Link>
            </>
          )}
        </div>
      )}
      <RefusalNotice refusal={open.refusal} />
      {!sitsElsewhere && running.length === 0 && (
        <Button type={isFirst ? 'primary' : 'default'} loading={open.running} onClick={() => void sitDown()}>
          {t('open', { name })}
        </Button>
      )}
      {!sitsElsewhere && blocks.length > 0 && open.refusal === null && running.length === 0 && (
        <p className="quiet">{t('ringing')}</p>
      )}
    </section>
  )
}
