import { useTranslation } from 'react-i18next'
import type { TierRulesOnShow } from '../../room/contract/tier-rules.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** Which rules are in force, since when and by whom, and what of them is only a proposal. */
export function RulesStanding({
  rules: { inForce, shipped, adopted, broken, staffNames },
}: {
  rules: TierRulesOnShow
}) {
  const { t } = useTranslation('tiers')
  const { day } = useFormatTime()
  const proposed = inForce.rules.filter((rule) => rule.proposed).length
  const newest = adopted[0]?.value
  return (
    <section className="panel rules-standing" aria-label={t('rules.inForce')}>
      <h2 className="panel-title">{t('rules.inForce')}</h2>
      <p>
        {newest === undefined
          ? t('rules.shipped', { version: inForce.version })
          : t('rules.adopted', {
              version: inForce.version,
              who: staffNames[newest.adoptedBy] ?? t('somebody'),
              day: day(newest.adoptedAt),
            })}
      </p>
      {newest !== undefined && <blockquote className="rules-because">{newest.because}</blockquote>}
      {proposed > 0 && <p className="rules-proposed">{t('rules.proposedMany', { count: proposed })}</p>}
      {newest !== undefined && newest.replaces.id !== shipped.id && (
        <p>{t('rules.proposalNow', { version: shipped.version })}</p>
      )}
      {broken > 0 && (
        <p role="status" className="rules-broken">
          {t('rules.broken', { count: broken })}
        </p>
      )}
    </section>
  )
}
