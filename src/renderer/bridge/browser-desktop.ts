import { version } from '../../../package.json'
import type { DesktopClient } from '../../bridge/desktop-api.ts'
import { downloadFile, offerFiles, pickFile, pickFiles } from './browser-files.ts'

/** The browser edition: files through the browser's own dialogs, windows by replacing the page and with it its worker. */
export const browserDesktop = {
  edition: async () => ({ kind: 'browser', version }),
  saveFile: async (suggestedName, bytes) => downloadFile(suggestedName, bytes),
  openFile: (extensions, maxBytes) => pickFile(extensions, maxBytes),
  openFiles: (extensions, maxBytes) => pickFiles(extensions, maxBytes),
  offerFiles: (extensions, maxBytes) => offerFiles(extensions, maxBytes, 'files'),
  offerFolder: (extensions, maxBytes) => offerFiles(extensions, maxBytes, 'folder'),
  watchFolder: async () => ({ ok: false, refusal: { code: 'FOLDER_NOT_WATCHED' } }),
  watchedFiles: async () => ({ ok: true, value: null }),
  lock: async () => location.replace('/'),
  enterClientMode: async () => location.replace('/kiosk.html'),
} satisfies DesktopClient
