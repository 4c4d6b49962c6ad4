import type { DurableFolder, FolderCode } from './durable-folder.ts'

/** Every answer of our own loopback server to a host call carries this, the refusals among them. */
export const HOST_HEADER = 'anxin-host'
/** Says which version of the calls below the server takes. */
export const HOST_VERSION = '1'
/** Carries the code of a refusal. Expected ones come with status 200, or the browser would log each as an error. */
export const REFUSAL_HEADER = 'anxin-refusal'

/** The most one call may carry either way, in bytes. */
export const LARGEST_CALL = 32 * 1024 * 1024

/** What is asked of a folder: `/host/<folder>/<call>?name=…`, by POST where it writes. The bytes are the body. */
export type FolderCall = keyof DurableFolder

/** Which folders the server holds: the backups, a vault's second copy, or what clients left for it. */
export type HostFolderPath = 'backup' | `journal/${string}` | `inbox/${string}`

export type HostRefusal =
  | FolderCode
  /** No token, or one of an earlier start. */
  | 'HOST_SHUT'
  /** Asked for by a page that is not ours. */
  | 'FOREIGN_PAGE'
  | 'UNKNOWN_CALL'
  | 'WRONG_METHOD'
  | 'WRONG_ARGUMENTS'
  | 'TOO_LARGE'

/** Vaults that may have a folder with the host. */
export const isHostVault = (name: string): boolean => /^anxin(?:-[a-z0-9]{1,20}){0,3}$/.test(name)
