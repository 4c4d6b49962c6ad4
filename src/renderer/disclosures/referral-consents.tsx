import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Consent } from '../../casework/consents/consent.ts'
import { referralsInForce } from '../../casework/consents/consent-standing.ts'
import type { PrivacyRules } from '../../casework/privacy/privacy-rules.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { ClientFile } from '../../room/contract/clients.ts'
import { ConsentForm } from '../clients/consent-form.tsx'
import { ConsentLine } from '../consents/consent-line.tsx'
import { WithdrawForm } from '../consents/withdraw-form.tsx'

/** Whom the client agreed to have told, each receiver on its own, and taking that back. */
export function ReferralConsents({
  file,
  from14to17,
  onChanged,
}: {
  file: ClientFile
  from14to17: PrivacyRules['from14to17']
  onChanged: () => void
}) {
  const { t } = useTranslation('disclosures')
  const [recording, setRecording] = useState(false)
  const standing = referralsInForce(file.consents)
  const referrals = file.consents.filter(({ value }) => value.purpose === 'referral')
  const changed = () => {
    setRecording(false)
    onChanged()
  }
  return (
    <section className="panel consent-panel" aria-labelledby="consent-referral">
      <header>
        <h2 className="panel-title" id="consent-referral">
          {t('referral.title')}
        </h2>
        <span className={standing.length > 0 ? 'consent-given' : 'consent-missing'}>
          {standing.length > 0 ? t('referral.given', { count: standing.length }) : t('referral.none')}
        </span>
        {!recording && <Button onClick={() => setRecording(true)}>{t('referral.record')}</Button>}
      </header>
      {referrals.map((consent) => (
        <ReferralLine
          key={consent.id}
          consent={consent}
          inForce={standing.includes(consent)}
          staffNames={file.staffNames}
          onWithdrawn={changed}
        />
      ))}
      {recording && (
        <ConsentForm
          file={file}
          purpose="referral"
          from14to17={from14to17}
          onRecorded={changed}
          onCancel={() => setRecording(false)}
        />
      )}
    </section>
  )
}

function ReferralLine({
  consent,
  inForce,
  staffNames,
  onWithdrawn,
}: {
  consent: Stored<Consent>
  inForce: boolean
  staffNames: Record<string, string>
  onWithdrawn: () => void
}) {
  const { t } = useTranslation('disclosures')
  const [withdrawing, setWithdrawing] = useState(false)
  const { recipient } = consent.value
  return (
    <div className="referral-line">
      <strong>{recipient}</strong>
      <ConsentLine consent={consent.value} staffNames={staffNames} />
      {inForce && !withdrawing && (
        <Button
          size="small"
          aria-label={t('referral.withdrawOne', { recipient })}
          onClick={() => setWithdrawing(true)}
        >
          {t('referral.withdraw')}
        </Button>
      )}
      {withdrawing && (
        <WithdrawForm
          consent={consent}
          onWithdrawn={() => {
            setWithdrawing(false)
            onWithdrawn()
          }}
          onCancel={() => setWithdrawing(false)}
        />
      )}
    </div>
  )
}
