import { contextBridge, ipcRenderer } from 'electron'
import type { DesktopApi, DesktopClient } from '../bridge/desktop-api.ts'

const call =
  <Method extends keyof DesktopApi>(method: Method) =>
  (...args: Parameters<DesktopApi[Method]>): Promise<ReturnType<DesktopApi[Method]>> =>
    ipcRenderer.invoke(`staff:${method}`, ...args)

contextBridge.exposeInMainWorld('anxin', {
  edition: call('edition'),
  saveFile: call('saveFile'),
  openFile: call('openFile'),
  openFiles: call('openFiles'),
  offerFiles: call('offerFiles'),
  offerFolder: call('offerFolder'),
  watchFolder: call('watchFolder'),
  watchedFiles: call('watchedFiles'),
  lock: call('lock'),
  enterClientMode: call('enterClientMode'),
} satisfies DesktopClient)
