import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { consentPurposes } from '../../casework/consent.ts'
import { DisclosureList } from '../disclosures/disclosure-list.tsx'
import { ReferralConsents } from '../disclosures/referral-consents.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { useClientOnShow } from './client-context.ts'
import { ConsentPanel } from './consent-panel.tsx'
import './consent.css'

/** What the client has agreed to, each purpose on its own, and the words that were agreed to. */
export function ConsentPage() {
  const { t } = useTranslation('clients')
  const { file, again } = useClientOnShow()
  const [changedAt, setChangedAt] = useState<Date | null>(null)
  const changed = () => {
    setChangedAt(new Date())
    again()
  }
  return (
    <>
      <p className="consent-lead">
        {t('consent.lead')} <SavedAt at={changedAt} />
      </p>
      {file.age !== null && file.age < 14 && <p className="consent-minor">{t('consent.minor')}</p>}
      {consentPurposes
        .filter((purpose) => purpose !== 'referral')
        .map((purpose) => (
          <ConsentPanel
            key={purpose}
            purpose={purpose}
            file={file}
            consents={file.consents.filter(({ value }) => value.purpose === purpose)}
            onChanged={changed}
          />
        ))}
      <ReferralConsents file={file} onChanged={changed} />
      <DisclosureList />
    </>
  )
}
