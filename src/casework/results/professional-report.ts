import type { Scale } from '../../instruments/scale.ts'
import { type Change, changeBetween } from '../../scoring/change.ts'
import type { ScoreResult } from '../../scoring/score-result.ts'
import { type Assessment, type Rater, sideOf } from '../assessments/assessment.ts'
import { isClueList } from '../clues/clue-from-list.ts'
import type { Stored } from '../records/record.ts'
import type { ScaleOf } from '../tiers/evidence-of.ts'

/** One score on one scale, and what changed since the same side's last. */
export interface ScoreLine {
  key: string
  at: string
  rater: Rater
  scale: Scale
  score: number
  band: string | null
  /** Ids of the cut-offs reached. */
  reached: string[]
  status: ScoreResult['status']
  /** Null for the first, and for a yes-or-no over other scales. */
  change: Change | null
}

/** Everything one version of an instrument gave, oldest first, and the scales it was scored by. */
export interface InstrumentReport {
  instrument: string
  version: string
  /** The language it was asked in last. */
  language: Assessment['language']
  lines: ScoreLine[]
  scales: Scale[]
}

/** Every score in a file by instrument, those given last first; what has no score, and the clue list, has no place in it. */
export function professionalReport(
  assessments: readonly Stored<Assessment>[],
  scaleOf: ScaleOf,
): InstrumentReport[] {
  const answered = assessments
    .flatMap(({ id, value }) =>
      value.answeredAt === null || value.result === null || isClueList(value.instrument)
        ? []
        : [{ id, at: value.answeredAt, value, result: value.result }],
    )
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return [...Map.groupBy(answered, ({ result }) => `${result.instrument}\n${result.version}`).values()]
    .toSorted((a, b) => Date.parse(b.at(-1)?.at ?? '') - Date.parse(a.at(-1)?.at ?? ''))
    .flatMap((all): InstrumentReport[] => {
      const last = all.at(-1)
      if (last === undefined) return []
      const { instrument, version } = last.result
      const before = new Map<string, number>()
      const lines = all.flatMap(({ id, at, value: { rater }, result }) =>
        Object.entries(result.scores).flatMap(([scaleId, score]): ScoreLine[] => {
          const scale = scaleOf(instrument, version, scaleId)
          if (scale === null) return []
          const own = `${sideOf(rater)}\n${scaleId}`
          const earlier = scale.kind === 'criteria' ? undefined : before.get(own)
          before.set(own, score)
          return [
            {
              key: `${id} ${scaleId}`,
              at,
              rater,
              scale,
              score,
              band: result.bands[scaleId] ?? null,
              reached: result.reached?.[scaleId] ?? [],
              status: result.status,
              change: earlier === undefined ? null : changeBetween(scale, earlier, score),
            },
          ]
        }),
      )
      const scales = [...new Map(lines.map(({ scale }) => [scale.id, scale])).values()]
      return lines.length === 0 ? [] : [{ instrument, version, language: last.value.language, lines, scales }]
    })
}
