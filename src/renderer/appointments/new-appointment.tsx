import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { dayOf } from '../../tiering/calendar.ts'
import { useSession } from '../room/session.tsx'
import { Page } from '../ui/page.tsx'
import { AppointmentForm } from './appointment-form.tsx'
import './appointments.css'

const usual = { time: '09:00', minutes: 50 }

/** Plans something; the address says for whom and when, where that is known. */
export function NewAppointment() {
  const { t } = useTranslation('appointments')
  const navigate = useNavigate()
  const { me } = useSession()
  const [params] = useSearchParams()
  const client = params.get('client')
  return (
    <Page title={t('new.title')} lead={t('new.lead')} width="form">
      <AppointmentForm
        stored={null}
        begin={{
          clientId: client,
          staffId: me.id,
          day: params.get('day') ?? dayOf(new Date().toISOString()),
          time: params.get('time') ?? usual.time,
          minutes: usual.minutes,
          kind: 'session',
          place: '',
          note: '',
        }}
        onSaved={(id) => void navigate(`/appointments/${id}`, { replace: true })}
        onCancel={() => void navigate(-1)}
      />
    </Page>
  )
}
