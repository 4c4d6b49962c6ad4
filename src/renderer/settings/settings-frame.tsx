import { useTranslation } from 'react-i18next'
import { Link, Outlet, useLocation } from 'react-router'
import type { Role } from '../../casework/staff/staff.ts'
import { useSession } from '../room/session.tsx'
import './settings-frame.css'

/** A page of the settings; `key` names it in the namespace `settings`. */
interface Place {
  key: string
  to: string
  /** Everyone when left out. */
  roles?: readonly Role[]
}

const places: readonly Place[] = [
  { key: 'staff', to: '/settings' },
  {
    key: 'register',
    to: '/settings/register',
    roles: ['counsellor', 'supervisor', 'hotline', 'administrator'],
  },
  { key: 'tierRules', to: '/settings/tier-rules', roles: ['counsellor', 'supervisor', 'administrator'] },
  { key: 'roomRules', to: '/settings/room-rules', roles: ['counsellor', 'supervisor', 'administrator'] },
  {
    key: 'seats',
    to: '/settings/seats',
    roles: ['counsellor', 'supervisor', 'hotline', 'administrator'],
  },
  { key: 'privacy', to: '/settings/privacy', roles: ['counsellor', 'supervisor'] },
  { key: 'passphrase', to: '/settings/passphrase' },
  { key: 'sheet', to: '/settings/recovery-sheet' },
  { key: 'backup', to: '/settings/backup' },
  { key: 'health', to: '/settings/health' },
  { key: 'audit', to: '/settings/audit', roles: ['administrator'] },
]

/** The settings: their pages side by side above whichever is open. */
export function SettingsFrame() {
  const { t } = useTranslation('settings')
  const { me } = useSession()
  const open = places.filter(
    ({ roles }) => roles === undefined || roles.some((role) => me.roles.includes(role)),
  )
  // A page further in belongs to the place whose address it goes on from.
  const { pathname } = useLocation()
  const here = places.findLast(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
  return (
    <>
      {open.length > 1 && (
        <nav className="settings-places" aria-label={t('label')}>
          {open.map(({ key, to }) => (
            <Link key={key} to={to} aria-current={key === here?.key && (pathname === to ? 'page' : 'true')}>
              {t(`places.${key}`)}
            </Link>
          ))}
        </nav>
      )}
      <Outlet />
    </>
  )
}
