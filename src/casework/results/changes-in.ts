import { baseVersion } from '../../instruments/version.ts'
import { type Change, changeBetween } from '../../scoring/change.ts'
import type { ScoreResult } from '../../scoring/score-result.ts'
import { addDays, dayOf } from '../../tiering/calendar.ts'
import type { Evidence } from '../../tiering/evidence.ts'
import { type Assessment, sideOf } from '../assessments/assessment.ts'
import type { Stored } from '../records/record.ts'
import type { ScaleOf } from '../tiers/evidence-of.ts'

type ChangeEvidence = Extract<Evidence, { kind: 'change' }>

interface Answered {
  id: string
  at: string
  side: string
  result: ScoreResult
}

/** How far back the first score may lie that the newest is held against. */
const comparedDays = 365

/**
 * The newest score of each side on each scale whose measurement error is known, beside the one before it and the first of the
 * past year, whichever it is the worse against: what grows worse little by little is seen too.
 */
export function changesIn(assessments: readonly Stored<Assessment>[], scaleOf: ScaleOf): Evidence[] {
  const series = Map.groupBy(assessments.flatMap(answered), ({ side, result: { instrument, version } }) =>
    [side, instrument, baseVersion(version)].join('\n'),
  )
  return [...series.values()].flatMap((all) => {
    const inOrder = all.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    const newest = inOrder.at(-1)
    return newest === undefined
      ? []
      : Object.keys(newest.result.scores).flatMap((scale) => changeOn(scale, newest, inOrder, scaleOf) ?? [])
  })
}

const answered = ({ id, value: { answeredAt, result, rater } }: Stored<Assessment>): Answered[] =>
  answeredAt === null || result === null ? [] : [{ id, at: answeredAt, side: sideOf(rater), result }]

function changeOn(
  scaleId: string,
  newest: Answered,
  inOrder: readonly Answered[],
  scaleOf: ScaleOf,
): ChangeEvidence | null {
  const { instrument, version, scores } = newest.result
  const scale = scaleOf(instrument, version, scaleId)
  const value = scores[scaleId]
  if (scale === null || value === undefined) return null
  const since = addDays(dayOf(newest.at), -comparedDays)
  const earlier = inOrder.filter(
    (one) => one !== newest && one.result.scores[scaleId] !== undefined && dayOf(one.at) >= since,
  )
  const held = [earlier.at(-1), earlier[0]].flatMap((one) => {
    const score = one?.result.scores[scaleId]
    if (one === undefined || score === undefined) return []
    const { points, course, withinError } = changeBetween(scale, score, value)
    return withinError === null
      ? []
      : ([{ at: one.at, points, course: withinError ? 'same' : course }] as const)
  })
  const [worst] = held.toSorted((a, b) => weight[b.course] - weight[a.course])
  if (worst === undefined) return null
  return {
    kind: 'change',
    id: newest.id,
    instrument,
    scale: scaleId,
    value,
    rater: newest.side,
    course: worst.course,
    points: worst.points,
    since: worst.at,
    at: newest.at,
  }
}

const weight: Record<Change['course'], number> = { better: 0, same: 1, worse: 2 }
