import type { Scale } from '../../instruments/scale.ts'
import type { ScoreResult } from '../../scoring/score-result.ts'
import { type Assessment, type Rater, sideOf } from '../assessments/assessment.ts'
import { isClueList } from '../clues/clue-from-list.ts'
import type { Stored } from '../records/record.ts'
import type { ScaleOf } from '../tiers/evidence-of.ts'

/** How much trouble a published band tells of, in plain words. A reading of the bands' order, and never a finding of its own. */
export const troubleLevels = ['little', 'some', 'marked', 'heavy'] as const
export type TroubleLevel = (typeof troubleLevels)[number]

/** How much trouble a score's band tells of; null where no band is published. */
export function troubleLevel(
  { bands, direction }: Pick<Scale, 'bands' | 'direction'>,
  band: string | undefined,
): TroubleLevel | null {
  const place = bands.findIndex(({ id }) => id === band)
  if (place === -1) return null
  const rank = direction === 'higherIsWorse' ? place : bands.length - 1 - place
  if (rank === 0) return 'little'
  // Of two bands, the upper one says only that it is worth a talk.
  if (bands.length === 2) return 'marked'
  const weight = rank / (bands.length - 1)
  return weight <= 1 / 3 ? 'some' : weight < 0.9 ? 'marked' : 'heavy'
}

/** One score in a client's report. */
export interface ReportedScore {
  scale: Scale
  score: number
  level: TroubleLevel | null
  /** The same person's score before; null for the first. */
  before: { at: string; score: number } | null
}

/** The newest assessment of one instrument by one side. */
export interface ReportedAssessment {
  assessmentId: string
  instrument: string
  version: string
  language: Assessment['language']
  at: string
  rater: Rater
  status: ScoreResult['status']
  scores: ReportedScore[]
}

/**
 * What a client's report tells: their own newest answers to each instrument and, if wanted, what informants answered. What staff
 * filled in, and the clue list, are never in it. Of an instrument with a score of its own that one, else those of its scales
 * that have bands.
 */
export function clientReport(
  assessments: readonly Stored<Assessment>[],
  scaleOf: ScaleOf,
  { others }: { others: boolean },
): ReportedAssessment[] {
  const told = assessments
    .filter(({ value: { rater, instrument, answeredAt, result } }) => {
      const isTold = rater.kind === 'self' || (others && rater.kind === 'informant')
      return isTold && !isClueList(instrument) && answeredAt !== null && result !== null
    })
    .toSorted((a, b) => momentOf(a) - momentOf(b))
  return [...Map.groupBy(told, ({ value }) => `${sideOf(value.rater)}\n${value.instrument}`).values()]
    .flatMap((own) => {
      const newest = own.at(-1)
      return newest === undefined ? [] : reported(newest, own.slice(0, -1), scaleOf)
    })
    .toSorted(
      (a, b) =>
        Number(a.rater.kind !== 'self') - Number(b.rater.kind !== 'self') ||
        Date.parse(b.at) - Date.parse(a.at),
    )
}

const momentOf = ({ value }: Stored<Assessment>): number => Date.parse(value.answeredAt ?? value.startedAt)

function reported(
  { id, value: { answeredAt, result, rater, language } }: Stored<Assessment>,
  earlier: readonly Stored<Assessment>[],
  scaleOf: ScaleOf,
): ReportedAssessment[] {
  if (answeredAt === null || result === null) return []
  const { instrument, version, status } = result
  const scored = Object.entries(result.scores).flatMap(([scaleId, score]): ReportedScore[] => {
    const scale = scaleOf(instrument, version, scaleId)
    if (scale === null || scale.kind === 'criteria') return []
    return [
      {
        scale,
        score,
        level: troubleLevel(scale, result.bands[scaleId]),
        before: scoreBefore(earlier, scaleId),
      },
    ]
  })
  const main = scored.filter(({ scale }) => scale.label === null)
  const banded = scored.filter(({ level }) => level !== null)
  const scores = main.length > 0 ? main : banded.length > 0 ? banded : scored
  // An observation record has nothing to tell in figures.
  if (scores.length === 0 && status === 'scored') return []
  return [{ assessmentId: id, instrument, version, language, at: answeredAt, rater, status, scores }]
}

function scoreBefore(earlier: readonly Stored<Assessment>[], scale: string): ReportedScore['before'] {
  for (const { value } of earlier.toReversed()) {
    const score = value.result?.scores[scale]
    if (value.answeredAt !== null && score !== undefined) return { at: value.answeredAt, score }
  }
  return null
}
