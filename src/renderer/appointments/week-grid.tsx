import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppointmentsApi } from '../../room/contract/appointments.ts'
import { addDays } from '../../tiering/calendar.ts'
import { type GridPlace, nextPlace } from './next-place.ts'
import { WeekCell } from './week-cell.tsx'

type WeekOnShow = Awaited<ReturnType<AppointmentsApi['appointmentWeek']>>

/** A week by days and hours. The arrow keys go through it; Enter opens what stands there, or plans something. */
export function WeekGrid({
  onShow: { week, fileNumbers, staffNames },
  day,
  today,
  takesFocus,
  onWeek,
}: {
  onShow: WeekOnShow
  /** Where the keyboard begins. */
  day: string
  today: string
  takesFocus: boolean
  /** Goes on in the week of that day. */
  onWeek: (day: string) => void
}) {
  const { i18n } = useTranslation('appointments')
  const { days, fromHour, toHour } = week
  const hours = Array.from({ length: toHour - fromHour }, (_, after) => fromHour + after)
  const startDay = Math.max(
    0,
    days.findIndex((one) => one.day === day),
  )
  const [place, setPlace] = useState<GridPlace>({ day: startDay, hour: Math.max(fromHour, 9) })
  const grid = useRef<HTMLTableElement>(null)
  const byKey = useRef(takesFocus)
  const weekday = new Intl.DateTimeFormat(i18n.language, {
    weekday: 'short',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  })
  const named = (one: string) => weekday.format(new Date(one))

  useEffect(() => {
    if (!byKey.current) return
    byKey.current = false
    grid.current?.querySelector<HTMLElement>(`[data-place="${place.day}-${place.hour}"] a`)?.focus()
  }, [place])

  const go = (event: KeyboardEvent) => {
    const next = nextPlace(event.key, place, { fromHour, toHour })
    if (next === null) return
    event.preventDefault()
    if (next.week !== 0) return onWeek(addDays(days[place.day]?.day ?? day, next.week * 7))
    byKey.current = true
    setPlace(next.place)
  }

  return (
    <table className="week" ref={grid} onKeyDown={go}>
      <thead>
        <tr>
          <td />
          {days.map((one) => (
            <th
              key={one.day}
              scope="col"
              className={one.day === today ? 'week-today' : undefined}
              aria-current={one.day === today ? 'date' : undefined}
            >
              {named(one.day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hours.map((hour) => (
          <tr key={hour}>
            <th scope="row">{`${String(hour).padStart(2, '0')}:00`}</th>
            {days.map((one, at) => (
              <WeekCell
                key={one.day}
                day={one.day}
                dayName={named(one.day)}
                hour={hour}
                placeName={`${at}-${hour}`}
                appointments={one.appointments.filter(({ from }) => Math.floor(from / 60) === hour)}
                isCurrent={place.day === at && place.hour === hour}
                onFocus={() => setPlace({ day: at, hour })}
                fileNumbers={fileNumbers}
                staffNames={staffNames}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
