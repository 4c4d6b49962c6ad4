import { useTranslation } from 'react-i18next'
import { Link, Outlet, useLocation } from 'react-router'
import { openEntries } from '../app/nav.ts'
import { useSession } from '../room/session.tsx'
import '../settings/settings-frame.css'

/** The pages of the hotline; `key` names them in the namespace `hotline`. A call itself has the whole window. */
const places = [
  { key: 'calls', to: '/hotline' },
  { key: 'board', to: '/hotline/board' },
  { key: 'callers', to: '/hotline/callers' },
  { key: 'transfers', to: '/hotline/transfers' },
  { key: 'shifts', to: '/hotline/shifts' },
  { key: 'roster', to: '/hotline/roster' },
  { key: 'practice', to: '/hotline/practice' },
] as const

/** 热线: its pages side by side above whichever is open. */
export function HotlineFrame() {
  const { t } = useTranslation('hotline')
  const { pathname } = useLocation()
  // A page further in belongs to the place whose address it goes on from.
  const seesClients = openEntries(useSession()).some(({ key }) => key === 'clients')
  const shown = places.filter(({ key }) => key !== 'transfers' || seesClients)
  const here = shown.findLast(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
  return (
    <>
      <nav className="settings-places" aria-label={t('places.label')}>
        {shown.map(({ key, to }) => (
          <Link key={key} to={to} aria-current={key === here?.key && (pathname === to ? 'page' : 'true')}>
            {t(`places.${key}`)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  )
}
