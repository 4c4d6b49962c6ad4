import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { isWithheldFromClient } from './kiosk-keys.ts'
import { PAGE_URL, type Page } from './pages.ts'

const PRELOAD: Record<Page, string> = { staff: 'index.js', kiosk: 'kiosk.js' }

let current: { page: Page; window: BrowserWindow } | null = null

/** The one window there is, and which page it was opened for. */
export const openWindow = (): { page: Page; window: BrowserWindow } | null => current

/**
 * Opens a page in a new window and process and destroys the window before it, with its worker and every key in it.
 * Opening the staff page anew is how the program locks.
 */
export const openPage = (page: Page): void => {
  const window = new BrowserWindow({
    title: '安心 Anxin',
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#ffffff',
    kiosk: page === 'kiosk',
    closable: page === 'staff',
    minimizable: page === 'staff',
    webPreferences: {
      preload: join(app.getAppPath(), 'out', 'preload', PRELOAD[page]),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      disableBlinkFeatures: 'Auxclick',
      webviewTag: false,
      plugins: false,
      spellcheck: false,
      devTools: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      autoplayPolicy: 'document-user-activation-required',
    },
  })
  const before = current?.window
  current = { page, window }
  before?.destroy()

  window.once('ready-to-show', () => window.show())
  // A title shows in the task bar, where a client's name has no place.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.webContents.on('render-process-gone', () => {
    if (current?.window === window && window.isVisible()) openPage(page)
  })
  if (page === 'kiosk') guardAgainstLeaving(window)
  void window.loadURL(PAGE_URL[page])
}

/** Only `leaveClientMode` ends the client's window. What is on the machine is safe by key, not by these. */
const guardAgainstLeaving = (window: BrowserWindow): void => {
  window.on('close', (event) => event.preventDefault())
  window.webContents.on('before-input-event', (event, stroke) => {
    if (isWithheldFromClient(stroke)) event.preventDefault()
  })
}
