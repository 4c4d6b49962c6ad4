import { Alert, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { purposesInForce } from '../../casework/consents/consent-standing.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ByHandMark } from './by-hand-mark.tsx'
import { PaperScoreForm } from './paper-score-form.tsx'
import './enter-paper-score.css'

/** Enters the result of a paper form, or corrects an entry (`?corrects=` its id); `?form=` is the form it begins with. */
export function EnterPaperScore() {
  const { t } = useTranslation('paper-scores')
  const [language] = useLanguage()
  const { file } = useClientOnShow()
  const [search] = useSearchParams()
  const [chosen, setChosen] = useState(search.get('form'))
  const forms = useQuery(() => room.scoreForms(), [])
  const entries = useQuery(() => room.paperScores(file.client.id), [file.client.id])
  const failed = forms.failed ?? entries.failed
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (forms.data === null || entries.data === null) return <Skeleton active />

  const corrected = entries.data.scores.find(({ id }) => id === search.get('corrects')) ?? null
  const form = forms.data.find(({ id }) => id === (corrected?.value.form ?? chosen)) ?? null
  const agreed = purposesInForce(file.consents.map(({ value }) => value)).includes('assessment')

  return (
    <Page
      title={t(corrected === null ? 'enter.title' : 'enter.correct')}
      lead={
        <>
          {t('enter.lead')} <ByHandMark />
        </>
      }
      width="form"
    >
      <section className="panel paper-score-choice" aria-labelledby="paper-score-form">
        <h2 className="panel-title" id="paper-score-form">
          {t('enter.which')}
        </h2>
        {corrected === null ? (
          <Select<string>
            aria-labelledby="paper-score-form"
            placeholder={t('enter.choose')}
            value={chosen}
            showSearch={{ optionFilterProp: 'label' }}
            options={forms.data.map(({ id, title }) => ({ value: id, label: title[language] }))}
            onChange={setChosen}
          />
        ) : (
          <strong>{form?.title[language] ?? corrected.value.form}</strong>
        )}
        {form !== null && (
          <dl>
            <dt>{t('enter.owner')}</dt>
            <dd>{form.owner[language]}</dd>
            <dt>{t('enter.why')}</dt>
            <dd>{form.why[language]}</dd>
          </dl>
        )}
      </section>
      {form !== null && form.rater !== 'staff' && !agreed && (
        <Alert
          role="alert"
          type="warning"
          showIcon
          title={t('enter.consentMissing')}
          action={<Link to={`/clients/${file.client.id}/consent`}>{t('enter.recordConsent')}</Link>}
        />
      )}
      {form !== null && (
        <PaperScoreForm
          key={form.id}
          form={form}
          corrected={corrected}
          blocked={form.rater !== 'staff' && !agreed}
        />
      )}
    </Page>
  )
}
