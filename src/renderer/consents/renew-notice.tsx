import { useTranslation } from 'react-i18next'
import type { ConsentStanding } from '../../casework/consents/consent-standing.ts'

/** Why a consent that stands should be asked for again; nothing where there is no reason to. */
export function RenewNotice({ renew }: Pick<ConsentStanding, 'renew'>) {
  const { t } = useTranslation('consents')
  return renew.map((reason) => (
    <p key={reason} className="consent-renew">
      {t(`renew.${reason}`)}
    </p>
  ))
}
