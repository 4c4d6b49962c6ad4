import { useTranslation } from 'react-i18next'
import type { Instrument } from '../../../instruments/instrument.ts'
import type { Scale } from '../../../instruments/scale.ts'
import { scoreRange } from '../../../instruments/score-range.ts'
import type { About } from '../../../instruments/vectors.ts'
import type { ScoreResult } from '../../../scoring/score-result.ts'
import { roundedScore } from '../../assessments/result/rounded-score.ts'
import { variantReached } from '../../assessments/result/variant-reached.ts'
import { useLanguage } from '../../locale/locale.ts'

/** One score as tried out: figure, range for this person, band, the cut-offs it reaches and what is said with them. */
export function TryOutScale({
  instrument,
  scale,
  about,
  result: { scores, bands, reached, notes = [] },
}: {
  instrument: Instrument
  scale: Scale
  about: About
  result: ScoreResult
}) {
  const { t } = useTranslation('catalogue')
  const { t: tAssessments } = useTranslation('assessments')
  const [language] = useLanguage()
  const score = scores[scale.id] ?? 0
  const band = scale.bands.find(({ id }) => id === bands[scale.id])
  const codes = notes.filter(({ at }) => at === scale.id).map(({ code }) => code)
  const cutOffs = (reached?.[scale.id] ?? []).flatMap((id) => variantReached(scale, id, score, about) ?? [])
  return (
    <div className="try-out-scale">
      <span>{scale.label?.[language] ?? t('scale.whole')}</span>
      {scale.kind === 'criteria' ? (
        <strong>{tAssessments(score > 0 ? 'parts.met' : 'parts.notMet')}</strong>
      ) : (
        <>
          <strong>{roundedScore(score)}</strong>
          <span className="quiet">{t('scale.range', scoreRange(instrument, scale, about))}</span>
        </>
      )}
      {band !== undefined && <p>{band.label[language]}</p>}
      {cutOffs.map(({ id, label, caveat }) => (
        <p key={id} className="try-out-reached">
          {t('tryOut.reached', { label: label[language] })}
          {codes.includes('CAVEAT') && caveat !== null && ` ${caveat.label[language]}`}
        </p>
      ))}
      {codes.includes('SEX_UNKNOWN') && <p className="quiet">{tAssessments('cutOff.sexUnknown')}</p>}
      {codes.includes('AGE_UNKNOWN') && <p className="quiet">{tAssessments('cutOff.ageUnknown')}</p>}
    </div>
  )
}
