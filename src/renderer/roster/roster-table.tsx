import { PlusOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DutyOnShow, RosterApi } from '../../room/contract/roster.ts'
import { addDays, dayOf, instantAt } from '../../tiering/calendar.ts'
import { useFormatTime } from '../ui/format-time.ts'

type Week = Awaited<ReturnType<RosterApi['rosterWeek']>>

const daysInWeek = 7

/** A week by days and seats; a duty stands on the day it begins. */
export function RosterTable({ week, today }: { week: Week; today: string }) {
  const { t, i18n } = useTranslation('roster')
  const { monday, duties, mayPlan, staffNames } = week
  const days = Array.from({ length: daysInWeek }, (_, after) => addDays(monday, after))
  const named = new Intl.DateTimeFormat(i18n.language, {
    weekday: 'short',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  })
  const seats = week.seats.filter(
    ({ number, retired }) => !retired || duties.some(({ duty }) => duty.value.seat === number),
  )
  // One that began before the week stands on its first day.
  const dayOn = ({ duty }: DutyOnShow) => {
    const begins = Math.max(Date.parse(duty.value.from), Date.parse(instantAt(monday, 0)))
    return dayOf(new Date(begins).toISOString())
  }
  return (
    <table className="roster" aria-label={t('title')}>
      <thead>
        <tr>
          <td />
          {seats.map(({ number, name }) => (
            <th key={number} scope="col">
              {t('seat', { name })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day}>
            <th
              scope="row"
              className={day === today ? 'roster-today' : undefined}
              aria-current={day === today ? 'date' : undefined}
            >
              {named.format(new Date(day))}
            </th>
            {seats.map(({ number, name }) => (
              <td key={number}>
                <div className="roster-cell">
                  <div>
                    {duties
                      .filter((one) => one.duty.value.seat === number && dayOn(one) === day)
                      .map((one) => (
                        <Duty key={one.duty.id} onShow={one} day={day} staffNames={staffNames} />
                      ))}
                  </div>
                  {mayPlan && day >= today && (
                    <Link
                      className="roster-add"
                      to={`/hotline/roster/new?day=${day}&seat=${number}`}
                      aria-label={t('new.at', { day: named.format(new Date(day)), name })}
                    >
                      <PlusOutlined aria-hidden />
                    </Link>
                  )}
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Duty({
  onShow: { duty, standing, isMine },
  day,
  staffNames,
}: {
  onShow: DutyOnShow
  day: string
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('roster')
  const { time } = useFormatTime()
  const { from, until } = duty.value
  const early = dayOf(from) < day
  const span = {
    from: early ? t('dayBefore', { time: time(from) }) : time(from),
    until: dayOf(until) > day ? t('dayAfter', { time: time(until) }) : time(until),
  }
  return (
    <Link
      to={`/hotline/roster/${duty.id}`}
      className={`roster-duty roster-duty-${standing.state}${isMine ? ' roster-duty-mine' : ''}`}
    >
      <span>{t('span', span)}</span> <span>{staffNames[standing.staffId] ?? t('somebody')}</span>{' '}
      {isMine && standing.state !== 'cancelled' && <span>{t('mine')}</span>}
      {standing.state !== 'planned' && <span>{t(`state.${standing.state}`)}</span>}
    </Link>
  )
}
