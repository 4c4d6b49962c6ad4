import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { appointmentState } from '../../casework/appointments/appointment.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { StateMark } from './state-mark.tsx'
import './appointments.css'

/** How many of the past ones stand in a client's file. */
const shownPast = 5

/** What is planned with one client, and what became of the last ones. */
export function ClientAppointments({ clientId }: { clientId: string }) {
  const { t } = useTranslation('appointments')
  const { dateTime } = useFormatTime()
  const { data, failed } = useQuery(() => room.clientAppointments(clientId), [clientId])
  const planned = data?.appointments.filter(({ value }) => appointmentState(value) === 'planned') ?? []
  const past = data?.appointments.filter(({ value }) => appointmentState(value) !== 'planned') ?? []
  return (
    <section className="panel" aria-labelledby="client-appointments">
      <div className="appointments-head">
        <h2 className="panel-title" id="client-appointments">
          {t('ofClient.title')}
        </h2>
        <Link to={`/appointments/new?client=${clientId}`}>{t('new.title')}</Link>
      </div>
      <RefusalNotice refusal={failed} />
      {data !== null && data.unreadable > 0 && (
        <p role="status" className="appointments-unreadable">
          {t('unreadable', { count: data.unreadable })}
        </p>
      )}
      {data?.appointments.length === 0 && <p className="quiet">{t('ofClient.none')}</p>}
      <ul className="appointment-lines">
        {[...planned.toReversed(), ...past.slice(0, shownPast)].map(({ id, value }) => (
          <li key={id}>
            <Link to={`/appointments/${id}`}>{dateTime(value.startsAt)}</Link>
            <span>{t(`kind.${value.kind}`)}</span>
            <span className="quiet">{data?.staffNames[value.staffId] ?? t('somebody')}</span>
            <StateMark state={appointmentState(value)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
