import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleEdit } from '../../tiering/edit-rules.ts'
import type { RuleSet } from '../../tiering/rule-set.ts'
import { type Tier, tiers } from '../../tiering/tier.ts'
import { TierMark } from '../clients/tier-mark.tsx'

/** The days in a text like `7, 14, 30`; null when it says anything else. */
const daysIn = (text: string): [number, ...number[]] | null => {
  const [first, ...later] = text
    .split(/[,，、\s]+/)
    .filter((part) => part !== '')
    .map(Number)
  const all = first === undefined ? [] : [first, ...later]
  return first !== undefined && all.every((days) => Number.isInteger(days) && days >= 1 && days <= 3660)
    ? [first, ...later]
    : null
}

/** After how many days each tier is looked at again, the first time, the second, and so on. */
export function ReviewIntervals({
  ruleSet,
  edit,
}: {
  ruleSet: RuleSet
  edit: ((edit: RuleEdit) => void) | null
}) {
  const { t } = useTranslation('tiers')
  const words = ([first, ...later]: number[]) =>
    later.length === 0
      ? t('review.every', { count: first ?? 0 })
      : t('review.after', { days: [first, ...later].join(t('comma')) })
  return (
    <section className="panel" aria-label={t('review.title')}>
      <h2 className="panel-title">{t('review.title')}</h2>
      <ul className="review-intervals">
        {tiers.toReversed().map((tier) => {
          const days = ruleSet.tiers[tier].reviewAfterDays
          return (
            <li key={tier}>
              <TierMark tier={tier} />{' '}
              {edit === null ? (
                words(days)
              ) : (
                <DaysField key={days.join()} tier={tier} days={days} onChange={edit} />
              )}
            </li>
          )
        })}
      </ul>
      <p className="rules-hint">{t('review.hint')}</p>
    </section>
  )
}

function DaysField({
  tier,
  days,
  onChange,
}: {
  tier: Tier
  days: readonly number[]
  onChange: (edit: RuleEdit) => void
}) {
  const { t } = useTranslation('tiers')
  const { t: tClients } = useTranslation('clients')
  const [typed, setTyped] = useState(days.join(', '))
  const read = daysIn(typed)
  const leave = () => {
    if (read !== null && read.join() !== days.join()) onChange({ kind: 'review', tier, days: read })
  }
  return (
    <>
      <Input
        className="review-days"
        size="small"
        aria-label={t('review.label', { tier: tClients(`tier.${tier}`) })}
        value={typed}
        {...(read === null ? { status: 'error' as const, 'aria-invalid': true } : {})}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={leave}
        onPressEnter={leave}
      />{' '}
      {t('review.days')}
      {read === null && <span role="alert"> {t('review.wrong')}</span>}
    </>
  )
}
