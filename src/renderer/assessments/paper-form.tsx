import { Radio, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Language } from '../../casework/records/values.ts'
import type { Questionnaire } from '../../instruments/questionnaire.ts'
import { questionnaireOn } from '../clients/client-context.ts'
import { useLanguage } from '../locale/locale.ts'
import { surveyText } from '../questionnaire/survey-text.ts'
import { UnofficialMark } from '../questionnaire/unofficial-mark.tsx'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { A4Sheet, PrintButton } from '../ui/a4-sheet.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { PaperFormQuestions } from './paper-form-questions.tsx'
import { SheetTerms } from './result/sheet-terms.tsx'
import { titleOf } from './title-of.ts'
import './result/result-sheet.css'

/** A blank form of one instrument to hand out. */
export function PaperFormPage() {
  const { instrumentId = '' } = useParams()
  const { data, failed } = useQuery(() => room.questionnaires(), [])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  const questionnaire = questionnaireOn(data, instrumentId)
  if (questionnaire === undefined)
    return <RefusalNotice refusal={{ code: 'INSTRUMENT_MISSING', at: instrumentId }} />
  return <PaperForm questionnaire={questionnaire} />
}

function PaperForm({ questionnaire }: { questionnaire: Questionnaire }) {
  const { t } = useTranslation('assessments')
  const [screenLanguage] = useLanguage()
  const { instrument, survey } = questionnaire
  const { languages } = instrument
  const [language, setLanguage] = useState<Language>(
    languages.includes(screenLanguage) ? screenLanguage : (languages[0] ?? screenLanguage),
  )
  return (
    <Page
      title={t('form.title')}
      lead={t('form.lead')}
      actions={
        <>
          {languages.length > 1 && (
            <Radio.Group
              aria-label={t('form.language')}
              value={language}
              onChange={({ target }) => setLanguage(target.value)}
              options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
            />
          )}
          <PrintButton />
        </>
      }
    >
      <A4Sheet label={t('form.title')}>
        <div className="paper-form" lang={language}>
          <h2>
            {titleOf(instrument, language, instrument.id)}{' '}
            <UnofficialMark instrument={instrument} language={language} />
          </h2>
          <p className="paper-form-head">
            {t('form.fileNumber', { lng: language })}
            <span />
            {t('form.date', { lng: language })}
            <span />
          </p>
          {instrument.raters.includes('informant') && (
            <p className="paper-form-head">
              {t('form.filledBy', { lng: language })}
              <span />
            </p>
          )}
          {instrument.kind === 'observation' && <p>{t('observation', { lng: language })}</p>}
          <p className="paper-form-instructions">{surveyText(survey.description, language)}</p>
          <PaperFormQuestions questionnaire={questionnaire} language={language} />
        </div>
        <SheetTerms instrument={instrument} version={instrument.version} language={language} />
      </A4Sheet>
    </Page>
  )
}
