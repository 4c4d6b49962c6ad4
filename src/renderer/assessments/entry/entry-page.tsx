import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Assessment } from '../../../casework/assessments/assessment.ts'
import type { Stored } from '../../../casework/records/record.ts'
import type { Questionnaire } from '../../../instruments/questionnaire.ts'
import { useClientOnShow } from '../../clients/client-context.ts'
import { useLanguage } from '../../locale/locale.ts'
import { surveyText } from '../../questionnaire/survey-text.ts'
import { UnofficialMark } from '../../questionnaire/unofficial-mark.tsx'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SavedAt } from '../../ui/saved-at.tsx'
import { RaterAccount } from '../rater-account.tsx'
import { RaterLine } from '../rater-line.tsx'
import { titleOf } from '../title-of.ts'
import { RemarkField } from './remark-field.tsx'
import type { AnswerKeeping } from './use-answer-keeping.ts'
import './answer-entry.css'

/** One unfinished assessment with its instrument. */
export interface Entry {
  assessment: Stored<Assessment>
  questionnaire: Questionnaire
}

/** What stands around the answers while they are entered: whose they are, what to know before, own words, and the way on. */
export function EntryPage({
  assessment,
  questionnaire: { instrument, survey },
  keeping,
  hint,
  actions,
  warning,
  children,
}: Entry & {
  keeping: AnswerKeeping
  /** How to enter the answers. */
  hint: string
  actions: ReactNode
  /** What to know before finishing; null when there is nothing. */
  warning: string | null
  children: ReactNode
}) {
  const { t } = useTranslation('assessments')
  const [screenLanguage] = useLanguage()
  const { file } = useClientOnShow()
  const { language, rater, mode } = assessment.value
  const instructions = surveyText(survey.description, language)
  const ownWords =
    rater.kind !== 'self' || instrument.kind === 'observation' || !instrument.modes.includes('client')
  return (
    <Page
      title={
        <>
          {titleOf(instrument, screenLanguage, instrument.id)}{' '}
          <UnofficialMark instrument={instrument} language={language} />
        </>
      }
      lead={
        <>
          <RaterLine rater={rater} /> <RaterAccount rater={rater} />
        </>
      }
    >
      {mode === 'client' && <p className="answer-entry-note">{t(`entry.begunOnPage.${rater.kind}`)}</p>}
      {instrument.kind === 'observation' && <p className="answer-entry-note">{t('observation')}</p>}
      {instrument.advice !== null && <p className="answer-entry-note">{instrument.advice[screenLanguage]}</p>}
      <section className="panel">
        {instructions !== '' && (
          <p className="answer-entry-instructions" lang={language}>
            {instructions}
          </p>
        )}
        <p className="answer-entry-keys">{hint}</p>
        {children}
      </section>
      {ownWords && <RemarkField kept={keeping.remark()} onKeep={keeping.keepRemark} />}
      <footer className="answer-entry-foot">
        {warning !== null && (
          <p role="alert" className="answer-entry-note">
            {warning}
          </p>
        )}
        <RefusalNotice
          refusal={keeping.refusal}
          action={<Button onClick={() => void keeping.tryAgain()}>{t('entry.tryAgain')}</Button>}
        />
        <div className="answer-entry-actions">
          {actions}
          <SavedAt at={keeping.keptAt} />
          <Link to={`/clients/${file.client.id}/assessments`}>{t('entry.later')}</Link>
        </div>
      </footer>
    </Page>
  )
}
