/** A file larger than any package; it is not looked into. */
export const mostFileBytes = 5_000_000

/** A file that somebody brings to the desk: what is in it, read once, or why that is not known. */
export interface BroughtFile {
  name: string
  /** PACKAGE_TOO_LARGE: more than `mostFileBytes`, and not read. */
  content: Uint8Array | 'PACKAGE_TOO_LARGE' | 'FILE_NOT_READ'
  /** The day it came, `YYYY-MM-DD`, when that was earlier than today. */
  received?: string
}

/** Files as they are listed or as they come, one after the other. */
export type BroughtFiles = Iterable<BroughtFile> | AsyncIterable<BroughtFile>
