import type { ReactNode } from 'react'
import './empty-state.css'

/** What stands where nothing is yet: what the place is for, and the first step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="empty-state">
      <svg viewBox="0 0 96 56" width="96" height="56" aria-hidden="true" focusable="false">
        <path d="M4 48h88" className="empty-state-ground" />
        <path d="M16 48c2-16 14-26 32-26s30 10 32 26" className="empty-state-hill" />
        <path
          d="M48 22V10m0 6c-5 0-8-2-9-6 5-1 8 1 9 6Zm0-2c4 0 7-2 8-6-5 0-8 2-8 6Z"
          className="empty-state-leaf"
        />
      </svg>
      <p className="empty-state-title">{title}</p>
      {children !== undefined && <p className="empty-state-text">{children}</p>}
      {action}
    </div>
  )
}
