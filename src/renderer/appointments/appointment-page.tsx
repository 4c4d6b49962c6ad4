import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { appointmentState } from '../../casework/appointments/appointment.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { openEntries } from '../app/nav.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useQuery } from '../room/use-query.ts'
import { dayAndTime } from '../ui/day-and-time.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { AppointmentForm } from './appointment-form.tsx'
import { AppointmentSteps } from './appointment-steps.tsx'
import { StateMark } from './state-mark.tsx'
import './appointments.css'

/** One appointment: what is planned, what became of it, and what can be done. */
export function AppointmentPage() {
  const { t } = useTranslation('appointments')
  const { dateTime } = useFormatTime()
  const { appointmentId = '' } = useParams()
  const [changing, setChanging] = useState(false)
  const seesClients = openEntries(useSession()).some(({ key }) => key === 'clients')
  const { data, failed, again } = useQuery(() => room.appointment(appointmentId), [appointmentId])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />

  const { appointment, fileNumbers, staffNames } = data
  const { value } = appointment
  const { clientId, startsAt, minutes, kind, place, note, staffId } = value
  const state = appointmentState(value)
  const fileNumber = clientId === null ? null : (fileNumbers[clientId] ?? null)
  return (
    <Page title={t('one.title', { at: dateTime(startsAt) })} lead={<StateMark state={state} />} width="form">
      {changing ? (
        <AppointmentForm
          stored={appointment}
          begin={{ ...value, ...dayAndTime(startsAt) }}
          onSaved={() => {
            setChanging(false)
            again()
          }}
          onCancel={() => setChanging(false)}
        />
      ) : (
        <section className="panel" aria-label={t('one.what')}>
          <dl className="appointment-facts">
            <dt>{t('field.client')}</dt>
            <dd>
              {clientId === null && t('noClient')}
              {clientId !== null && (fileNumber === null || !seesClients) && (fileNumber ?? t('someClient'))}
              {clientId !== null && fileNumber !== null && seesClients && (
                <Link to={`/clients/${clientId}/notes`}>{fileNumber}</Link>
              )}
            </dd>
            <dt>{t('field.kind')}</dt>
            <dd>
              {t(`kind.${kind}`)} {t('one.minutes', { count: minutes })}
            </dd>
            <dt>{t('field.staff')}</dt>
            <dd>{staffNames[staffId] ?? t('somebody')}</dd>
            {place !== '' && (
              <>
                <dt>{t('field.place')}</dt>
                <dd>{place}</dd>
              </>
            )}
            {note !== '' && (
              <>
                <dt>{t('field.note')}</dt>
                <dd className="appointment-note">{note}</dd>
              </>
            )}
          </dl>
          {state === 'planned' && <Button onClick={() => setChanging(true)}>{t('one.change')}</Button>}
        </section>
      )}
      {!changing && (
        <AppointmentSteps
          appointment={appointment}
          staffNames={staffNames}
          // What is planned for later neither came nor was missed yet.
          hasBegun={Date.parse(startsAt) <= Date.now()}
          onStepped={again}
        />
      )}
      {seesClients && clientId !== null && state === 'came' && (
        <Link to={`/clients/${clientId}/notes/new?appointment=${appointment.id}`}>{t('one.writeNote')}</Link>
      )}
      <Link to={`/appointments?day=${dayOf(startsAt)}`}>{t('back')}</Link>
    </Page>
  )
}
