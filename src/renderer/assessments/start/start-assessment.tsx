import { Alert, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { purposesInForce } from '../../../casework/consents/consent-standing.ts'
import { readerFor } from '../../../casework/consents/who-consents.ts'
import { useClientOnShow } from '../../clients/client-context.ts'
import { Page } from '../../ui/page.tsx'
import { isPageWay, type Way, ways } from '../ways.ts'
import { ClientModeForm } from './client-mode-form.tsx'
import { StaffEntryForm } from './staff-entry-form.tsx'
import './start-assessment.css'

/** Which questionnaires, and who answers them. */
export function StartAssessment() {
  const { t } = useTranslation('assessments')
  const { file } = useClientOnShow()
  const [search] = useSearchParams()
  const wanted = search.get('instruments')?.split(',') ?? []
  const [way, setWay] = useState<Way>(ways.find((one) => one === search.get('way')) ?? 'clientMode')
  const agreed = purposesInForce(file.consents.map(({ value }) => value)).includes('assessment')
  const consentMissing = !agreed && way !== 'staff'

  return (
    <Page
      title={t('start.title')}
      lead={t('start.lead')}
      actions={<Link to={`/clients/${file.client.id}/paper-scores/new`}>{t('start.paperScores')}</Link>}
    >
      <section className="panel">
        <h2 className="panel-title" id="who-answers">
          {t('start.whoAnswers')}
        </h2>
        <Radio.Group
          vertical
          aria-labelledby="who-answers"
          value={way}
          onChange={(event) => setWay(event.target.value)}
          options={ways.map((value) => ({
            value,
            label: (
              <>
                {t(`way.${value}.title`)} <span className="start-hint">{t(`way.${value}.hint`)}</span>
              </>
            ),
          }))}
        />
      </section>
      {consentMissing && (
        <Alert
          role="alert"
          type="warning"
          showIcon
          title={t(
            readerFor(file.age) === 'guardian' ? 'start.guardianConsentMissing' : 'start.consentMissing',
          )}
          action={<Link to={`/clients/${file.client.id}/consent`}>{t('start.recordConsent')}</Link>}
        />
      )}
      {isPageWay(way) ? (
        <ClientModeForm key={way} way={way} blocked={consentMissing} wanted={wanted} />
      ) : (
        <StaffEntryForm key={way} way={way} blocked={consentMissing} wanted={wanted} />
      )}
    </Page>
  )
}
