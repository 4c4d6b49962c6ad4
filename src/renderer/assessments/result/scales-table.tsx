import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../../casework/assessments/assessment.ts'
import type { Stored } from '../../../casework/records/record.ts'
import type { Instrument } from '../../../instruments/instrument.ts'
import type { Scale } from '../../../instruments/scale.ts'
import { scoreRange } from '../../../instruments/score-range.ts'
import type { About } from '../../../instruments/vectors.ts'
import { useLanguage } from '../../locale/locale.ts'
import { previousScore } from '../score-series.ts'
import { CutOffsReached } from './cut-offs-reached.tsx'
import { roundedScore } from './rounded-score.ts'
import { ScalesHead } from './scales-head.tsx'
import { SinceLast } from './since-last.tsx'

/** Several scales in figures and bars: score, range for this person, band, cut-offs reached, and what has changed. */
export function ScalesTable({
  instrument,
  scales,
  assessment,
  about,
  all,
}: {
  instrument: Instrument
  scales: readonly Scale[]
  assessment: Stored<Assessment>
  about: About
  all: readonly Stored<Assessment>[]
}) {
  const { t } = useTranslation('assessments')
  const [language] = useLanguage()
  const { result } = assessment.value
  return (
    <table className="plain-table scales-table">
      <ScalesHead />
      <tbody>
        {scales.map((scale) => {
          const score = result?.scores[scale.id]
          if (score === undefined) return null
          const band = scale.bands.find(({ id }) => id === result?.bands[scale.id])
          const range = scoreRange(instrument, scale, about)
          const before = previousScore(all, assessment, scale.id)
          const name = scale.label?.[language] ?? scale.id
          return (
            <tr key={scale.id}>
              <th scope="row">{name}</th>
              <td className="scales-table-score">
                {scale.kind === 'criteria'
                  ? t(score > 0 ? 'parts.met' : 'parts.notMet')
                  : roundedScore(score)}
              </td>
              <td className="scales-table-range">
                {scale.kind !== 'criteria' && (
                  <>
                    <meter
                      min={range.min}
                      max={range.max}
                      value={score}
                      aria-label={t('parts.bar', { name, ...range })}
                    />
                    {range.min}–{range.max}
                  </>
                )}
              </td>
              <td>
                {band?.label[language]}
                <CutOffsReached scale={scale} assessment={assessment.value} about={about} score={score} />
                {before !== null && scale.kind !== 'criteria' && (
                  <SinceLast scale={scale} score={score} before={before} />
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
