import type { FollowUpIntervals } from '../follow-ups/follow-up-intervals.ts'
import type { PrivacyRules } from '../privacy/privacy-rules.ts'
import type { CallCompetences } from './call-competences.ts'
import type { CallForms } from './call-forms.ts'
import type { CallResponseRules } from './call-response-rules.ts'

/** What a call is taken by. */
export interface CallRules {
  forms: CallForms
  response: CallResponseRules
  crisis: FollowUpIntervals['crisis']
  disclosures: PrivacyRules['disclosures']
  competences: CallCompetences
}
