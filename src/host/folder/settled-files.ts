/** How a file stood when a folder was looked through. */
export interface FileState {
  size: number
  /** Milliseconds since 1970. */
  changed: number
}

/** What was found at one look: states by path. */
export type FolderState = ReadonlyMap<string, FileState>

/**
 * Files that stood still between two looks and were not handed on as they stand; a file that is still being written, or is written
 * anew, is not among them until it stands still again.
 */
export const settledFiles = (before: FolderState, now: FolderState, handedOn: FolderState): string[] =>
  [...now].flatMap(([path, state]) =>
    isSame(before.get(path), state) && !isSame(handedOn.get(path), state) ? [path] : [],
  )

const isSame = (one: FileState | undefined, other: FileState): boolean =>
  one?.size === other.size && one.changed === other.changed
