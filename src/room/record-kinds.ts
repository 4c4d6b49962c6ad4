import { assessmentKind } from '../casework/assessment.ts'
import { batteryKind } from '../casework/battery.ts'
import { campaignKind } from '../casework/campaign.ts'
import { clientKind } from '../casework/client.ts'
import { consentKind } from '../casework/consent.ts'
import { criticalAlertKind } from '../casework/critical-alert.ts'
import { disclosureKind } from '../casework/disclosure.ts'
import { hotlineCallKind } from '../casework/hotline-call.ts'
import { libraryEntryKind } from '../casework/library-entry.ts'
import { paperScoreKind } from '../casework/paper-score.ts'
import type { RecordKind } from '../casework/record.ts'
import { retestPlanKind } from '../casework/retest-plan.ts'
import { surveyResponseKind } from '../casework/survey-response.ts'
import { tierDecisionKind } from '../casework/tier-decision.ts'
import { unitProfileKind } from '../casework/unit-profile.ts'
import { enrolledCardKind } from '../exchange/enrolled-card.ts'
import { receivedPackageKind } from '../exchange/received-package.ts'
import { refusedFileKind } from '../exchange/refused-file.ts'
import { sentPackageKind } from '../exchange/sent-package.ts'
import { unitKeysKind } from '../exchange/unit-keys.ts'
import { factKind } from '../statistics/fact.ts'

/** Every kind of record a vault of this version holds. */
export const recordKinds: readonly RecordKind<unknown>[] = [
  unitProfileKind,
  unitKeysKind,
  libraryEntryKind,
  clientKind,
  consentKind,
  assessmentKind,
  criticalAlertKind,
  tierDecisionKind,
  hotlineCallKind,
  batteryKind,
  retestPlanKind,
  paperScoreKind,
  disclosureKind,
  campaignKind,
  surveyResponseKind,
  factKind,
  enrolledCardKind,
  sentPackageKind,
  receivedPackageKind,
  refusedFileKind,
]
