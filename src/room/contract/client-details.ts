import type { PopulationTag } from '../../casework/clients/population-tags.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { ClientDraft } from './clients.ts'

type Version = { id: string; revision: number }

export interface ClientDetailsApi {
  /** The groups this room serves. */
  populationTags(): Promise<PopulationTag[]>
  /** What somebody is called; everywhere else the file number stands for them. Entered in the trail, once a sitting for each client. */
  showName(clientId: string): Promise<Outcome<{ name: string }>>
  /** Refused with CLIENT_INVALID, FILE_KEPT_ONLY or CONFLICT. */
  changeClient(input: Version & { draft: ClientDraft }): Promise<Outcome<null>>
  /** From now on the file is only kept; or, with null, it is used again. Refused with CLIENT_INVALID or CONFLICT. */
  restrictClient(input: Version & { because: string | null }): Promise<Outcome<null>>
}
