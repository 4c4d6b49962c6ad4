import type { KioskDesktopClient } from '../../bridge/desktop-api.ts'

declare global {
  interface Window {
    /** Put here by Electron's preload; absent in the browser edition. */
    anxinKiosk?: KioskDesktopClient
  }
}

/** The machine under the client's page: only the way back. */
export const kioskDesktop: KioskDesktopClient = window.anxinKiosk ?? {
  leaveClientMode: async () => location.replace('/'),
}
