import { assessmentKind } from '../../casework/assessments/assessment.ts'
import { paperScoreKind } from '../../casework/assessments/paper-score.ts'
import { clientKind } from '../../casework/clients/client.ts'
import { consentKind } from '../../casework/consents/consent.ts'
import { consentFor } from '../../casework/consents/consent-needed.ts'
import { crisisEpisodeKind } from '../../casework/crisis/crisis-episode.ts'
import { safetyPlanKind } from '../../casework/crisis/safety-plan.ts'
import { disclosureKind } from '../../casework/disclosures/disclosure.ts'
import { mandatoryReportKind } from '../../casework/disclosures/mandatory-report.ts'
import { caseStandingKind } from '../../casework/files/case-standing.ts'
import { sessionNoteKind } from '../../casework/notes/session-note.ts'
import type { RecordKind } from '../../casework/records/record.ts'
import { referralKind } from '../../casework/referrals/referral.ts'
import { type MaskedCase, maskedCase } from '../../casework/supervision/masked-case.ts'
import { namedIn } from '../../casework/supervision/named-in.ts'
import { supervisionKind } from '../../casework/supervision/supervision.ts'
import { tierDecisionKind } from '../../casework/tiers/tier-decision.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { now } from '../clock.ts'
import type { Discussion } from '../contract/supervision.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'

/** Records in which somebody besides the client is named. */
const speakingOfOthers: readonly RecordKind<unknown>[] = [
  consentKind,
  safetyPlanKind,
  referralKind,
  disclosureKind,
  mandatoryReportKind,
  caseStandingKind,
  paperScoreKind,
  supervisionKind,
]

/** A case with everything taken out that is known here to tell who it is about; private notes are never in it. */
export const discussionOf = async (
  session: Session,
  { clientId, question, notes, words }: Discussion,
): Promise<Outcome<MaskedCase>> => {
  const client = await session.get(clientKind, clientId)
  const allowed = consentFor('noteObservation', client.value, [])
  if (!allowed.ok) return allowed
  const values = async <T>(kind: RecordKind<T>): Promise<T[]> =>
    (await session.ofClient(kind, clientId)).records.map(({ value }) => value)
  const readTogether = (await session.merged()).readTogether(clientId)
  const [written, assessments, decisions, crises, files, ...others] = await Promise.all([
    session.ofClient(sessionNoteKind, clientId),
    values(assessmentKind),
    values(tierDecisionKind),
    values(crisisEpisodeKind),
    Promise.all(readTogether.map((id) => session.get(clientKind, id))),
    ...speakingOfOthers.map((kind) => values(kind)),
  ])
  const named = namedIn(
    files.map(({ value }) => value),
    assessments,
    decisions,
    crises,
    others,
  )
  return done(
    maskedCase(
      {
        client: client.value,
        staff: Object.values(staffNames(session)),
        otherPeople: named.people,
        places: [session.unit.name, ...named.places],
        numbers: named.numbers,
        words: words.map((word) => word.trim()).filter((word) => word !== ''),
        notes: written.records
          .filter(({ id, value }) => value.signedAt !== null && notes.includes(id))
          .map(({ value }) => value),
        assessments,
        decisions,
        crises,
        question: question.trim(),
      },
      now(),
    ),
  )
}
