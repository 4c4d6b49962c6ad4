import { useTranslation } from 'react-i18next'
import { sideOf } from '../../casework/assessments/assessment.ts'
import type { Language } from '../../casework/records/values.ts'
import type { InstrumentReport, ScoreLine } from '../../casework/results/professional-report.ts'
import { changeVerdict } from '../../scoring/change-verdict.ts'
import { RaterAccount } from '../assessments/rater-account.tsx'
import { roundedScore } from '../assessments/result/rounded-score.ts'
import { useRaterText } from '../assessments/use-rater-text.ts'
import { formatTimeIn } from '../ui/format-time.ts'
import { signedPoints } from './use-change-text.ts'

/** Every score of an instrument on paper, oldest first, with what changed since the same person's last. */
export function ScoreLines({
  report: { lines, scales },
  language,
}: {
  report: InstrumentReport
  language: Language
}) {
  const { i18n } = useTranslation('results')
  const t = i18n.getFixedT(language, 'results')
  const tAssessments = i18n.getFixedT(language, 'assessments')
  const raterText = useRaterText(language)
  const { day } = formatTimeIn(language)
  const none = t('professional.none')
  const several = scales.length > 1
  const bandOf = ({ scale, band, status }: ScoreLine) =>
    [
      scale.bands.find(({ id }) => id === band)?.label[language] ?? none,
      ...(status === 'scored' ? [] : [tAssessments(`status.short.${status}`)]),
    ].join(' · ')
  const reachedOf = ({ scale, reached }: ScoreLine) =>
    [
      ...new Set(scale.cutOffs.filter(({ id }) => reached.includes(id)).map(({ label }) => label[language])),
    ].join('; ') || none
  const changeOf = ({ change }: ScoreLine) =>
    change === null ? none : t(`change.${changeVerdict(change)}`, { points: signedPoints(change.points) })
  const indexOf = ({ change }: ScoreLine) =>
    change === null || change.index === null ? none : change.index.toFixed(2)
  const informants = [...new Map(lines.map(({ rater }) => [sideOf(rater), rater])).values()].filter(
    ({ kind }) => kind === 'informant',
  )
  return (
    <>
      <table className="report-scores">
        <thead>
          <tr>
            <th scope="col">{t('professional.date')}</th>
            <th scope="col">{t('professional.rater')}</th>
            {several && <th scope="col">{t('professional.scale')}</th>}
            <th scope="col">{t('professional.score')}</th>
            <th scope="col">{t('professional.band')}</th>
            <th scope="col">{t('professional.reached')}</th>
            <th scope="col">{t('professional.change')}</th>
            <th scope="col">{t('professional.index')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const { key, at, rater, scale, score } = line
            return (
              <tr key={key}>
                <td>{day(at)}</td>
                <td>{raterText(rater)}</td>
                {several && <td>{scale.label?.[language] ?? t('professional.whole')}</td>}
                <td>
                  {scale.kind === 'criteria'
                    ? tAssessments(score > 0 ? 'parts.met' : 'parts.notMet')
                    : `${roundedScore(score)} (${scale.range.min}–${scale.range.max})`}
                </td>
                <td>{bandOf(line)}</td>
                <td>{reachedOf(line)}</td>
                <td>{changeOf(line)}</td>
                <td>{indexOf(line)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {informants.map((rater) => (
        <p key={sideOf(rater)} className="a4-sheet-small">
          {raterText(rater)}: <RaterAccount rater={rater} spoken={language} />
        </p>
      ))}
    </>
  )
}
