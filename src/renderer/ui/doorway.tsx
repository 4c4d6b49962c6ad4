import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Landscape } from './landscape.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Logo } from './logo.tsx'
import './doorway.css'

/** A page before the frame: welcome, set up, lock. One calm column. */
export function Doorway({
  title,
  lead,
  width = 'narrow',
  children,
}: {
  title: ReactNode
  lead?: ReactNode
  width?: 'narrow' | 'form' | 'wide'
  children: ReactNode
}) {
  const { t } = useTranslation('ui')
  return (
    <div className="doorway">
      <Landscape />
      <header className="doorway-top">
        <span className="doorway-brand">
          <Logo size={32} />
          {t('brand')}
        </span>
        <LanguageSwitch />
      </header>
      <main className={`doorway-column doorway-${width}`}>
        <h1 className="doorway-title">{title}</h1>
        {lead !== undefined && <p className="doorway-lead">{lead}</p>}
        {children}
      </main>
    </div>
  )
}
