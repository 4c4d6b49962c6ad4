import { done, type Outcome, refused } from '../../instruments/outcome.ts'

interface PermittedFolder extends FileSystemDirectoryHandle {
  requestPermission(wanted: { mode: 'readwrite' }): Promise<PermissionState>
}

declare global {
  interface Window {
    /** Only where the browser has a dialog for folders. */
    showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>
  }
}

/** Whether folders can be chosen here at all. */
export const canChooseFolder = (): boolean => window.showDirectoryPicker !== undefined

/** Asks for a folder; null when it was not chosen after all. Call it from a click. */
export const chooseFolder = async (): Promise<Outcome<FileSystemDirectoryHandle | null>> => {
  try {
    return done((await window.showDirectoryPicker?.({ id: 'backup', mode: 'readwrite' })) ?? null)
  } catch (problem) {
    if (problem instanceof DOMException && problem.name === 'AbortError') return done(null)
    return refused('FOLDER_UNREACHABLE')
  }
}

const mayAsk = (folder: FileSystemDirectoryHandle): folder is PermittedFolder => 'requestPermission' in folder

/** Asks whether a folder that was chosen before may be written to again. Call it from a click. */
export const mayWriteTo = async (folder: FileSystemDirectoryHandle): Promise<boolean> =>
  !mayAsk(folder) || (await folder.requestPermission({ mode: 'readwrite' })) === 'granted'
