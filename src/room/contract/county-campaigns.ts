import type { Language } from '../../casework/records/values.ts'
import type { CampaignMode } from '../../casework/surveys/campaign.ts'
import type { CampaignTotals } from '../../county/campaigns/campaign-totals.ts'
import type { ToldCounts } from '../../exchange/campaign/withhold-counts.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { PlainSurvey } from '../../instruments/plain-survey/plain-survey.ts'
import type { OutgoingFile } from './exchange.ts'
import type { SurveySource } from './surveys.ts'

interface NamedUnit {
  name: string
  code: string
}

/** A campaign of the county's, and how far the rooms are. */
export interface CountyCampaignEntry {
  /** SHA-256 of what is asked. */
  id: string
  title: string
  writtenAt: string
  /** Rooms that handed their counts in. */
  rooms: number
}

/** A campaign over all rooms. */
export interface CampaignSums {
  title: string
  survey: PlainSurvey
  totals: CampaignTotals
  rooms: NamedUnit[]
  missing: NamedUnit[]
}

/** A room's counts, after every check and before they are taken in. */
export interface CountsOnShow {
  id: string
  title: string
  survey: PlainSurvey
  from: NamedUnit
  people: number
  questions: ToldCounts[]
  sha256: string
  /** Already here: taking them in again changes nothing. */
  known: boolean
}

/** The county's half: it writes the survey and adds the rooms' counts up. */
export interface CountyCampaignsApi {
  /** Newest first. */
  countyCampaigns(): Promise<CountyCampaignEntry[]>
  /** Signs a survey for every room. Refused with the first fault when it cannot be asked, TITLE_NEEDED, CAMPAIGN_KNOWN. */
  writeCountyCampaign(input: { source: SurveySource; title: string }): Promise<Outcome<{ id: string }>>
  /** The file for the rooms. */
  countyCampaignFile(id: string): Promise<Outcome<{ file: OutgoingFile }>>
  countyCampaignSums(id: string): Promise<Outcome<CampaignSums>>
  /** The sums as a workbook or as CSV. */
  countyCampaignView(input: {
    id: string
    format: 'xlsx' | 'csv'
    language: Language
  }): Promise<Outcome<{ file: OutgoingFile }>>
  /** Says what a room's file holds; nothing is kept. Refused with COUNTS_TWICE when the room handed other counts in before. */
  checkCampaignCounts(bytes: Uint8Array): Promise<Outcome<CountsOnShow>>
  takeCampaignCounts(bytes: Uint8Array): Promise<Outcome<CountsOnShow>>
}

/** What a county's campaign asks, before the room begins it. */
export interface OfferedCampaign {
  title: string
  survey: PlainSurvey
  county: NamedUnit
  /** It was begun here before: there is no second time. */
  known: boolean
}

/** What leaves the room of a campaign of the county's. */
export interface HandIn {
  county: NamedUnit
  people: number
  questions: ToldCounts[]
  /** Set once it was handed in; the file stays the same. */
  handedIn: { at: string; sha256: string } | null
}

/** The room's half: it asks the county's survey as its own, and hands the counts in once. */
export interface RoomCampaignsApi {
  readCountyCampaign(bytes: Uint8Array): Promise<Outcome<OfferedCampaign>>
  /** Refused with CAMPAIGN_KNOWN when it was begun before. */
  openCountyCampaign(input: { bytes: Uint8Array; modes: CampaignMode[] }): Promise<Outcome<{ id: string }>>
  /** `id` of the room's own campaign. Refused with NOT_OF_THE_COUNTY, CAMPAIGN_RUNNING, TOO_FEW_RESPONSES, NOTHING_TO_HAND_IN. */
  previewHandIn(id: string): Promise<Outcome<HandIn>>
  /** Asks for the passphrase. A second call gives the same bytes. */
  handInCounts(id: string): Promise<Outcome<{ file: OutgoingFile; sha256: string }>>
}
