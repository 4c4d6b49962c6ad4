import { reliablePoints } from '../../scoring/change.ts'
import type { ScoreResult } from '../../scoring/score-result.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { type Assessment, type Rater, sideOf } from '../assessments/assessment.ts'
import type { Stored } from '../records/record.ts'
import type { ScaleOf } from '../tiers/evidence-of.ts'
import type { Construct } from './constructs.ts'

/** One score as one side gave it. */
export interface Rating {
  assessmentId: string
  rater: Rater
  at: string
  instrument: string
  scale: string
  measure: string
  value: number
  band: string | null
  status: ScoreResult['status']
  /** Null for a version of the instrument that is not here any more. */
  range: { min: number; max: number } | null
  direction: 'higherIsWorse' | 'higherIsBetter' | null
}

/** What lies between two sides' scores of one measure: the other minus the first, in points. */
export interface RatingDifference {
  first: string
  other: string
  points: number
  daysApart: number
  /** More than measurement error; null where no source says how large that is. */
  beyondError: boolean | null
}

/** What everybody said of one construct: the self-rating first, then informants by relation, then staff. */
export interface ConstructView {
  construct: string
  label: Construct['label']
  ratings: Rating[]
  differences: RatingDifference[]
}

/** What somebody saw and no score says: an observation record, or a profile without a total. */
export interface ObservationOnShow {
  assessmentId: string
  rater: Rater
  at: string
  instrument: string
  remark: string | null
}

const order: Rater['kind'][] = ['self', 'informant', 'staff']

/** One answered assessment with its result. */
interface Answered {
  id: string
  at: string
  value: Assessment
  result: ScoreResult
}

/** The ratings of a client beside one another: of each side and instrument the newest, and how far they lie apart. */
export function ratingsSideBySide(
  assessments: readonly Stored<Assessment>[],
  constructs: readonly Construct[],
  scaleOf: ScaleOf,
): { constructs: ConstructView[]; observations: ObservationOnShow[] } {
  const answered = newestOfEach(
    assessments.flatMap(({ id, value }): Answered[] =>
      value.answeredAt === null || value.result === null
        ? []
        : [{ id, at: value.answeredAt, value, result: value.result }],
    ),
  )
  return {
    constructs: constructs.flatMap((construct) => {
      const ratings = answered.flatMap((one) => ratingsOf(one, construct, scaleOf))
      return ratings.length === 0
        ? []
        : [
            {
              construct: construct.id,
              label: construct.label,
              ratings,
              differences: differencesOf(ratings, answered, scaleOf),
            },
          ]
    }),
    observations: answered
      .filter(({ result }) => Object.keys(result.scores).length === 0)
      .map(({ id, at, value }) => ({
        assessmentId: id,
        rater: value.rater,
        at,
        instrument: value.instrument,
        remark: value.remark ?? null,
      })),
  }
}

function newestOfEach(answered: readonly Answered[]): Answered[] {
  const newest = new Map<string, Answered>()
  for (const one of answered) {
    const key = `${sideOf(one.value.rater)}\n${one.value.instrument}`
    const held = newest.get(key)
    if (held === undefined || Date.parse(one.at) >= Date.parse(held.at)) newest.set(key, one)
  }
  return [...newest.values()].toSorted(
    (a, b) =>
      order.indexOf(a.value.rater.kind) - order.indexOf(b.value.rater.kind) ||
      sideOf(a.value.rater).localeCompare(sideOf(b.value.rater)) ||
      a.value.instrument.localeCompare(b.value.instrument),
  )
}

const ratingsOf = ({ id, at, value, result }: Answered, construct: Construct, scaleOf: ScaleOf): Rating[] =>
  construct.scales.flatMap(({ instrument, scale, measure }): Rating[] => {
    const score = result.scores[scale]
    if (instrument !== result.instrument || score === undefined) return []
    const known = scaleOf(instrument, result.version, scale)
    return [
      {
        assessmentId: id,
        rater: value.rater,
        at,
        instrument,
        scale,
        measure,
        value: score,
        band: result.bands[scale] ?? null,
        status: result.status,
        range: known?.range ?? null,
        direction: known?.direction ?? null,
      },
    ]
  })

const dayLength = 24 * 3_600_000

/** Between every two sides that gave a score of the same measure. */
function differencesOf(
  ratings: readonly Rating[],
  answered: readonly Answered[],
  scaleOf: ScaleOf,
): RatingDifference[] {
  const leastOf = ({ assessmentId, instrument, scale }: Rating): number | null => {
    const version = answered.find(({ id }) => id === assessmentId)?.result.version
    const known = version === undefined ? null : scaleOf(instrument, version, scale)
    return known === null ? null : reliablePoints(known)
  }
  return ratings.flatMap((first, place) =>
    ratings
      .slice(place + 1)
      .filter((other) => other.measure === first.measure && sideOf(other.rater) !== sideOf(first.rater))
      .map((other) => {
        const points = other.value - first.value
        const errors = [leastOf(first), leastOf(other)]
        const apart = Date.parse(dayOf(other.at)) - Date.parse(dayOf(first.at))
        return {
          first: first.assessmentId,
          other: other.assessmentId,
          points,
          daysApart: Math.abs(Math.round(apart / dayLength)),
          beyondError: errors.every((error) => error !== null)
            ? Math.abs(points) >= Math.max(...errors)
            : null,
        }
      }),
  )
}
