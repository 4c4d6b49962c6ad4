import type { DesktopClient } from '../../bridge/desktop-api.ts'
import { browserDesktop } from './browser-desktop.ts'

declare global {
  interface Window {
    /** Put here by Electron's preload; absent in the browser edition. */
    anxin?: DesktopClient
  }
}

/** The machine under the staff page: Electron's, or what a browser offers. */
export const desktop: DesktopClient = window.anxin ?? browserDesktop
