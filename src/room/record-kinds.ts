import { groupCourseKind } from '../casework/activities/group-course.ts'
import { outreachKind } from '../casework/activities/outreach.ts'
import { appointmentKind } from '../casework/appointments/appointment.ts'
import { assessmentKind } from '../casework/assessments/assessment.ts'
import { batteryKind } from '../casework/assessments/battery.ts'
import { libraryEntryKind } from '../casework/assessments/library-entry.ts'
import { paperScoreKind } from '../casework/assessments/paper-score.ts'
import { retestPlanKind } from '../casework/assessments/retest-plan.ts'
import { callerKind } from '../casework/callers/caller.ts'
import { callerNumberKind } from '../casework/callers/caller-number.ts'
import { callerPlanKind } from '../casework/callers/caller-plan.ts'
import { clientKind } from '../casework/clients/client.ts'
import { clientMergeKind } from '../casework/clients/client-merge.ts'
import { clueKind } from '../casework/clues/clue.ts'
import { consentKind } from '../casework/consents/consent.ts'
import { crisisEpisodeKind } from '../casework/crisis/crisis-episode.ts'
import { criticalAlertKind } from '../casework/crisis/critical-alert.ts'
import { safetyPlanKind } from '../casework/crisis/safety-plan.ts'
import { disclosureKind } from '../casework/disclosures/disclosure.ts'
import { hotlineReportKind } from '../casework/disclosures/hotline-report.ts'
import { mandatoryReportKind } from '../casework/disclosures/mandatory-report.ts'
import { caseStandingKind } from '../casework/files/case-standing.ts'
import { followUpKind } from '../casework/follow-ups/follow-up.ts'
import { callTransferKind } from '../casework/hotline/call-transfer.ts'
import { hotlineCallKind } from '../casework/hotline/hotline-call.ts'
import { processNoteKind } from '../casework/notes/process-note.ts'
import { sessionNoteKind } from '../casework/notes/session-note.ts'
import { practiceCallKind } from '../casework/practice/practice-call.ts'
import { impactAssessmentKind } from '../casework/privacy/impact-assessment.ts'
import { rightsRequestKind } from '../casework/privacy/rights-request.ts'
import { backupEntryKind } from '../casework/records/backup-entry.ts'
import type { RecordKind } from '../casework/records/record.ts'
import { referralKind } from '../casework/referrals/referral.ts'
import { handOverSheetKind } from '../casework/shifts/hand-over-sheet.ts'
import { hotlineSeatsKind } from '../casework/shifts/hotline-seats.ts'
import { hotlineShiftKind } from '../casework/shifts/hotline-shift.ts'
import { rosterDutyKind } from '../casework/shifts/roster-duty.ts'
import { staffProfileKind } from '../casework/staff/staff-profile.ts'
import { supervisionKind } from '../casework/supervision/supervision.ts'
import { campaignKind } from '../casework/surveys/campaign.ts'
import { surveyResponseKind } from '../casework/surveys/survey-response.ts'
import { adoptedRulesKind } from '../casework/tiers/adopted-rules.ts'
import { tierDecisionKind } from '../casework/tiers/tier-decision.ts'
import { tierProposalKind } from '../casework/tiers/tier-proposal.ts'
import { roomRulesKind } from '../casework/unit/room-rules.ts'
import { roomSettingsKind } from '../casework/unit/room-settings.ts'
import { unitProfileKind } from '../casework/unit/unit-profile.ts'
import { dueDayKind } from '../county/board/due-day-record.ts'
import { reviewTextKind } from '../county/review/review-text.ts'
import { countyUnitKind } from '../county/units/unit-record.ts'
import {
  handedInCountsKind,
  receivedCountsKind,
  writtenCampaignKind,
} from '../exchange/campaign/campaign-records.ts'
import { enrolledCardKind } from '../exchange/enrolled-card.ts'
import { heldPackageKind } from '../exchange/held-package.ts'
import { keyEventKind } from '../exchange/keys/key-event.ts'
import { receivedMergeKind } from '../exchange/merge/received-merge.ts'
import { sentMergeKind } from '../exchange/merge/sent-merge.ts'
import { takenReceiptKind } from '../exchange/receipts/taken-receipt.ts'
import { receivedPackageKind } from '../exchange/received-package.ts'
import { refusedBytesKind, refusedFileKind } from '../exchange/refused-file.ts'
import { releasedTablesKind } from '../exchange/release/released-tables.ts'
import { sentPackageKind } from '../exchange/sent-package.ts'
import { unitKeysKind } from '../exchange/unit-keys.ts'
import { factSheetKind } from '../statistics/fact-sheet.ts'

/** Every kind of record a vault of this version holds. */
export const recordKinds: readonly RecordKind<unknown>[] = [
  unitProfileKind,
  roomSettingsKind,
  unitKeysKind,
  libraryEntryKind,
  clientKind,
  consentKind,
  assessmentKind,
  criticalAlertKind,
  tierDecisionKind,
  hotlineCallKind,
  callTransferKind,
  batteryKind,
  retestPlanKind,
  paperScoreKind,
  disclosureKind,
  campaignKind,
  surveyResponseKind,
  factSheetKind,
  enrolledCardKind,
  sentPackageKind,
  releasedTablesKind,
  receivedPackageKind,
  sentMergeKind,
  receivedMergeKind,
  writtenCampaignKind,
  receivedCountsKind,
  handedInCountsKind,
  refusedFileKind,
  reviewTextKind,
  refusedBytesKind,
  heldPackageKind,
  takenReceiptKind,
  keyEventKind,
  countyUnitKind,
  dueDayKind,
  backupEntryKind,
  crisisEpisodeKind,
  safetyPlanKind,
  followUpKind,
  referralKind,
  caseStandingKind,
  sessionNoteKind,
  processNoteKind,
  appointmentKind,
  clueKind,
  clientMergeKind,
  rightsRequestKind,
  supervisionKind,
  adoptedRulesKind,
  tierProposalKind,
  groupCourseKind,
  outreachKind,
  staffProfileKind,
  mandatoryReportKind,
  hotlineReportKind,
  impactAssessmentKind,
  roomRulesKind,
  hotlineSeatsKind,
  rosterDutyKind,
  hotlineShiftKind,
  handOverSheetKind,
  callerKind,
  callerNumberKind,
  callerPlanKind,
  practiceCallKind,
]
