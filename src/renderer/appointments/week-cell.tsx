import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { appointmentState } from '../../casework/appointments/appointment.ts'
import type { PlacedAppointment } from '../../casework/appointments/week-view.ts'
import { timeText } from '../ui/day-and-time.ts'
import { StateMark } from './state-mark.tsx'

/** One hour of a day: what begins in it, or a free place to plan something. */
export function WeekCell({
  day,
  dayName,
  hour,
  placeName,
  appointments,
  isCurrent,
  onFocus,
  fileNumbers,
  staffNames,
}: {
  day: string
  dayName: string
  hour: number
  placeName: string
  appointments: readonly PlacedAppointment[]
  /** Whether Tab leads here. */
  isCurrent: boolean
  onFocus: () => void
  fileNumbers: Record<string, string>
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('appointments')
  const tabIndex = isCurrent ? 0 : -1
  const time = timeText(hour * 60)
  return (
    <td data-place={placeName} onFocus={onFocus}>
      {appointments.length === 0 && (
        <Link
          className="week-free"
          tabIndex={tabIndex}
          to={`/appointments/new?day=${day}&time=${time}`}
          aria-label={t('week.planAt', { day: dayName, time })}
        />
      )}
      {appointments.map(({ id, value, from, to, lane, lanes }) => {
        const state = appointmentState(value)
        const who = value.clientId === null ? t('noClient') : (fileNumbers[value.clientId] ?? t('someClient'))
        return (
          <Link
            key={id}
            className={`week-appointment week-appointment-${state}`}
            tabIndex={tabIndex}
            to={`/appointments/${id}`}
            style={{
              height: `${((to - from) / 60) * 100}%`,
              left: `${(lane / lanes) * 100}%`,
              top: `${((from - hour * 60) / 60) * 100}%`,
              width: `${100 / lanes}%`,
            }}
          >
            <span>
              {timeText(from)} {who}
            </span>
            <span>
              {t(`kind.${value.kind}`)} {staffNames[value.staffId] ?? t('somebody')}
            </span>
            {state !== 'planned' && <StateMark state={state} />}
          </Link>
        )
      })}
    </td>
  )
}
