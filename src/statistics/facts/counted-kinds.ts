import { countedAssessments, countedPaperScores } from './assessment.ts'
import { countedCalls } from './call.ts'
import { countedClients } from './client.ts'
import { countedClosures } from './closure.ts'
import { countedClues } from './clue.ts'
import type { CountedKind } from './counted-kind.ts'
import { countedCrises } from './crisis.ts'
import { countedDisclosures } from './disclosure.ts'
import { countedFollowUps } from './follow-up.ts'
import { countedGroups } from './group-session.ts'
import { countedHotlineReports, countedReports } from './mandatory-report.ts'
import { countedOutreach } from './outreach.ts'
import { countedReferrals } from './referral.ts'
import { countedRightsRequests } from './rights-request.ts'
import { countedSessions } from './session.ts'
import { countedTierDecisions } from './tier-decision.ts'
import { countedSupervision, countedTraining } from './training.ts'

/** Every kind of record that counts. */
export const countedKinds: readonly CountedKind<unknown>[] = [
  countedClients,
  countedAssessments,
  countedPaperScores,
  countedTierDecisions,
  countedSessions,
  countedGroups,
  countedCrises,
  countedCalls,
  countedReferrals,
  countedFollowUps,
  countedClosures,
  countedOutreach,
  countedTraining,
  countedSupervision,
  countedRightsRequests,
  countedDisclosures,
  countedClues,
  countedReports,
  countedHotlineReports,
]
