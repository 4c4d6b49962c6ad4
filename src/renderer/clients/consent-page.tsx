import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { consentPurposes } from '../../casework/consents/consent.ts'
import { DisclosureList } from '../disclosures/disclosure-list.tsx'
import { ReferralConsents } from '../disclosures/referral-consents.tsx'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { useClientOnShow } from './client-context.ts'
import { ConsentPanel } from './consent-panel.tsx'
import './consent.css'

/** What the client has agreed to, each purpose on its own, and the words that were agreed to. */
export function ConsentPage() {
  const { t } = useTranslation('clients')
  const { file, again } = useClientOnShow()
  const [changedAt, setChangedAt] = useState<Date | null>(null)
  const held = useQuery(() => room.consentStandings(file.client.id), [file.client.id])
  const from14to17 = held.data?.from14to17 ?? 'self'
  const changed = () => {
    setChangedAt(new Date())
    again()
    held.again()
  }
  return (
    <>
      <p className="consent-lead">
        {t('consent.lead')} <SavedAt at={changedAt} />
      </p>
      <RefusalNotice refusal={held.failed} />
      {file.age !== null && file.age < 14 && <p className="consent-minor">{t('consent.minor')}</p>}
      {consentPurposes
        .filter((purpose) => purpose !== 'referral')
        .map((purpose) => (
          <ConsentPanel
            key={purpose}
            purpose={purpose}
            file={file}
            consents={file.consents.filter(({ value }) => value.purpose === purpose)}
            standing={held.data?.standings.find((standing) => standing.purpose === purpose)}
            from14to17={from14to17}
            onChanged={changed}
          />
        ))}
      <ReferralConsents file={file} from14to17={from14to17} onChanged={changed} />
      <DisclosureList />
      <section className="panel consent-more" aria-labelledby="consent-harm">
        <h2 className="panel-title" id="consent-harm">
          {t('harm.heading')}
        </h2>
        <span className="quiet">{t('harm.why')}</span>
        <Link to={`/mandatory-reports/new?client=${file.client.id}`}>{t('harm.open')}</Link>
      </section>
      <section className="panel consent-more" aria-labelledby="consent-rights">
        <h2 className="panel-title" id="consent-rights">
          {t('erase.heading')}
        </h2>
        <span className="quiet">{t('erase.why')}</span>
        <Link to={`/clients/${file.client.id}/rights`}>{t('erase.rights')}</Link>
        <Link to={`/clients/${file.client.id}/erase`}>{t('erase.open')}</Link>
      </section>
    </>
  )
}
