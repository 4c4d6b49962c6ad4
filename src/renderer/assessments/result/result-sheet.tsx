import { Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { assessmentBlocks } from '../../../casework/assessments/assessment-blocks.ts'
import { isClueList } from '../../../casework/clues/clue-from-list.ts'
import { questionnaireOn, useClientOnShow } from '../../clients/client-context.ts'
import { PrintOfClient } from '../../clients/print-of-client.tsx'
import { showName, useShownName } from '../../clients/shown-names.ts'
import { useLanguage } from '../../locale/locale.ts'
import { UnofficialMark } from '../../questionnaire/unofficial-mark.tsx'
import { useSession } from '../../room/session.tsx'
import { A4Sheet } from '../../ui/a4-sheet.tsx'
import { useFormatTime } from '../../ui/format-time.ts'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { aboutClient } from '../about-client.ts'
import { RaterAccount } from '../rater-account.tsx'
import { RaterLine } from '../rater-line.tsx'
import { titleOf } from '../title-of.ts'
import { AnswersTable } from './answers-table.tsx'
import { SheetScores } from './sheet-scores.tsx'
import { SheetTerms } from './sheet-terms.tsx'
import './result-sheet.css'

/** One result on one A4 page for the file; under the file number unless the name is wanted. */
export function ResultSheetPage() {
  const { t } = useTranslation('assessments')
  const { day, dayTime } = useFormatTime()
  const [language] = useLanguage()
  const { assessmentId } = useParams()
  const { unit } = useSession()
  const { file, shelf } = useClientOnShow()
  const [named, setNamed] = useState(false)
  const name = useShownName(file.client.id)
  const [printedAt] = useState(() => new Date())
  const assessment = file.assessments.find(({ id }) => id === assessmentId)
  if (assessment === undefined) return <RefusalNotice refusal={{ code: 'NOT_FOUND' }} />
  const [held] = assessmentBlocks(assessment, file.alerts)
  if (held !== undefined) return <RefusalNotice refusal={held} />
  const { value } = assessment
  const { instrument: id, answeredAt, result, rater, paper, remark } = value
  const questionnaire = result === null ? undefined : questionnaireOn(shelf, id, result.version)
  if (answeredAt === null || result === null || questionnaire === undefined)
    return <RefusalNotice refusal={{ code: 'INSTRUMENT_MISSING', at: id }} />
  const { instrument } = questionnaire
  const about = aboutClient(file.client.value, value.startedAt)
  const title = titleOf(instrument, language, id)
  const facts: [string, ReactNode][] = [
    [t('sheet.unit'), unit.name],
    [t('sheet.fileNumber'), file.client.value.fileNumber],
    ...(named && name !== null ? [[t('sheet.name'), name] satisfies [string, string]] : []),
    [
      t('sheet.about'),
      [
        ...(about.sex === undefined ? [] : [t(`sheet.sex.${about.sex}`)]),
        ...(about.age === undefined ? [] : [t('sheet.age', { age: about.age })]),
      ].join(' · '),
    ],
    [t('sheet.answeredAt'), `${day(answeredAt)}`],
    [
      t('sheet.rater'),
      <span key="rater">
        <RaterLine rater={rater} /> <RaterAccount rater={rater} />
      </span>,
    ],
    ...(paper === undefined
      ? []
      : [[t('sheet.paper'), t(`paper.entered.${paper}`)] satisfies [string, string]]),
  ]
  const withName = (wanted: boolean) => {
    setNamed(wanted)
    if (wanted) void showName(file.client.id)
  }
  return (
    <Page
      title={t('sheet.title')}
      actions={
        <>
          <Checkbox checked={named} onChange={({ target }) => withName(target.checked)}>
            {t('sheet.withName')}
          </Checkbox>
          <PrintOfClient clientId={file.client.id} what="results" />
          <Link to={`/clients/${file.client.id}/assessments/${assessment.id}`}>{t('sheet.back')}</Link>
        </>
      }
    >
      <A4Sheet label={t('sheet.title')}>
        <h2>
          {t('sheet.title')} · {title} <UnofficialMark instrument={instrument} language={value.language} />
        </h2>
        <dl className="result-sheet-facts">
          {facts
            .filter(([, fact]) => fact !== '')
            .map(([term, fact]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{fact}</dd>
              </div>
            ))}
        </dl>
        {isClueList(id) && <p className="result-sheet-screening">{t('sheet.staffOnly')}</p>}
        <p className="result-sheet-screening">
          {t(instrument.kind === 'observation' ? 'observation' : 'sheet.notDiagnosis')}
        </p>
        {result.status !== 'scored' && instrument.kind === 'scale' && (
          <p>{t(`status.sentence.${result.status}`, { count: result.missing.length })}</p>
        )}
        {Object.keys(result.scores).length > 0 ? (
          <SheetScores instrument={instrument} result={result} about={about} />
        ) : (
          <AnswersTable
            questionnaire={questionnaire}
            about={about}
            answers={value.answers}
            language={value.language}
          />
        )}
        {remark !== undefined && remark.trim() !== '' && (
          <>
            <h3>{t('remark.label')}</h3>
            <p className="result-remark">{remark}</p>
          </>
        )}
        <SheetTerms instrument={instrument} version={result.version} language={value.language} />
        <p className="result-sheet-foot">
          <span>{t('sheet.printedAt', { at: dayTime(printedAt) })}</span>
          <span className="result-sheet-signature">{t('sheet.signature')}</span>
        </p>
      </A4Sheet>
    </Page>
  )
}
