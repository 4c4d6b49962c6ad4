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

/** Everything a window may ask of the machine. Both editions implement it; every side is derived from it. */
export interface DesktopApi {
  edition(): Edition
  /** Asks where to, then writes. Gives the name of the file written, or null when the person cancelled. */
  saveFile(suggestedName: string, bytes: Uint8Array): string | null
  /** Asks which file, then reads it: at most `maxBytes`, larger files are refused. Null when cancelled. */
  openFile(extensions: string[], maxBytes: number): ChosenFile | null
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
