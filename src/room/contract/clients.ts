import type { GroupPart } from '../../casework/activities/group-sessions.ts'
import type { Assessment } from '../../casework/assessments/assessment.ts'
import type { Client } from '../../casework/clients/client.ts'
import type { PossibleDuplicate } from '../../casework/clients/duplicates.ts'
import type { Consent } from '../../casework/consents/consent.ts'
import type { CrisisEpisode } from '../../casework/crisis/crisis-episode.ts'
import type { CriticalAlert } from '../../casework/crisis/critical-alert.ts'
import type { CaseState } from '../../casework/files/case-course.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { TierDecision } from '../../casework/tiers/tier-decision.ts'
import type { TierProposal } from '../../casework/tiers/tier-proposal.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { Suggestion } from '../../tiering/suggestion.ts'
import type { TierStanding } from '../../tiering/tier-standing.ts'

/** One line of the caseload. */
export interface ClientSummary {
  id: string
  fileNumber: string
  /** Full years today; null when the birth date is not known. */
  age: number | null
  sex: Client['sex']
  standing: TierStanding | null
  openAlerts: number
  lastAssessedAt: string | null
  /** Whether the file is open, about to be closed, or closed. */
  file: CaseState
}

/** Lines of a list that are asked for: `atMost` from the one that has `from` before it. */
export interface Part {
  from: number
  atMost: number
}

export interface Caseload {
  clients: ClientSummary[]
  /** How many there are, shown or not. */
  total: number
  /** Records that could not be read; shown, never left out in silence. */
  unreadable: number
}

/** What is known of somebody: a name or an alias, and whatever else they told. */
export type ClientDraft = Pick<
  Client,
  'name' | 'alias' | 'birthDate' | 'sex' | 'township' | 'phone' | 'tags' | 'guardian'
>

/** Somebody who may be the same person, under their file number. */
export type DuplicateOnShow = Omit<PossibleDuplicate, 'name'>

/** Everything one client's page shows. */
export interface ClientFile {
  client: Stored<Client>
  age: number | null
  consents: Stored<Consent>[]
  /** Oldest first. */
  assessments: Stored<Assessment>[]
  alerts: Stored<CriticalAlert>[]
  episodes: Stored<CrisisEpisode>[]
  /** Oldest first. */
  decisions: Stored<TierDecision>[]
  /** To lower the tier, oldest first. */
  proposals: Stored<TierProposal>[]
  /** Group sessions they took part in, oldest first. */
  groups: GroupPart[]
  standing: TierStanding | null
  suggestion: Suggestion | null
  /** Names of the staff these records mention, by id. */
  staffNames: Record<string, string>
  unreadable: number
}

export interface ClientsApi {
  /**
   * All clients for an empty query, the most urgent first; else by name, alias, pinyin, initials, file number or phone, best
   * match first. Without `part` every line.
   */
  listClients(query: string, part?: Part): Promise<Caseload>
  findDuplicates(draft: ClientDraft): Promise<DuplicateOnShow[]>
  registerClient(draft: ClientDraft): Promise<Outcome<{ id: string }>>
  openClient(id: string): Promise<Outcome<ClientFile>>
}
