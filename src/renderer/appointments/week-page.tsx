import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { mondayOf } from '../../casework/appointments/week-view.ts'
import { addDays, dayOf } from '../../tiering/calendar.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { WeekGrid } from './week-grid.tsx'
import './appointments.css'

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

/** A week of appointments; the address says which. */
export function WeekPage() {
  const { t } = useTranslation('appointments')
  const { day: dayText } = useFormatTime()
  const [params, setParams] = useSearchParams()
  const today = dayOf(new Date().toISOString())
  const asked = params.get('day')
  const day = isDay(asked) ? asked : today
  const monday = mondayOf(day)
  const { data, failed } = useQuery(() => room.appointmentWeek(day), [day])
  /** Whoever came to this week by a key goes on by keys. */
  const [byKey, setByKey] = useState(false)
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
          <Link className="appointment-new" to={`/appointments/new?day=${day}`}>
            {t('new.title')}
          </Link>
        </>
      }
    >
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && (
        <>
          {data.unreadable > 0 && (
            <p role="status" className="appointments-unreadable">
              {t('unreadable', { count: data.unreadable })}
            </p>
          )}
          <p className="quiet">{t('week.keys')}</p>
          <WeekGrid
            key={monday}
            onShow={data}
            day={day}
            today={today}
            takesFocus={byKey}
            onWeek={(to) => {
              setByKey(true)
              goTo(to)
            }}
          />
        </>
      )}
    </Page>
  )
}
