import type { ClientMerge } from '../../casework/clients/client-merge.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { DuplicateOnShow } from './clients.ts'

/** That a file is read together with another, as either of them shows it. */
export interface FileMerge {
  merge: Stored<ClientMerge>
  /** File numbers; null for a file that is not there any more. */
  from: string | null
  into: string | null
  /** Whether it can be undone today. */
  canUndo: boolean
}

export interface FileMergesApi {
  /** The merges a file takes part in, also those undone, newest first, and who else may be the same person. */
  fileMerges(clientId: string): Promise<{
    merges: FileMerge[]
    /** Under which file it is read, when not under its own. */
    readUnder: { id: string; fileNumber: string | null } | null
    candidates: DuplicateOnShow[]
    /** Names of the staff mentioned, by id. */
    staffNames: Record<string, string>
  }>
  /** Reads the records of `from` with those of `into`; nothing is moved. Refused as `checkMerge` is, or with REASON_NEEDED. */
  mergeFiles(input: Pick<ClientMerge, 'from' | 'into' | 'because'>): Promise<Outcome<null>>
  /** Refused with ALREADY_UNDONE, UNDO_OVER or CONFLICT. */
  undoMerge(merge: { id: string; revision: number }): Promise<Outcome<null>>
}
