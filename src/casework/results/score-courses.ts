import type { Scale } from '../../instruments/scale.ts'
import type { ScoreResult } from '../../scoring/score-result.ts'
import { type Assessment, type Rater, sideOf } from '../assessments/assessment.ts'
import { isClueList } from '../clues/clue-from-list.ts'
import type { Stored } from '../records/record.ts'
import type { ScaleOf } from '../tiers/evidence-of.ts'
import type { Construct } from './constructs.ts'

/** One score in time. */
export interface CoursePoint {
  assessmentId: string
  at: string
  instrument: string
  version: string
  score: number
  band: string | null
  status: ScoreResult['status']
}

/** The scores one side gave, oldest first. */
export interface SideCourse {
  side: string
  /** As in the newest of them. */
  rater: Rater
  points: CoursePoint[]
}

/** Scores over time that may stand in one picture: of one scale, or of one measure that several instruments give. */
export interface ScoreCourse {
  key: string
  /** What it is of, where several instruments give it; null for a scale by itself. */
  construct: Construct['label'] | null
  instruments: string[]
  /** The scale they are read by: of the newest score. */
  scale: Scale
  /** The client first, then informants by relation, then staff; each by itself, for what different people say is never one line. */
  sides: SideCourse[]
}

const order: Rater['kind'][] = ['self', 'informant', 'staff']

interface Placed extends CoursePoint {
  key: string
  construct: Construct['label'] | null
  scale: Scale
  rater: Rater
}

/**
 * What there is to show over time, the courses with the most scores first. Neither the clue list nor a yes-or-no over other
 * scales has a course; nor has a score whose scale is not here any more, or had another range than it has now.
 */
export function scoreCourses(
  assessments: readonly Stored<Assessment>[],
  constructs: readonly Construct[],
  scaleOf: ScaleOf,
): ScoreCourse[] {
  const placed = assessments
    .flatMap((assessment) => pointsOf(assessment, constructs, scaleOf))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return [...Map.groupBy(placed, ({ key }) => key)]
    .flatMap(([key, points]): ScoreCourse[] => {
      const newest = points.at(-1)
      if (newest === undefined) return []
      const { scale, construct } = newest
      const alike = points.filter((point) => sameRange(point.scale, scale))
      const instruments = [...new Set(alike.map(({ instrument }) => instrument))]
      return [{ key, construct, instruments, scale, sides: sidesOf(alike) }]
    })
    .toSorted((a, b) => countOf(b) - countOf(a))
}

const countOf = ({ sides }: ScoreCourse): number => sides.reduce((sum, { points }) => sum + points.length, 0)

const sameRange = (a: Scale, b: Scale): boolean =>
  a.range.min === b.range.min && a.range.max === b.range.max && a.direction === b.direction

function pointsOf(
  { id, value: { answeredAt, result, rater } }: Stored<Assessment>,
  constructs: readonly Construct[],
  scaleOf: ScaleOf,
): Placed[] {
  if (answeredAt === null || result === null || isClueList(result.instrument)) return []
  const { instrument, version, status } = result
  return Object.entries(result.scores).flatMap(([scaleId, score]): Placed[] => {
    const scale = scaleOf(instrument, version, scaleId)
    if (scale === null || scale.kind === 'criteria') return []
    const shared = constructs.flatMap(({ label, scales }) =>
      scales
        .filter((one) => one.instrument === instrument && one.scale === scaleId)
        .map(({ measure }) => ({ label, measure })),
    )[0]
    return [
      {
        key: shared?.measure ?? `${instrument} ${scaleId}`,
        construct: shared?.label ?? null,
        assessmentId: id,
        at: answeredAt,
        instrument,
        version,
        score,
        band: result.bands[scaleId] ?? null,
        status,
        scale,
        rater,
      },
    ]
  })
}

const sidesOf = (points: readonly Placed[]): SideCourse[] =>
  [...Map.groupBy(points, ({ rater }) => sideOf(rater))]
    .flatMap(([side, own]): SideCourse[] => {
      const newest = own.at(-1)
      return newest === undefined
        ? []
        : [
            {
              side,
              rater: newest.rater,
              points: own.map(({ key: _, construct: __, scale: ___, rater: ____, ...point }) => point),
            },
          ]
    })
    .toSorted(
      (a, b) => order.indexOf(a.rater.kind) - order.indexOf(b.rater.kind) || a.side.localeCompare(b.side),
    )
