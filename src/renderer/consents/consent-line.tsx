import { useTranslation } from 'react-i18next'
import type { Consent } from '../../casework/consents/consent.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** Who gave a consent, when and how; who took it back, if somebody did. */
export function ConsentLine({
  consent: { givenAt, givenBy, guardian, manner, textVersion, recordedBy, withdrawnAt, withdrawal },
  staffNames,
}: {
  consent: Consent
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation(['consents', 'clients'])
  const { dateTime } = useFormatTime()
  return (
    <p className="consent-line">
      {t('clients:consent.line', {
        at: dateTime(givenAt),
        by: t(`clients:consent.by.${givenBy}`),
        manner: t(`clients:consent.manner.${manner}`),
        version: textVersion,
        who: staffNames[recordedBy] ?? t('clients:tierCard.somebody'),
      })}
      {guardian !== undefined &&
        ` ${t('guardian.line', { name: guardian.name, as: t(`guardian.as.${guardian.as}`) })}`}
      {withdrawnAt !== null && ` ${t('clients:consent.withdrawnAt', { at: dateTime(withdrawnAt) })}`}
      {withdrawal !== undefined &&
        ` ${t('withdraw.line', {
          by: t(`withdraw.by.${withdrawal.by}`),
          manner: t(`withdraw.manner.${withdrawal.manner}`),
          who: staffNames[withdrawal.recordedBy] ?? t('clients:tierCard.somebody'),
        })}`}
    </p>
  )
}
