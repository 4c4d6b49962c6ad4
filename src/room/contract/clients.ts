import type { Assessment } from '../../casework/assessment.ts'
import type { Client } from '../../casework/client.ts'
import type { Consent } from '../../casework/consent.ts'
import type { CriticalAlert } from '../../casework/critical-alert.ts'
import type { PossibleDuplicate } from '../../casework/duplicates.ts'
import type { Stored } from '../../casework/record.ts'
import type { TierDecision } from '../../casework/tier-decision.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { Suggestion } from '../../tiering/suggestion.ts'
import type { Tier } from '../../tiering/tier.ts'
import type { TierStanding } from '../../tiering/tier-standing.ts'

/** One line of the caseload. */
export interface ClientSummary {
  id: string
  fileNumber: string
  name: string
  /** Full years today; null when the birth date is not known. */
  age: number | null
  sex: Client['sex']
  standing: TierStanding | null
  openAlerts: number
  lastAssessedAt: string | null
}

export interface Caseload {
  clients: ClientSummary[]
  /** Records that could not be read; shown, never left out in silence. */
  unreadable: number
}

export type ClientDraft = Pick<Client, 'name' | 'birthDate' | 'sex' | 'township' | 'phone'>

/** Everything one client's page shows. */
export interface ClientFile {
  client: Stored<Client>
  age: number | null
  consents: Stored<Consent>[]
  /** Oldest first. */
  assessments: Stored<Assessment>[]
  alerts: Stored<CriticalAlert>[]
  /** Oldest first. */
  decisions: Stored<TierDecision>[]
  standing: TierStanding | null
  suggestion: Suggestion | null
  /** Names of the staff these records mention, by id. */
  staffNames: Record<string, string>
  unreadable: number
}

export interface ClientsApi {
  /** All clients for an empty query; else by name, pinyin, initials, file number or phone, best match first. */
  listClients(query: string): Promise<Caseload>
  findDuplicates(draft: ClientDraft): Promise<PossibleDuplicate[]>
  registerClient(draft: ClientDraft): Promise<Outcome<{ id: string }>>
  openClient(id: string): Promise<Outcome<ClientFile>>
  recordConsent(
    input: Pick<Consent, 'clientId' | 'purpose' | 'recipient' | 'textVersion' | 'givenBy' | 'manner'>,
  ): Promise<Outcome<null>>
  withdrawConsent(consent: { id: string; revision: number }): Promise<Outcome<null>>
  decideTier(input: { clientId: string; tier: Tier; reason: string }): Promise<Outcome<null>>
}
