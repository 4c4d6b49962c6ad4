import { LockOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, Outlet, useLocation } from 'react-router'
import type { Language } from '../../casework/records/values.ts'
import { CallAlerts } from '../call-record/call-alerts.tsx'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { Logo } from '../ui/logo.tsx'
import { WindowBanner } from '../windows/window-banner.tsx'
import { DraftsWaiting } from './drafts-waiting.tsx'
import { Foot } from './foot.tsx'
import { useIdleLock } from './idle-lock.ts'
import { useIdleMinutes } from './idle-minutes.ts'
import { lockWindow } from './lock-window.ts'
import { entryAt, openEntries } from './nav.ts'
import { navIcons } from './nav-icons.tsx'
import { watchOurCopies } from './our-copy.ts'
import { Search } from './search.tsx'
import { ShadeSwitch } from './shade-switch.tsx'
import { useShortcut } from './use-shortcut.ts'
import './frame.css'

/** For the lock screen. A window that only follows another one cannot keep it, and nothing is lost by that. */
const keepLanguage = (language: Language) => void room.keepLanguage(language).catch(() => undefined)

const lock = () => void lockWindow('locked')
const lockByItself = () => void lockWindow('lockedByItself')

/** What surrounds every page while a unit is open. */
export function Frame() {
  const { t } = useTranslation('app')
  const { unit, me } = useSession()
  const lockingSoon = useIdleLock(lockByItself, useIdleMinutes())
  useEffect(watchOurCopies, [])
  useShortcut('l', lock)

  return (
    <div className="frame">
      <a className="frame-skip" href="#page">
        {t('skip')}
      </a>
      <header className="frame-top">
        <span className="frame-brand">
          <Logo size={26} />
          <span className="frame-brand-name">{t('brand')}</span>
        </span>
        <span className="frame-unit">{unit.name}</span>
        {unit.kind === 'demo' && <span className="frame-demo">{t('demo')}</span>}
        <Search />
        <ShadeSwitch />
        <LanguageSwitch onChange={keepLanguage} />
        <span className="frame-me">{me.name}</span>
        <Button icon={<LockOutlined aria-hidden />} onClick={lock} title={t('lockHint')}>
          {t('lock')}
        </Button>
      </header>
      <SideBar />
      <main className="frame-page" id="page" tabIndex={-1}>
        {lockingSoon && (
          <p role="status" className="frame-locking">
            {t('lockingSoon')}
          </p>
        )}
        <WindowBanner lock={lock} />
        <CallAlerts />
        <DraftsWaiting />
        <Suspense>
          <OpenToThisRole>
            <Outlet />
          </OpenToThisRole>
        </Suspense>
      </main>
      <Foot />
    </div>
  )
}

function SideBar() {
  const { t } = useTranslation('app')
  const session = useSession()
  return (
    <nav className="frame-side" aria-label={t('navLabel')}>
      <ul>
        {openEntries(session).map(({ key }) => (
          <li key={key}>
            <NavLink to={`/${key}`}>
              {navIcons[key]}
              {t(`nav.${key}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function OpenToThisRole({ children }: { children: ReactNode }) {
  const { t } = useTranslation('app')
  const session = useSession()
  const entry = entryAt(useLocation().pathname)
  if (entry === undefined || openEntries(session).includes(entry)) return children
  return <EmptyState title={t('notYours.title')}>{t('notYours.text')}</EmptyState>
}
