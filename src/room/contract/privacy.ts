import type { AssessmentDueReason, ImpactAssessment } from '../../casework/privacy/impact-assessment.ts'
import type { RoomProcessing } from '../../casework/privacy/processing-log.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Language } from '../../casework/records/values.ts'
import type { Outcome } from '../../instruments/outcome.ts'

/** What somebody writes in an impact assessment; who, when and which version it is follows. */
export type ImpactDraft = Omit<ImpactAssessment, 'version' | 'assessedBy' | 'assessedAt'>

export interface PrivacyApi {
  /** What the room does with personal data, as it follows from the records, and its impact assessments, the newest first. */
  privacy(): Promise<{
    processing: RoomProcessing[]
    /** `keptUntil`: the last day a law wants it kept; null for none. */
    assessments: { assessment: Stored<ImpactAssessment>; keptUntil: string | null }[]
    /** Why a new one has to be made; empty while the newest holds. */
    due: AssessmentDueReason[]
    unreadable: number
    /** Names of the staff who made them, by id. */
    staffNames: Record<string, string>
  }>
  /** What a new assessment begins with: the newest in the room's own words, and the template for whatever is new. */
  impactDraft(
    language: Language,
  ): Promise<Pick<ImpactDraft, 'template' | 'language' | 'assessed' | 'security'>>
  /** Saves a new version; the earlier ones stay. Refused with NO_KEY, or ASSESSMENT_INVALID (the field in `at`). */
  saveImpactAssessment(draft: ImpactDraft): Promise<Outcome<{ id: string }>>
}
