import type { Stored } from '../../casework/records/record.ts'
import type { MaskedCase } from '../../casework/supervision/masked-case.ts'
import type { Supervision } from '../../casework/supervision/supervision.ts'
import type { Outcome } from '../../instruments/outcome.ts'

/** What is told of a case, and what has to be taken out of it besides what is known here. */
export interface Discussion {
  clientId: string
  question: string
  /** Signed session notes that are told of. */
  notes: string[]
  words: string[]
}

export interface SupervisionApi {
  /** About one client, the last one first. */
  supervisions(clientId: string): Promise<{
    supervisions: Stored<Supervision>[]
    staffNames: Record<string, string>
    unreadable: number
  }>
  /** Refused with SUPERVISION_INVALID, the field in `at`. */
  recordSupervision(input: Omit<Supervision, 'recordedBy' | 'recordedAt'>): Promise<Outcome<{ id: string }>>
  /** A case as colleagues would read it, to be read over first; nothing leaves. Refused with FILE_KEPT_ONLY. */
  previewDiscussion(input: Discussion): Promise<Outcome<MaskedCase>>
  /**
   * The same, to be saved or printed: entered in the trail before it is given. Refused with FILE_KEPT_ONLY, or QUESTION_NEEDED
   * where nothing is asked of the supervisor.
   */
  releaseDiscussion(input: Discussion & { by: 'file' | 'paper' }): Promise<Outcome<MaskedCase>>
}
