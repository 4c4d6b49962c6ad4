import { useTranslation } from 'react-i18next'
import type { CardOnShow } from '../../room/contract/exchange.ts'
import './card-facts.css'

/** What a unit's card says, with the digits to compare aloud. */
export function CardFacts({ shown: { card, fingerprint } }: { shown: CardOnShow }) {
  const { t } = useTranslation('exchange')
  return (
    <dl className="card-facts">
      <div>
        <dt>{t('card.unit')}</dt>
        <dd>
          {card.name} <span className="card-code">{card.unit}</span>
        </dd>
      </div>
      <div>
        <dt>{t('card.fingerprint')}</dt>
        <dd className="card-fingerprint">{fingerprint}</dd>
      </div>
    </dl>
  )
}
