import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { mondayOf } from '../../casework/appointments/week-view.ts'
import type { RosterGap } from '../../casework/shifts/roster-gaps.ts'
import { addDays, dayOf } from '../../tiering/calendar.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { RosterTable } from './roster-table.tsx'
import './roster.css'

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

/** 排班表: who is to be at which seat in a week; the address says which. */
export function RosterPage() {
  const { t } = useTranslation('roster')
  const { day: dayText } = useFormatTime()
  const [params, setParams] = useSearchParams()
  const today = dayOf(new Date().toISOString())
  const asked = params.get('day')
  const day = isDay(asked) ? asked : today
  const monday = mondayOf(day)
  const { data, failed } = useQuery(() => room.rosterWeek(day), [day])
  const goTo = (to: string) => setParams({ day: to }, { replace: true })
  return (
    <Page
      title={t('title')}
      lead={t('week.from', { from: dayText(monday), to: dayText(addDays(monday, 6)) })}
      actions={
        <>
          <Button
            icon={<LeftOutlined aria-hidden />}
            aria-label={t('week.before')}
            onClick={() => goTo(addDays(day, -7))}
          />
          <Button disabled={monday === mondayOf(today)} onClick={() => goTo(today)}>
            {t('week.today')}
          </Button>
          <Button
            icon={<RightOutlined aria-hidden />}
            aria-label={t('week.after')}
            onClick={() => goTo(addDays(day, 7))}
          />
          {data?.mayPlan === true && (
            <Link className="roster-act" to={`/hotline/roster/new?day=${day}`}>
              {t('new.title')}
            </Link>
          )}
        </>
      }
    >
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && (
        <>
          {data.unreadable > 0 && (
            <p role="status" className="roster-warning">
              {t('unreadable', { count: data.unreadable })}
            </p>
          )}
          <RosterTable week={data} today={today} />
          <Gaps gaps={data.gaps} />
        </>
      )}
    </Page>
  )
}

function Gaps({ gaps }: { gaps: readonly RosterGap[] }) {
  const { t } = useTranslation('roster')
  const { dayTime } = useFormatTime()
  return (
    <section className="panel" aria-labelledby="roster-gaps">
      <h2 className="panel-title" id="roster-gaps">
        {t('gaps.title')}
      </h2>
      {gaps.length === 0 ? (
        <p className="quiet">{t('gaps.none')}</p>
      ) : (
        <ul className="roster-gaps">
          {gaps.map(({ from, until, staffed }) => (
            <li key={from}>
              <span className={staffed === 0 ? 'roster-warning' : 'quiet'}>
                <span aria-hidden>{staffed === 0 ? '○' : '◐'}</span>{' '}
                {t(staffed === 0 ? 'gaps.nobody' : 'gaps.few', { count: staffed })}
              </span>{' '}
              {t('gaps.span', { from: dayTime(from), until: dayTime(until) })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
