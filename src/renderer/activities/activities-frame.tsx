import { useTranslation } from 'react-i18next'
import { Link, Navigate, Outlet, useLocation } from 'react-router'
import type { Role } from '../../casework/staff/staff.ts'
import { useSession } from '../room/session.tsx'
import '../settings/settings-frame.css'

/** A part of the activities; `key` names it in the namespace `activities`. */
interface Place {
  key: string
  to: string
  roles: readonly Role[]
}

const places: readonly Place[] = [
  { key: 'groups', to: '/activities/groups', roles: ['counsellor', 'supervisor'] },
  {
    key: 'outreach',
    to: '/activities/outreach',
    roles: ['counsellor', 'supervisor', 'hotline', 'administrator'],
  },
]

const useOpenPlaces = (): readonly Place[] => {
  const { me } = useSession()
  return places.filter(({ roles }) => roles.some((role) => me.roles.includes(role)))
}

/** 活动: group courses and outreach, side by side above whichever is open. */
export function ActivitiesFrame() {
  const { t } = useTranslation('activities')
  const open = useOpenPlaces()
  const { pathname } = useLocation()
  return (
    <>
      {open.length > 1 && (
        <nav className="settings-places" aria-label={t('label')}>
          {open.map(({ key, to }) => (
            <Link
              key={key}
              to={to}
              aria-current={pathname.startsWith(to) && (pathname === to ? 'page' : 'true')}
            >
              {t(`places.${key}`)}
            </Link>
          ))}
        </nav>
      )}
      <Outlet />
    </>
  )
}

/** Goes on to the first part that is open to whoever is at work. */
export function FirstActivity() {
  const [first] = useOpenPlaces()
  return first === undefined ? null : <Navigate to={first.to} replace />
}
