import { useTranslation } from 'react-i18next'
import type { ClientFile } from '../../room/contract/clients.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { TierMark } from './tier-mark.tsx'

/** Which tier holds, who decided it when and why, and when it has to be looked at again. */
export function TierStandingLines({ file: { standing, decisions, staffNames } }: { file: ClientFile }) {
  const { t } = useTranslation('clients')
  const { day } = useFormatTime()
  if (standing === null) return <p className="tier-card-now">{t('tierCard.nobodyDecided')}</p>
  const reason = decisions.findLast(({ value }) => value.decidedAt === standing.decidedAt)?.value.reason
  return (
    <div className="tier-card-now">
      <p>
        <TierMark tier={standing.tier} />
      </p>
      <p>
        {t('tierCard.decided', {
          who: staffNames[standing.decidedBy] ?? t('tierCard.somebody'),
          day: day(standing.decidedAt),
        })}
      </p>
      <p className={standing.overdue ? 'tier-card-overdue' : undefined}>
        {t(standing.overdue ? 'tierCard.overdue' : 'tierCard.reviewBy', { day: day(standing.reviewBy) })}
      </p>
      {reason !== undefined && <blockquote className="tier-card-reason">{reason}</blockquote>}
    </div>
  )
}
