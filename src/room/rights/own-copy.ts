import { appointmentKind } from '../../casework/appointments/appointment.ts'
import { assessmentKind } from '../../casework/assessments/assessment.ts'
import { paperScoreKind } from '../../casework/assessments/paper-score.ts'
import { clientKind } from '../../casework/clients/client.ts'
import { consentKind } from '../../casework/consents/consent.ts'
import { crisisEpisodeKind } from '../../casework/crisis/crisis-episode.ts'
import { criticalAlertKind } from '../../casework/crisis/critical-alert.ts'
import { safetyPlanKind } from '../../casework/crisis/safety-plan.ts'
import { disclosureKind } from '../../casework/disclosures/disclosure.ts'
import { caseStandingKind } from '../../casework/files/case-standing.ts'
import { followUpKind } from '../../casework/follow-ups/follow-up.ts'
import { sessionNoteKind } from '../../casework/notes/session-note.ts'
import type { RightsRequest } from '../../casework/privacy/rights-request.ts'
import type { RecordKind, Stored } from '../../casework/records/record.ts'
import { referralKind } from '../../casework/referrals/referral.ts'
import { tierDecisionKind } from '../../casework/tiers/tier-decision.ts'
import type { OwnCopy } from '../contract/rights.ts'
import { groupsOfClient } from '../group-courses/groups-of-client.ts'
import type { Session } from '../session.ts'

/** Gathers what a person gets of their own file, each kind oldest first. */
export const ownCopy = async (
  session: Session,
  request: Stored<RightsRequest>,
  clientId: string,
): Promise<OwnCopy> => {
  const { get, ofClient } = session
  const of = async <T>(kind: RecordKind<T>, at: (value: T) => string): Promise<T[]> =>
    (await ofClient(kind, clientId)).records
      .map(({ value }) => value)
      .toSorted((a, b) => at(a).localeCompare(at(b)))
  const notes = await of(sessionNoteKind, ({ heldAt }) => heldAt)
  const assessments = await of(assessmentKind, ({ startedAt }) => startedAt)
  return {
    request,
    client: (await get(clientKind, clientId)).value,
    consents: await of(consentKind, ({ givenAt }) => givenAt),
    assessments: assessments.filter(({ answeredAt }) => answeredAt !== null),
    paperScores: await of(paperScoreKind, ({ day }) => day),
    notes: notes.filter(({ signedAt }) => signedAt !== null),
    alerts: await of(criticalAlertKind, ({ raisedAt }) => raisedAt),
    crises: await of(crisisEpisodeKind, ({ openedAt }) => openedAt),
    safetyPlans: await of(safetyPlanKind, ({ madeAt }) => madeAt),
    decisions: await of(tierDecisionKind, ({ decidedAt }) => decidedAt),
    followUps: await of(followUpKind, ({ due }) => due),
    referrals: await of(referralKind, ({ writtenAt }) => writtenAt),
    appointments: await of(appointmentKind, ({ startsAt }) => startsAt),
    groups: await groupsOfClient(session, clientId),
    closures: (await ofClient(caseStandingKind, clientId)).records.flatMap(({ value }) => value.steps),
    disclosures: await of(disclosureKind, ({ disclosedAt }) => disclosedAt),
  }
}
