import { useTranslation } from 'react-i18next'
import type { Tier } from '../../tiering/tier.ts'
import './tier-mark.css'

const shapes: Record<Tier, string> = { general: '○', watch: '◐', priority: '●' }

/** A tier as shape, word and colour; without a tier it says that nobody has decided. */
export function TierMark({ tier }: { tier: Tier | null }) {
  const { t } = useTranslation('clients')
  if (tier === null) return <span className="tier-mark tier-mark-none">{t('tier.none')}</span>
  return (
    <span className={`tier-mark tier-mark-${tier}`}>
      <span aria-hidden>{shapes[tier]}</span> {t(`tier.${tier}`)}
    </span>
  )
}
