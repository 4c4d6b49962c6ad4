import type { Language } from '../../casework/records/values.ts'
import type { Campaign, CampaignMode } from '../../casework/surveys/campaign.ts'
import type { CrossTab, ResponseCounts } from '../../casework/surveys/response-counts.ts'
import type { Outcome, Refusal } from '../../instruments/outcome.ts'
import type { PlainAnswers } from '../../instruments/plain-survey/plain-survey.ts'
import type { PlainSurveyRead } from '../../instruments/plain-survey/read-plain-survey.ts'
import type { RoomCampaignsApi } from './county-campaigns.ts'
import type { OutgoingFile } from './exchange.ts'

/** A campaign in the list, without what was answered. */
export interface CampaignEntry {
  id: string
  revision: number
  campaign: Campaign
  /** People who answered; null for a role that does not read responses. */
  responses: number | null
}

export interface CampaignShelf {
  /** Those that run first, then the newest. */
  campaigns: CampaignEntry[]
  /** Records that could not be read and are not shown or counted. */
  unreadable: number
  /** Names of the staff mentioned, by id. */
  staffNames: Record<string, string>
}

/** A SurveyJS file as chosen; null stands for the survey that comes with the program. */
export type SurveySource = { name: string; bytes: Uint8Array } | null

/**
 * What came of a campaign. Nothing while it runs (`RUNNING`: who saw the numbers before and after one person would know what
 * they answered) and nothing for under five people (`TOO_FEW`).
 */
export type CampaignResults =
  | { held: 'RUNNING' | 'TOO_FEW'; responses: number }
  | {
      held: null
      responses: number
      /** First and last day somebody answered. */
      days: { first: string; last: string }
      counts: ResponseCounts[]
      /** Words people wrote, by question, in drawn order. */
      written: { question: string; texts: string[] }[]
    }

export interface SurveysApi extends RoomCampaignsApi {
  campaigns(): Promise<CampaignShelf>
  /** Reads a survey and says what it would ask. Every fault is given with its path; nothing is stored. */
  trySurvey(source: SurveySource): Promise<Outcome<PlainSurveyRead, Refusal[]>>
  /** Counsellors, supervisors and administrators. Refused with the first fault when the survey cannot be asked. */
  openCampaign(input: {
    source: SurveySource
    title: string
    modes: CampaignMode[]
  }): Promise<Outcome<{ id: string }>>
  /**
   * For good; from then on the results can be read. Refused with RESPONSES_WAITING while some were handed in that only
   * counsellors and supervisors can take in: afterwards nothing is.
   */
  closeCampaign(input: { id: string; revision: number }): Promise<Outcome<null>>
  /** Locks the vault and puts the survey up on the page for people; call `enterClientMode` next. */
  startSurveyKiosk(input: { id: string; language: Language; largePrint: boolean }): Promise<Outcome<null>>
  /** What one person answered to a member of staff; kept without saying who asked. */
  submitResponse(input: { id: string; answers: PlainAnswers }): Promise<Outcome<null>>
  /** Rejects with NO_KEY for a role that does not read responses. */
  campaignResults(id: string): Promise<CampaignResults>
  /** Refused with TOO_FEW_RESPONSES under ten people. `by` takes a single answer. */
  crossTabulate(input: { id: string; question: string; by: string }): Promise<Outcome<CrossTab>>
  /** Counts of every question as CSV, without written words. Refused with TOO_FEW_RESPONSES under ten people. */
  exportCounts(input: { id: string; language: Language }): Promise<Outcome<OutgoingFile>>
}
