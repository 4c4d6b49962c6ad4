import type { DisclosureField } from '../../casework/disclosures/disclosure.ts'
import type {
  MandatoryReport,
  MandatoryReportStep,
  ReportDuty,
} from '../../casework/disclosures/mandatory-report.ts'
import type {
  MandatoryReportState,
  MandatoryReportStepKind,
} from '../../casework/disclosures/mandatory-report-course.ts'
import type { ReportClock } from '../../casework/disclosures/mandatory-report-standing.ts'
import type { PrivacyRules } from '../../casework/privacy/privacy-rules.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { Telling } from './disclosures.ts'

/** A report as it stands now. */
export interface MandatoryReportOnShow {
  report: Stored<MandatoryReport>
  /** Null when it is about somebody without a file, or whose file cannot be read. */
  fileNumber: string | null
  state: MandatoryReportState
  clock: ReportClock
  /** The step somebody is led to; null once it is closed. */
  next: MandatoryReportStepKind | null
  /** The steps that can be taken now. */
  open: MandatoryReportStepKind[]
}

/** What was told of a client in a report; whatever is missing or too short is left out, nothing of it stands in the way. */
export interface ReportTold {
  /** The office in words, e.g. 公安. */
  office: string
  purpose: string
  fields: DisclosureField[]
  /** Null where nothing is said of it yet. */
  telling: Telling | null
}

type Draft<Step> = Step extends MandatoryReportStep ? Omit<Step, 'by' | 'at' | 'disclosure'> : never
/** A step as somebody enters it. */
export type ReportStepDraft =
  | Draft<Exclude<MandatoryReportStep, { kind: 'reported' }>>
  | (Draft<Extract<MandatoryReportStep, { kind: 'reported' }>> & { told: ReportTold })

export interface MandatoryReportsApi {
  /** Those whose clock runs first, the one due next on top; then those that were made, then the closed ones. */
  mandatoryReports(): Promise<{
    reports: MandatoryReportOnShow[]
    rules: PrivacyRules['reports']
    /** What is usually told on each ground. */
    fields: Record<ReportDuty, DisclosureField[]>
    unreadable: number
    /** Names of the staff mentioned, by id. */
    staffNames: Record<string, string>
  }>
  /** Opens a report for each duty. Refused with REPORT_INVALID (the field in `at`) or REPORT_WHEN_AHEAD. */
  openMandatoryReports(input: {
    duties: ReportDuty[]
    clientId: string | null
    about: string
    learnedAt: string
  }): Promise<Outcome<{ ids: string[] }>>
  /**
   * Puts a step down after whatever stands there by now; a report that was made together with what was told of the client.
   * Refused with what `mandatoryReportBlocks` names, or REPORT_INVALID.
   */
  takeReportStep(input: { id: string; step: ReportStepDraft }): Promise<Outcome<null>>
}
