import type { Assessment } from '../casework/assessment.ts'
import type { Client } from '../casework/client.ts'
import type { Consent } from '../casework/consent.ts'
import type { CriticalAlert } from '../casework/critical-alert.ts'
import type { HotlineCall } from '../casework/hotline-call.ts'
import type { Stored } from '../casework/record.ts'
import type { TierDecision } from '../casework/tier-decision.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { RuleSet } from '../tiering/rule-set.ts'

/** What belongs to the clients of a room; every list oldest first. */
export interface SimulatedCases {
  clients: Stored<Client>[]
  consents: Stored<Consent>[]
  assessments: Stored<Assessment>[]
  alerts: Stored<CriticalAlert>[]
  decisions: Stored<TierDecision>[]
}

/** The records of a synthetic room, each as first stored. */
export interface SimulatedRoom extends SimulatedCases {
  calls: Stored<HotlineCall>[]
}

/** What a simulated room works with: its questionnaires, its rules, and the ids of those who work there. */
export interface RoomSetting {
  instruments: readonly Instrument[]
  rules: RuleSet
  counsellors: readonly [string, ...string[]]
  hotlineWorkers: readonly [string, ...string[]]
}
