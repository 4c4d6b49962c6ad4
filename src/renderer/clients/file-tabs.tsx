import { useTranslation } from 'react-i18next'
import { NavLink, Outlet } from 'react-router'
import { RetestNotice } from '../programme/retest-notice.tsx'
import { RetestPanel } from '../programme/retest-panel.tsx'
import { useClientOnShow } from './client-context.ts'
import { TierCard } from './tier-card.tsx'
import './file-tabs.css'

const tabs = [
  { key: 'overview', to: '.' },
  { key: 'assessments', to: 'assessments' },
  { key: 'results', to: 'results' },
  { key: 'notes', to: 'notes' },
  { key: 'followUps', to: 'follow-ups' },
  { key: 'safetyPlan', to: 'safety-plan' },
  { key: 'referrals', to: 'referrals' },
  { key: 'consent', to: 'consent' },
  { key: 'tier', to: 'tier' },
  { key: 'details', to: 'details' },
  { key: 'closure', to: 'closure' },
] as const

/** The pages of a file, with the tier beside every one of them. */
export function FileTabs() {
  const { t } = useTranslation('clients')
  const context = useClientOnShow()
  const { file, again } = context
  return (
    <div className="file">
      <div className="file-main">
        <nav className="file-tabs" aria-label={t('tabs.label')}>
          {tabs.map(({ key, to }) => (
            <NavLink key={key} to={to} end>
              {t(`tabs.${key}`)}
            </NavLink>
          ))}
        </nav>
        <RetestNotice />
        <Outlet context={context} />
      </div>
      <aside className="file-rail" aria-label={t('tierCard.title')}>
        <TierCard file={file} onDecided={again} />
        <RetestPanel />
      </aside>
    </div>
  )
}
