import { type BrowserWindow, dialog } from 'electron'
import type { ChosenFile, FileOutcome, OfferedFiles } from '../bridge/desktop-api.ts'
import { readChosenFile, readChosenFiles, writeChosenFile } from '../host/chosen-file.ts'
import { isFileName } from '../host/file-name.ts'
import { offered } from '../host/folder/files-in.ts'

/** The path is the person's choice in this dialog and never crosses to the window. */
export const saveFile = async (
  window: BrowserWindow,
  suggestedName: string,
  bytes: Uint8Array,
): Promise<FileOutcome<string>> => {
  if (!isFileName(suggestedName)) return { ok: false, refusal: { code: 'FILE_NAME_REFUSED' } }
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: suggestedName,
    properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
  })
  return canceled || filePath === '' ? { ok: true, value: null } : writeChosenFile(filePath, bytes)
}

export const openFile = async (
  window: BrowserWindow,
  extensions: string[],
  maxBytes: number,
): Promise<FileOutcome<ChosenFile>> => {
  const [path] = await choosePaths(window, extensions, ['openFile'])
  return path === undefined ? { ok: true, value: null } : readChosenFile(path, maxBytes)
}

export const openFiles = async (
  window: BrowserWindow,
  extensions: string[],
  maxBytes: number,
): Promise<FileOutcome<ChosenFile[]>> => {
  const paths = await choosePaths(window, extensions, ['openFile', 'multiSelections'])
  return paths.length === 0 ? { ok: true, value: null } : readChosenFiles(paths, maxBytes)
}

/** As many as were chosen; one that cannot be read does not stand in the way of the others. */
export const offerFiles = async (
  window: BrowserWindow,
  extensions: string[],
  maxBytes: number,
): Promise<FileOutcome<OfferedFiles>> => {
  const paths = await choosePaths(window, extensions, ['openFile', 'multiSelections'])
  return paths.length === 0 ? { ok: true, value: null } : { ok: true, value: await offered(paths, maxBytes) }
}

/** Null when the person cancelled. */
export const chooseFolder = async (window: BrowserWindow): Promise<string | null> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'dontAddToRecent'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** None when the person cancelled. */
const choosePaths = async (
  window: BrowserWindow,
  extensions: string[],
  properties: ('openFile' | 'multiSelections')[],
): Promise<string[]> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    filters: [{ name: extensions.map((extension) => `*.${extension}`).join(' '), extensions }],
    properties: [...properties, 'dontAddToRecent'],
  })
  return canceled ? [] : filePaths
}
