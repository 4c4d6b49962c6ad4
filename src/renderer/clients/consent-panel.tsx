import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Consent } from '../../casework/consent.ts'
import type { ConsentPurpose } from '../../casework/consent-standing.ts'
import type { Stored } from '../../casework/record.ts'
import type { ClientFile } from '../../room/contract/clients.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ConsentForm } from './consent-form.tsx'
import { ConsentText } from './consent-text.tsx'

/** One purpose: how it stands, recording a consent, and taking it back as easily as it was given. */
export function ConsentPanel({
  purpose,
  file,
  consents,
  onChanged,
}: {
  purpose: ConsentPurpose
  file: ClientFile
  /** Of this purpose, oldest first. */
  consents: Stored<Consent>[]
  onChanged: () => void
}) {
  const { t } = useTranslation('clients')
  const { dayTime } = useFormatTime()
  const [step, setStep] = useState<'record' | 'withdraw' | null>(null)
  const withdraw = useCommand((consent: Stored<Consent>) =>
    room.withdrawConsent({ id: consent.id, revision: consent.revision }),
  )
  const newest = consents.at(-1)
  const inForce = newest !== undefined && newest.value.withdrawnAt === null
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
        {inForce ? (
          <Button onClick={() => setStep('withdraw')}>{t('consent.withdraw')}</Button>
        ) : (
          step === null && <Button onClick={() => setStep('record')}>{t('consent.record')}</Button>
        )}
      </header>
      {consents.map(({ id, value }) => (
        <p key={id} className="consent-line">
          {t('consent.line', {
            at: dayTime(value.givenAt),
            by: t(`consent.by.${value.givenBy}`),
            manner: t(`consent.manner.${value.manner}`),
            version: value.textVersion,
            who: file.staffNames[value.recordedBy] ?? t('tierCard.somebody'),
          })}
          {value.withdrawnAt !== null && ` ${t('consent.withdrawnAt', { at: dayTime(value.withdrawnAt) })}`}
        </p>
      ))}
      {step === 'withdraw' && newest !== undefined && (
        <div className="consent-withdraw">
          <p>{t('consent.withdrawMeans')}</p>
          <Button
            type="primary"
            loading={withdraw.running}
            onClick={() => void withdraw.run(newest).then((done) => done && changed())}
          >
            {t('consent.withdrawNow')}
          </Button>
          <Button onClick={() => setStep(null)}>{t('cancel')}</Button>
        </div>
      )}
      <RefusalNotice refusal={withdraw.refusal} />
      {step === 'record' ? (
        <ConsentForm
          clientId={file.client.id}
          purpose={purpose}
          guardianNeeded={file.age !== null && file.age < 14}
          onRecorded={changed}
          onCancel={() => setStep(null)}
        />
      ) : (
        newest !== undefined && (
          <details>
            <summary>{t('consent.showText', { version: newest.value.textVersion })}</summary>
            <ConsentText purpose={purpose} version={newest.value.textVersion} />
          </details>
        )
      )}
    </section>
  )
}
