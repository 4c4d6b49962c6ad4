import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isClueList } from '../../casework/clues/clue-from-list.ts'
import type { InstrumentReport } from '../../casework/results/professional-report.ts'
import { RaterAccount } from '../assessments/rater-account.tsx'
import { titleOf } from '../assessments/title-of.ts'
import { useRaterText } from '../assessments/use-rater-text.ts'
import { questionnaireOn, useClientOnShow } from '../clients/client-context.ts'
import { UnofficialMark } from '../questionnaire/unofficial-mark.tsx'
import { formatTimeIn } from '../ui/format-time.ts'
import { PaperScoreLines } from './paper-score-lines.tsx'
import type { ReportManner } from './report-choices.tsx'
import { ReportHead } from './report-head.tsx'
import { ReportTerms } from './report-terms.tsx'
import { ScaleEvidence } from './scale-evidence.tsx'
import { ScoreLines } from './score-lines.tsx'

/** All scores with bands, change and what they rest on; critical items and what was done; observations; terms. */
export function ProfessionalReportSheet({
  reports,
  manner,
}: {
  reports: readonly InstrumentReport[]
  manner: ReportManner
}) {
  const { i18n } = useTranslation('results')
  const { language, size } = manner
  const t = i18n.getFixedT(language, 'results')
  const tClients = i18n.getFixedT(language, 'clients')
  const { file, shelf } = useClientOnShow()
  const raterText = useRaterText(language)
  const { day } = formatTimeIn(language)
  const [printedAt] = useState(() => new Date())
  const titleById = (id: string, version?: string) =>
    titleOf(questionnaireOn(shelf, id, version)?.instrument, language, id)
  const handled = file.alerts.flatMap(({ id, value: { instrument, item, raisedAt, handling } }) =>
    handling === null || isClueList(instrument) ? [] : [{ id, instrument, item, raisedAt, handling }],
  )
  const observations = file.assessments.filter(
    ({ value: { instrument, answeredAt, result } }) =>
      answeredAt !== null &&
      !isClueList(instrument) &&
      Object.keys(result?.scores ?? {}).length === 0 &&
      questionnaireOn(shelf, instrument, result?.version)?.instrument.kind === 'observation',
  )
  return (
    <div lang={language} className={`report report-${size}`}>
      <ReportHead title={t('professional.title')} manner={manner} printedAt={printedAt} />
      <p className="report-screening">{t('professional.notDiagnosis')}</p>
      <p className="report-quiet">{t('professional.staffOnly')}</p>
      <section>
        <h3>{t('professional.critical')}</h3>
        {handled.length === 0 ? (
          <p>{t('professional.noCritical')}</p>
        ) : (
          <ul>
            {handled.map(({ id, instrument, item, raisedAt, handling }) => (
              <li key={id}>
                {t('professional.criticalLine', {
                  day: day(raisedAt),
                  instrument: titleById(instrument),
                  item: item.replace(/^q/, ''),
                  finding: tClients(`alert.asked.${handling.asked}`),
                  level: tClients(`alert.short.${handling.responseLevel}`),
                  who: file.staffNames[handling.handledBy] ?? tClients('tierCard.somebody'),
                })}
              </li>
            ))}
          </ul>
        )}
      </section>
      {reports.map((report) => {
        const instrument = questionnaireOn(shelf, report.instrument, report.version)?.instrument
        return (
          <section key={`${report.instrument} ${report.version}`}>
            <h3>
              {titleById(report.instrument, report.version)}{' '}
              {instrument !== undefined && (
                <UnofficialMark instrument={instrument} language={report.language} />
              )}{' '}
              <span className="report-quiet">{t('professional.version', { version: report.version })}</span>
            </h3>
            <ScoreLines report={report} language={language} />
            <ScaleEvidence report={report} language={language} />
          </section>
        )
      })}
      <PaperScoreLines language={language} />
      {observations.length > 0 && (
        <section>
          <h3>{t('professional.observations')}</h3>
          <ul>
            {observations.map(({ id, value }) => (
              <li key={id}>
                {day(value.answeredAt ?? value.startedAt)} · {titleById(value.instrument)} ·{' '}
                {raterText(value.rater)} <RaterAccount rater={value.rater} spoken={language} /> {value.remark}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ReportTerms title={t('professional.terms')} entries={reports} language={language} />
    </div>
  )
}
