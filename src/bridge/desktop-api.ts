/** Where the window runs and what the machine under it offers. */
export interface Edition {
  kind: 'desktop' | 'browser'
  version: string
}

/** A file the person chose in a dialog; the window never learns or gives a path. */
export interface ChosenFile {
  name: string
  bytes: Uint8Array
}

/** Why the machine did not do it; the sentence is the window's to choose. Returned, for an error loses its code between processes. */
export interface FileRefusal {
  code:
    | 'FILE_NAME_REFUSED'
    | 'FILE_TOO_LARGE'
    | 'FILE_NOT_READ'
    | 'FILE_NOT_WRITTEN'
    | 'DISK_FULL'
    | 'FOLDER_NOT_WATCHED'
}

/** What came of asking for a file: the value, or why not. `null` inside means that the person cancelled. */
export type FileOutcome<T> = { ok: true; value: T | null } | { ok: false; refusal: FileRefusal }

/** One of many files: what is in it, a handle that is read when its turn comes, or why there is neither. */
export interface OfferedFile {
  name: string
  content: Uint8Array | Blob | 'FILE_TOO_LARGE' | 'FILE_NOT_READ'
}

/** Files that were chosen together, or lie in one folder. */
export interface OfferedFiles {
  files: OfferedFile[]
  /** Files with another extension; they were not looked at. */
  others: number
  /** More files than are offered at once; they were not looked at either. */
  left: number
}

/** Everything a window may ask of the machine. Both editions implement it; every side is derived from it. */
export interface DesktopApi {
  edition(): Edition
  /** Asks where to, then writes. Gives the name of the file written. */
  saveFile(suggestedName: string, bytes: Uint8Array): FileOutcome<string>
  /** Asks which file (extensions without the dot), then reads it: at most `maxBytes`, larger files are refused. */
  openFile(extensions: string[], maxBytes: number): FileOutcome<ChosenFile>
  /** The same for one or several files chosen in one dialog: together at most `maxBytes`. */
  openFiles(extensions: string[], maxBytes: number): FileOutcome<ChosenFile[]>
  /** Asks which files, as many as there may be: each at most `maxBytes`, and each for itself. */
  offerFiles(extensions: string[], maxBytes: number): FileOutcome<OfferedFiles>
  /** The same for all files of a folder. */
  offerFolder(extensions: string[], maxBytes: number): FileOutcome<OfferedFiles>
  /** Asks which folder to watch from now on; gives its name. The browser edition cannot: FOLDER_NOT_WATCHED. */
  watchFolder(extensions: string[], maxBytes: number): FileOutcome<string>
  /** Files that have come into the watched folder since this was last asked, and are written to no more. */
  watchedFiles(): FileOutcome<OfferedFiles>
  /** Locks: this window, its worker and every key in it are thrown away and the staff page opens anew. */
  lock(): void
  /** Leaves the staff page for the client's page; call only after the vault is locked. */
  enterClientMode(): void
}

/** What the client's page may ask: the way back to the staff's lock screen, and nothing else. */
export interface KioskDesktopApi {
  leaveClientMode(): void
}

type Client<Api> = {
  [Method in keyof Api]: Api[Method] extends (...args: infer Args) => infer Value
    ? (...args: Args) => Promise<Value>
    : never
}
type Handlers<Api> = {
  [Method in keyof Api]: Api[Method] extends (...args: infer Args) => infer Value
    ? (...args: { [Position in keyof Args]: unknown }) => Value | Promise<Value>
    : never
}

/** The window's side: the same methods, as promises. */
export type DesktopClient = Client<DesktopApi>
export type KioskDesktopClient = Client<KioskDesktopApi>
/** The machine's side: the same methods, every argument `unknown` until a guard has named it. */
export type DesktopHandlers = Handlers<DesktopApi>
export type KioskDesktopHandlers = Handlers<KioskDesktopApi>
