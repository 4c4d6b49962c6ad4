import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { standingConsent } from '../../casework/consents/consent-standing.ts'
import type { Referral } from '../../casework/referrals/referral.ts'
import type { ClientFile } from '../../room/contract/clients.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** Whether the client agreed to have this receiver told, and what to do when not. */
export function ConsentState({
  file,
  receiver,
  urgency,
}: {
  file: ClientFile
  receiver: string
  urgency: Referral['urgency']
}) {
  const { t } = useTranslation('referrals')
  const { day } = useFormatTime()
  const held = standingConsent(file.consents, 'referral', receiver)
  if (held !== null)
    return <p className="referral-agreed">{t('consent.given', { receiver, day: day(held.value.givenAt) })}</p>
  return (
    <p className="referrals-warning" role="status">
      {t(urgency === 'atOnce' ? 'consent.lifeOnly' : 'consent.missing', { receiver })}{' '}
      <Link to={`/clients/${file.client.id}/consent`}>{t('consent.record')}</Link>
    </p>
  )
}
