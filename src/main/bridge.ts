import { app, type BrowserWindow, ipcMain } from 'electron'
import type { DesktopHandlers, KioskDesktopHandlers } from '../bridge/desktop-api.ts'
import { filesIn } from '../host/folder/files-in.ts'
import { FolderWatch } from '../host/folder/folder-watch.ts'
import { asByteLimit, asBytes, asExtensions, asText } from './argument-guards.ts'
import { chooseFolder, offerFiles, openFile, openFiles, saveFile } from './file-dialogs.ts'
import type { Page } from './pages.ts'
import { isTrusted } from './sender.ts'
import { openPage, openWindow } from './window.ts'

/** The folder a member of staff chose to watch, until the program ends. */
let watch: FolderWatch | null = null

/** Answers the two windows' calls: who asks is checked first, then every argument. */
export const setupBridge = (): void => {
  answer('staff', {
    edition: () => ({ kind: 'desktop', version: app.getVersion() }),
    saveFile: (name, bytes) => saveFile(shownWindow(), asText(name), asBytes(bytes)),
    openFile: (extensions, maxBytes) =>
      openFile(shownWindow(), asExtensions(extensions), asByteLimit(maxBytes)),
    openFiles: (extensions, maxBytes) =>
      openFiles(shownWindow(), asExtensions(extensions), asByteLimit(maxBytes)),
    offerFiles: (extensions, maxBytes) =>
      offerFiles(shownWindow(), asExtensions(extensions), asByteLimit(maxBytes)),
    offerFolder: async (extensions, maxBytes) => {
      const [ends, most] = [asExtensions(extensions), asByteLimit(maxBytes)]
      const folder = await chooseFolder(shownWindow())
      return folder === null ? { ok: true, value: null } : filesIn(folder, ends, most)
    },
    watchFolder: async (extensions, maxBytes) => {
      const [ends, most] = [asExtensions(extensions), asByteLimit(maxBytes)]
      const folder = await chooseFolder(shownWindow())
      if (folder === null) return { ok: true, value: null }
      watch = new FolderWatch(folder, ends, most)
      return { ok: true, value: watch.name }
    },
    watchedFiles: () => watch?.newFiles() ?? { ok: true, value: null },
    lock: () => afterAnswer('staff'),
    enterClientMode: () => afterAnswer('kiosk'),
  } satisfies DesktopHandlers)
  answer('kiosk', { leaveClientMode: () => afterAnswer('staff') } satisfies KioskDesktopHandlers)
}

const answer = (page: Page, handlers: Record<string, (...args: unknown[]) => unknown>): void => {
  for (const [method, handler] of Object.entries(handlers)) {
    ipcMain.handle(`${page}:${method}`, (event, ...args: unknown[]) => {
      const frame = event.senderFrame
      const sender = {
        url: frame?.url ?? null,
        isMainFrame: frame !== null && frame === event.sender.mainFrame,
        windowId: event.sender.id,
      }
      const open = openWindow()
      if (!isTrusted(sender, open && { page: open.page, windowId: open.window.webContents.id }, page)) {
        throw new Error('SENDER_REFUSED')
      }
      return handler(...args)
    })
  }
}

const shownWindow = (): BrowserWindow => {
  const open = openWindow()
  if (open === null) throw new Error('NO_WINDOW')
  return open.window
}

/** The window that asked is destroyed by this, so its answer goes first. */
const afterAnswer = (page: Page): void => void setImmediate(openPage, page)
