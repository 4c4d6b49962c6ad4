import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Consent } from '../../casework/consent.ts'
import { referralsInForce } from '../../casework/consent-standing.ts'
import type { Stored } from '../../casework/record.ts'
import type { ClientFile } from '../../room/contract/clients.ts'
import { ConsentForm } from '../clients/consent-form.tsx'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

/** Whom the client agreed to have told, each receiver on its own, and taking that back. */
export function ReferralConsents({ file, onChanged }: { file: ClientFile; onChanged: () => void }) {
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
          by={file.staffNames[consent.value.recordedBy] ?? t('list.somebody')}
          onWithdrawn={changed}
        />
      ))}
      {recording && (
        <ConsentForm
          clientId={file.client.id}
          purpose="referral"
          guardianNeeded={file.age !== null && file.age < 14}
          onRecorded={changed}
          onCancel={() => setRecording(false)}
        />
      )}
    </section>
  )
}

function ReferralLine({
  consent: { id, revision, value },
  inForce,
  by,
  onWithdrawn,
}: {
  consent: Stored<Consent>
  inForce: boolean
  by: string
  onWithdrawn: () => void
}) {
  const { t } = useTranslation('disclosures')
  const { t: tClients } = useTranslation('clients')
  const { day } = useFormatTime()
  const withdraw = useCommand(() => room.withdrawConsent({ id, revision }))
  return (
    <div className="referral-line">
      <strong>{value.recipient}</strong>
      <span className="quiet">
        {t('referral.line', {
          day: day(value.givenAt),
          by: tClients(`consent.by.${value.givenBy}`),
          manner: tClients(`consent.manner.${value.manner}`),
          who: by,
        })}
      </span>
      {value.withdrawnAt !== null && (
        <span className="quiet">{t('referral.withdrawn', { day: day(value.withdrawnAt) })}</span>
      )}
      {inForce && (
        <Button
          size="small"
          loading={withdraw.running}
          aria-label={t('referral.withdrawOne', { recipient: value.recipient })}
          onClick={() => void withdraw.run().then((done) => done && onWithdrawn())}
        >
          {t('referral.withdraw')}
        </Button>
      )}
      <RefusalNotice refusal={withdraw.refusal} />
    </div>
  )
}
