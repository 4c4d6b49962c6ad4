import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RuleEdit } from '../../tiering/edit-rules.ts'
import type { TierRule } from '../../tiering/rule-set.ts'
import { NumberField } from './number-field.tsx'
import type { RuleWords } from './use-rule-words.ts'

/** One rule: what it looks for, how long that counts, and what has to be done anew before coming down. */
export function RuleLine({
  rule,
  words: { conditionText, reassessText },
  edit,
}: {
  rule: TierRule
  words: RuleWords
  edit: ((edit: RuleEdit) => void) | null
}) {
  const { t } = useTranslation('tiers')
  const { id, when, lifetimeDays, reassess, proposed, off } = rule
  const condition = conditionText(when)
  const limits = (['min', 'max'] as const).flatMap((limit) => {
    const value = 'score' in when ? when[limit] : undefined
    return value === undefined ? [] : [{ limit, value }]
  })
  return (
    <li className={off ? 'rule-line rule-off' : 'rule-line'}>
      <div>
        <strong>{condition}</strong>{' '}
        <span className="rule-mark">{t(off ? 'rule.off' : proposed ? 'rule.proposed' : 'rule.own')}</span>
        <p>
          {t('rule.counts', { count: lifetimeDays })} {t('rule.before', { what: reassessText(reassess) })}
        </p>
      </div>
      {edit !== null && (
        <div className="rule-edit">
          {limits.map(({ limit, value }) => (
            <span key={limit}>
              {t(`rule.limit.${limit}`)}{' '}
              <NumberField
                label={t(`rule.limitOf.${limit}`, { rule: condition })}
                value={value}
                min={0}
                max={10_000}
                decimals={Number.isInteger(value) ? 0 : 2}
                onChange={(changed) => edit({ kind: 'limit', rule: id, limit, value: changed })}
              />
            </span>
          ))}
          <span>
            {t('rule.lifetime')}{' '}
            <NumberField
              label={t('rule.lifetimeOf', { rule: condition })}
              value={lifetimeDays}
              min={1}
              max={3660}
              onChange={(days) => edit({ kind: 'lifetime', rule: id, days })}
            />
          </span>
          <Button
            size="small"
            aria-label={t(off ? 'rule.switchOnOne' : 'rule.switchOffOne', { rule: condition })}
            onClick={() => edit({ kind: 'switch', rule: id, on: off === true })}
          >
            {t(off ? 'rule.switchOn' : 'rule.switchOff')}
          </Button>
        </div>
      )}
    </li>
  )
}
