import { useTranslation } from 'react-i18next'
import type { Instrument } from '../../../instruments/instrument.ts'
import type { Scale } from '../../../instruments/scale.ts'
import { scoreRange } from '../../../instruments/score-range.ts'
import type { About } from '../../../instruments/vectors.ts'
import type { ScoreResult } from '../../../scoring/score-result.ts'
import { useLanguage } from '../../locale/locale.ts'
import { titleOf } from '../title-of.ts'
import { roundedScore } from './rounded-score.ts'
import { ScalesHead } from './scales-head.tsx'
import { variantReached } from './variant-reached.ts'

/** Every score on paper: range, band, and the cut-offs reached with their source. */
export function SheetScores({
  instrument,
  result,
  about,
}: {
  instrument: Instrument
  result: ScoreResult
  about: About
}) {
  const { t } = useTranslation('assessments')
  const [language] = useLanguage()
  const meaningOf = (scale: Scale, score: number) => {
    const band = scale.bands.find(({ id }) => id === result.bands[scale.id])
    const reached = (result.reached?.[scale.id] ?? []).flatMap((id) => {
      const cutOff = variantReached(scale, id, score, about)
      if (cutOff === undefined) return []
      const at = scale.kind === 'criteria' ? [] : [t(`cutOff.${scale.direction}`, { score: cutOff.score })]
      return [`${cutOff.label[language]} (${[...at, cutOff.citation].join('; ')})`]
    })
    return [...(band === undefined ? [] : [band.label[language]]), ...reached]
  }
  return (
    <table className="sheet-scores">
      <ScalesHead />
      <tbody>
        {instrument.scales.map((scale) => {
          const score = result.scores[scale.id]
          if (score === undefined) return null
          const { min, max } = scoreRange(instrument, scale, about)
          return (
            <tr key={scale.id}>
              <th scope="row">{scale.label?.[language] ?? titleOf(instrument, language, instrument.id)}</th>
              <td>
                {scale.kind === 'criteria'
                  ? t(score > 0 ? 'parts.met' : 'parts.notMet')
                  : roundedScore(score)}
              </td>
              <td>{scale.kind === 'criteria' ? '' : `${min}–${max}`}</td>
              <td>
                {meaningOf(scale, score).map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
