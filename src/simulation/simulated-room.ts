import type { Assessment } from '../casework/assessments/assessment.ts'
import type { Client } from '../casework/clients/client.ts'
import type { Consent } from '../casework/consents/consent.ts'
import type { CriticalAlert } from '../casework/crisis/critical-alert.ts'
import type { FollowUp } from '../casework/follow-ups/follow-up.ts'
import type { CallRules } from '../casework/hotline/call-rules.ts'
import type { HotlineCall } from '../casework/hotline/hotline-call.ts'
import type { Stored } from '../casework/records/record.ts'
import type { TierDecision } from '../casework/tiers/tier-decision.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { RuleSet } from '../tiering/rule-set.ts'

/** What belongs to the clients of a room; every list oldest first. */
export interface SimulatedCases {
  clients: Stored<Client>[]
  consents: Stored<Consent>[]
  assessments: Stored<Assessment>[]
  alerts: Stored<CriticalAlert>[]
  followUps: Stored<FollowUp>[]
  decisions: Stored<TierDecision>[]
}

/** The records of a synthetic room, each as first stored. */
export interface SimulatedRoom extends SimulatedCases {
  calls: Stored<HotlineCall>[]
}

/** What the files of a simulated room come from: its questionnaires, its rules, and the ids of those who keep them. */
export interface FilesSetting {
  instruments: readonly Instrument[]
  rules: RuleSet
  counsellors: readonly [string, ...string[]]
}

/** What its calls come from: who answers, who takes a call on and supervises, and what a call is taken by. */
export interface HotlineSetting {
  counsellors: readonly [string, ...string[]]
  hotlineWorkers: readonly [string, ...string[]]
  callRules: CallRules
}

/** What a simulated room works with. */
export type RoomSetting = FilesSetting & HotlineSetting
