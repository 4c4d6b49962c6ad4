import type { Scale } from '../../instruments/scale.ts'
import { instantAt } from '../../tiering/calendar.ts'
import type { Evidence } from '../../tiering/evidence.ts'
import { type Assessment, sideOf } from '../assessments/assessment.ts'
import { saidInEpisode, saidInFollowUp } from '../assessments/interview-evidence.ts'
import type { PaperScore } from '../assessments/paper-score.ts'
import type { Clue } from '../clues/clue.ts'
import type { CrisisEpisode } from '../crisis/crisis-episode.ts'
import type { CriticalAlert } from '../crisis/critical-alert.ts'
import type { FollowUp } from '../follow-ups/follow-up.ts'
import type { Stored } from '../records/record.ts'
import { changesIn } from '../results/changes-in.ts'

/** The records of one client that evidence comes from. */
export interface EvidenceRecords {
  assessments: readonly Stored<Assessment>[]
  paperScores: readonly Stored<PaperScore>[]
  alerts: readonly Stored<CriticalAlert>[]
  episodes: readonly Stored<CrisisEpisode>[]
  followUps: readonly Stored<FollowUp>[]
  clues: readonly Stored<Clue>[]
}

/** The scale a result was scored on, in the version of its instrument; null when it is not on the shelf. */
export type ScaleOf = (instrument: string, version: string, scale: string) => Scale | null

/**
 * What tiering may look at in one client's file: every score there is, also prorated, outside the ages meant or entered by
 * hand; the newest one beside earlier ones; every critical item, from the moment staff entered what was found, till then from
 * the moment it was answered; what was said in interviews; and clues that were looked into.
 */
export const evidenceOf = (records: EvidenceRecords, scaleOf: ScaleOf): Evidence[] => [
  ...records.assessments.flatMap(scoresOf),
  ...changesIn(records.assessments, scaleOf),
  ...enteredByHand(records.paperScores),
  ...records.alerts.map(findingOf),
  ...records.episodes.flatMap(saidInEpisode),
  ...records.followUps.flatMap(saidInFollowUp),
  ...records.clues.flatMap(lookedInto),
]

const scoresOf = ({ id, value: { answeredAt, result, rater } }: Stored<Assessment>): Evidence[] =>
  answeredAt === null || result === null
    ? []
    : Object.entries(result.scores).map(([scale, value]) => ({
        kind: 'score',
        id,
        instrument: result.instrument,
        scale,
        value,
        rater: sideOf(rater),
        band: result.bands[scale] ?? null,
        reached: result.reached?.[scale] ?? [],
        at: answeredAt,
      }))

/** A form counts from the beginning of its day: nobody knows the hour. An entry that was corrected does not count. */
function enteredByHand(paperScores: readonly Stored<PaperScore>[]): Evidence[] {
  const corrected = new Set(paperScores.map(({ value }) => value.correction?.of))
  return paperScores
    .filter(({ id }) => !corrected.has(id))
    .flatMap(({ id, value: { form, day, scores } }) =>
      Object.entries(scores).map(
        ([scale, value]): Evidence => ({
          kind: 'score',
          id,
          instrument: form,
          scale,
          value,
          band: null,
          at: instantAt(day, 0),
        }),
      ),
    )
}

const findingOf = ({
  id,
  value: { instrument, item, raisedAt, handling },
}: Stored<CriticalAlert>): Evidence => ({
  kind: 'criticalItem',
  id,
  instrument,
  item,
  finding: handling?.asked ?? 'open',
  at: handling?.handledAt ?? raisedAt,
})

const lookedInto = ({ id, value: { outcome } }: Stored<Clue>): Evidence[] =>
  outcome === null ? [] : [{ kind: 'clue', id, finding: outcome.found, at: outcome.at }]
