import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useQuery } from '../room/use-query.ts'
import './call-alerts.css'

/** Above every page of a supervisor's: the calls that somebody asked them to look at, until they have answered. */
export function CallAlerts() {
  const { me } = useSession()
  return me.roles.includes('supervisor') ? <Alerts /> : null
}

function Alerts() {
  const { t } = useTranslation('call-record')
  const { t: crisis } = useTranslation('crisis')
  const { pathname } = useLocation()
  const { data } = useQuery(async () => {
    const [alerts, staff] = await Promise.all([room.callAlerts(), room.listStaff()])
    return { alerts, nameOf: new Map(staff.map(({ id, name }) => [id, name])) }
  }, [pathname])
  const alerts = data?.alerts ?? []
  if (alerts.length === 0) return null
  return (
    <section className="call-alerts" role="alert" aria-label={t('alert.label')}>
      <ul>
        {alerts.map(({ callId, number, by, because, running }) => (
          <li key={callId}>
            <span aria-hidden>▲</span>{' '}
            {t(running ? 'alert.running' : 'alert.after', {
              number,
              because,
              who: data?.nameOf.get(by) ?? crisis('somebody'),
            })}{' '}
            {pathname !== `/hotline/${callId}` && <Link to={`/hotline/${callId}`}>{t('alert.open')}</Link>}
          </li>
        ))}
      </ul>
    </section>
  )
}
