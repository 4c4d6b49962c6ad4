import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportedAssessment, ReportedScore } from '../../casework/results/client-report.ts'
import { changeBetween } from '../../scoring/change.ts'
import { changeVerdict } from '../../scoring/change-verdict.ts'
import { roundedScore } from '../assessments/result/rounded-score.ts'
import { titleOf } from '../assessments/title-of.ts'
import { useRaterText } from '../assessments/use-rater-text.ts'
import { questionnaireOn, useClientOnShow } from '../clients/client-context.ts'
import { UnofficialMark } from '../questionnaire/unofficial-mark.tsx'
import { formatTimeIn } from '../ui/format-time.ts'
import type { ReportManner } from './report-choices.tsx'
import { ReportHead } from './report-head.tsx'
import { ReportTerms } from './report-terms.tsx'

const nextLines = ['talk', 'again', 'doctor', 'hotline', 'rights'] as const

/** A client's answers in plain words: how much trouble, what changed, what comes next, and on what terms it was asked. */
export function ClientReportSheet({
  entries,
  manner,
  withScores,
}: {
  entries: readonly ReportedAssessment[]
  manner: ReportManner
  withScores: boolean
}) {
  const { i18n } = useTranslation('results')
  const { language, size } = manner
  // The sheet speaks the client's language, whatever the screen does.
  const t = i18n.getFixedT(language, 'results')
  const { shelf } = useClientOnShow()
  const raterText = useRaterText(language)
  const { day } = formatTimeIn(language)
  const [printedAt] = useState(() => new Date())
  const changeText = ({ scale, score, before }: ReportedScore) =>
    before === null
      ? t('forClient.change.first')
      : t(`forClient.change.${changeVerdict(changeBetween(scale, before.score, score))}`, {
          day: day(before.at),
        })
  return (
    <div lang={language} className={`report report-${size}`}>
      <ReportHead title={t('forClient.title')} manner={manner} printedAt={printedAt} />
      <p className="report-screening">{t('forClient.notDiagnosis')}</p>
      {entries.map(
        ({ assessmentId, instrument: id, version, language: asked, at, rater, status, scores }) => {
          const instrument = questionnaireOn(shelf, id, version)?.instrument
          return (
            <section key={assessmentId} className="a4-whole">
              <h3>
                {titleOf(instrument, language, id)}{' '}
                {instrument !== undefined && <UnofficialMark instrument={instrument} language={asked} />}
              </h3>
              <p className="report-quiet">
                {t('forClient.answeredOn', { day: day(at), who: raterText(rater) })}
              </p>
              {scores.length === 0 && (
                <p>
                  {t('forClient.notScored', {
                    status: i18n.getFixedT(language, 'assessments')(`status.short.${status}`),
                  })}
                </p>
              )}
              {scores.map((one) => (
                <div key={one.scale.id}>
                  {one.scale.label !== null && (
                    <p>
                      <strong>{one.scale.label[language]}</strong>
                    </p>
                  )}
                  <p>{t(`forClient.levels.${one.level ?? 'none'}`)}</p>
                  <p>{changeText(one)}</p>
                  {withScores && (
                    <p className="report-quiet">
                      {t('forClient.score', { score: roundedScore(one.score), ...one.scale.range })}
                    </p>
                  )}
                </div>
              ))}
            </section>
          )
        },
      )}
      <section className="a4-whole">
        <h3>{t('forClient.next')}</h3>
        <ul>
          {nextLines.map((line) => (
            <li key={line}>{t(`forClient.nextLines.${line}`)}</li>
          ))}
        </ul>
      </section>
      <p className="report-signature">
        <span>{t('forClient.signature')}</span>
      </p>
      <ReportTerms title={t('forClient.terms')} entries={entries} language={language} />
    </div>
  )
}
