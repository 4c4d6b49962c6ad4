import {
  type Bytes,
  type DurableFolder,
  type FolderCode,
  FolderError,
} from '../../src/journal/durable-folder.ts'
import { isDurableName } from '../../src/journal/file-name.ts'

type Call = keyof DurableFolder

/** What goes wrong at one call of a folder. */
export interface FolderFault {
  /** Counted from 1 over all calls named in `calls`. */
  at: number
  /** Only these are counted and fail; all that write when left out. */
  calls?: readonly Call[]
  /** Nothing of the call done, half of its bytes written, or all of it done and only the answer lost. */
  when: 'before' | 'halfway' | 'after'
  code?: FolderCode
  /** Every later call of these fails as well, as on a disk that stays full or was pulled out. */
  forEver?: boolean
}

/** A folder in memory that can be told to fail. */
export interface MemoryFolder extends DurableFolder {
  /** The bytes themselves, to be looked at and spoilt. */
  readonly files: Map<string, Bytes>
  /** Counting begins anew. Null: nothing fails any more. */
  fail(fault: FolderFault | null): void
  /** How many calls `fail` would have counted since it was last called, by its `calls`. */
  readonly counted: number
  /** The same files in a folder of its own, nothing failing: the disk as it is when the plug is pulled. */
  copy(): MemoryFolder
}

const WRITING: readonly Call[] = ['append', 'overwrite', 'truncate', 'rename', 'remove']

/** Follows the contract of `DurableFolder`, with the files in a map. */
export const memoryFolder = (files: ReadonlyMap<string, Bytes> = new Map()): MemoryFolder => {
  const held = new Map([...files].map(([name, bytes]) => [name, bytes.slice()]))
  let fault: FolderFault | null = null
  let counted = 0

  const bytesOf = (name: string): Bytes => {
    const bytes = held.get(name)
    if (bytes === undefined) throw new FolderError('NO_FILE')
    return bytes
  }
  /** `part` is how much of what was asked for is done, from 0 to 1. */
  const attempt = async <T>(call: Call, names: string[], act: (part: number) => T): Promise<T> => {
    if (!names.every(isDurableName)) throw new FolderError('FILE_NAME_REFUSED')
    if (!(fault?.calls ?? WRITING).includes(call)) return act(1)
    counted++
    if (fault === null || (fault.forEver ? counted < fault.at : counted !== fault.at)) return act(1)
    if (fault.when === 'halfway') act(0.5)
    if (fault.when === 'after') act(1)
    throw new FolderError(fault.code ?? 'FOLDER_UNREACHABLE')
  }
  const partOf = (bytes: Bytes, part: number): Bytes => bytes.slice(0, Math.floor(bytes.length * part))

  return {
    files: held,
    get counted() {
      return counted
    },
    fail(next) {
      fault = next
      counted = 0
    },
    copy: () => memoryFolder(held),
    list: () => attempt('list', [], () => [...held].map(([name, { length: size }]) => ({ name, size }))),
    read: (name, from, length) => attempt('read', [name], () => bytesOf(name).slice(from, from + length)),
    append: (name, at, bytes) =>
      attempt('append', [name], (part) => {
        const before = held.get(name) ?? new Uint8Array()
        if (before.length !== at) throw new FolderError('FILE_CHANGED')
        held.set(name, joined(before, partOf(bytes, part)))
      }),
    overwrite: (name, bytes) =>
      attempt('overwrite', [name], (part) => {
        const written = partOf(bytes, part)
        const before = held.get(name) ?? new Uint8Array()
        held.set(name, part === 1 ? written : joined(written, before.slice(written.length)))
      }),
    truncate: (name, size) =>
      attempt('truncate', [name], (part) => {
        const before = bytesOf(name)
        if (part === 1) held.set(name, before.slice(0, size))
      }),
    rename: (name, to) =>
      attempt('rename', [name, to], (part) => {
        const bytes = bytesOf(name)
        if (part < 1) return
        held.delete(name)
        held.set(to, bytes)
      }),
    remove: (name) =>
      attempt('remove', [name], (part) => {
        if (part === 1) held.delete(name)
      }),
  }
}

const joined = (one: Bytes, other: Bytes): Bytes => {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}
