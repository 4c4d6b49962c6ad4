import type { ReactNode } from 'react'
import './page.css'

/** A screen: one title, what can be done beside it, one sentence below it, then the content. */
export function Page({
  title,
  lead,
  actions,
  width = 'wide',
  children,
}: {
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  /** `form`: one column of 640 px. */
  width?: 'wide' | 'form'
  children: ReactNode
}) {
  return (
    <div className={`page page-${width}`}>
      <header className="page-head">
        <div>
          <h1 className="page-title">{title}</h1>
          {lead !== undefined && <p className="page-lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
