import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Consent, ConsentPurpose } from '../../casework/consents/consent.ts'
import type { ConsentStanding } from '../../casework/consents/consent-standing.ts'
import type { PrivacyRules } from '../../casework/privacy/privacy-rules.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { ClientFile } from '../../room/contract/clients.ts'
import { ConsentLine } from '../consents/consent-line.tsx'
import { RenewNotice } from '../consents/renew-notice.tsx'
import { WithdrawForm } from '../consents/withdraw-form.tsx'
import { ConsentForm } from './consent-form.tsx'
import { ConsentText } from './consent-text.tsx'

/** One purpose: how it stands, recording a consent, and taking it back as easily as it was given. */
export function ConsentPanel({
  purpose,
  file,
  consents,
  standing,
  from14to17,
  onChanged,
}: {
  purpose: ConsentPurpose
  file: ClientFile
  /** Of this purpose, oldest first. */
  consents: Stored<Consent>[]
  /** Undefined until it is known. */
  standing: ConsentStanding | undefined
  from14to17: PrivacyRules['from14to17']
  onChanged: () => void
}) {
  const { t } = useTranslation('clients')
  const [step, setStep] = useState<'record' | 'withdraw' | null>(null)
  const newest = consents.at(-1)
  const inForce = newest !== undefined && newest.value.withdrawnAt === null
  const renew = inForce ? (standing?.renew ?? []) : []
  const changed = () => {
    setStep(null)
    onChanged()
  }

  return (
    <section className="panel consent-panel" aria-labelledby={`consent-${purpose}`}>
      <header>
        <h2 className="panel-title" id={`consent-${purpose}`}>
          {t(`purpose.${purpose}`)}
        </h2>
        <span className={inForce ? 'consent-given' : 'consent-missing'}>
          {t(inForce ? 'consent.given' : newest ? 'consent.withdrawn' : 'consent.none')}
        </span>
        {step === null && (
          <div className="consent-buttons">
            {(!inForce || renew.length > 0) && (
              <Button onClick={() => setStep('record')}>{t('consent.record')}</Button>
            )}
            {inForce && <Button onClick={() => setStep('withdraw')}>{t('consent.withdraw')}</Button>}
          </div>
        )}
      </header>
      <RenewNotice renew={renew} />
      {consents.map(({ id, value }) => (
        <ConsentLine key={id} consent={value} staffNames={file.staffNames} />
      ))}
      {step === 'withdraw' && newest !== undefined && (
        <WithdrawForm consent={newest} onWithdrawn={changed} onCancel={() => setStep(null)} />
      )}
      {step === 'record' ? (
        <ConsentForm
          file={file}
          purpose={purpose}
          from14to17={from14to17}
          onRecorded={changed}
          onCancel={() => setStep(null)}
        />
      ) : (
        newest !== undefined && (
          <details>
            <summary>{t('consent.showText', { version: newest.value.textVersion })}</summary>
            <ConsentText
              purpose={purpose}
              reader={newest.value.textFor ?? 'client'}
              version={newest.value.textVersion}
            />
          </details>
        )
      )}
    </section>
  )
}
