import { assessmentKind } from '../../casework/assessments/assessment.ts'
import { paperScoreKind } from '../../casework/assessments/paper-score.ts'
import { clueKind } from '../../casework/clues/clue.ts'
import { crisisEpisodeKind } from '../../casework/crisis/crisis-episode.ts'
import { criticalAlertKind } from '../../casework/crisis/critical-alert.ts'
import { followUpKind } from '../../casework/follow-ups/follow-up.ts'
import type { RecordKind } from '../../casework/records/record.ts'
import { type EvidenceRecords, evidenceOf } from '../../casework/tiers/evidence-of.ts'
import type { Evidence } from '../../tiering/evidence.ts'
import { scaleOn } from '../library/scale-on.ts'
import type { Session } from '../session.ts'

type KindOf<Records> = Records extends readonly { value: infer Value }[] ? RecordKind<Value> : never

/** The kinds that evidence comes from. */
export const evidenceKinds: { [Name in keyof EvidenceRecords]: KindOf<EvidenceRecords[Name]> } = {
  assessments: assessmentKind,
  paperScores: paperScoreKind,
  alerts: criticalAlertKind,
  episodes: crisisEpisodeKind,
  followUps: followUpKind,
  clues: clueKind,
}

/** Everything in a client's file that tiering may look at, and what it finds there. */
export interface ClientEvidence {
  records: EvidenceRecords
  evidence: Evidence[]
  unreadable: number
}

/** Reads what there is about one client. */
export const clientEvidence = async (session: Session, clientId: string): Promise<ClientEvidence> => {
  const { ofClient } = session
  const [assessments, paperScores, alerts, episodes, followUps, clues, scaleOf] = await Promise.all([
    ofClient(evidenceKinds.assessments, clientId),
    ofClient(evidenceKinds.paperScores, clientId),
    ofClient(evidenceKinds.alerts, clientId),
    ofClient(evidenceKinds.episodes, clientId),
    ofClient(evidenceKinds.followUps, clientId),
    ofClient(evidenceKinds.clues, clientId),
    scaleOn(session),
  ])
  const records: EvidenceRecords = {
    assessments: assessments.records,
    paperScores: paperScores.records,
    alerts: alerts.records,
    episodes: episodes.records,
    followUps: followUps.records,
    clues: clues.records,
  }
  const unreadable = [assessments, paperScores, alerts, episodes, followUps, clues].reduce(
    (sum, shelf) => sum + shelf.unreadable,
    0,
  )
  return { records, evidence: evidenceOf(records, scaleOf), unreadable }
}
