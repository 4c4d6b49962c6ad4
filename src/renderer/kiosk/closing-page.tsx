import type { ReactNode } from 'react'
import { StaffDoor } from './staff-door.tsx'

/** One calm page with nothing to do but call the staff, or the next person. It is the same whatever was answered. */
export function ClosingPage({
  title,
  action,
  children,
}: {
  title: string
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <main className="kiosk-page kiosk-calm">
      <svg viewBox="0 0 96 56" width="144" height="84" aria-hidden="true" focusable="false">
        <path d="M4 48h88" className="kiosk-ground" />
        <path d="M16 48c2-16 14-26 32-26s30 10 32 26" className="kiosk-hill" />
      </svg>
      <h1>{title}</h1>
      <p className="kiosk-text">{children}</p>
      {action}
      <StaffDoor />
    </main>
  )
}
