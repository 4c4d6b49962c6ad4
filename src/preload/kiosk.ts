import { contextBridge, ipcRenderer } from 'electron'
import type { KioskDesktopClient } from '../bridge/desktop-api.ts'

contextBridge.exposeInMainWorld('anxinKiosk', {
  leaveClientMode: () => ipcRenderer.invoke('kiosk:leaveClientMode'),
} satisfies KioskDesktopClient)
