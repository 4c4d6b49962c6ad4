import { useTranslation } from 'react-i18next'
import type { RuleDifference } from '../../tiering/rule-difference.ts'
import type { RuleSet } from '../../tiering/rule-set.ts'
import { useLanguage } from '../locale/locale.ts'
import type { RuleWords } from './use-rule-words.ts'

/** Names a rule, and says what became of it, in the language on screen. */
export interface DifferenceText {
  ruleText: (rule: string) => string
  changeText: (difference: RuleDifference) => string
}

export function useDifferenceText(
  before: RuleSet,
  after: RuleSet,
  { conditionText, reassessText }: RuleWords,
): DifferenceText {
  const { t } = useTranslation('tiers')
  const { t: tClients } = useTranslation('clients')
  const [language] = useLanguage()
  const known = new Map([...after.rules, ...before.rules].map((rule) => [rule.id, rule.when]))
  return {
    ruleText(rule) {
      const when = known.get(rule)
      return when === undefined ? rule : conditionText(when)
    },
    changeText(difference) {
      switch (difference.field) {
        case 'rule':
          return t(difference.to === null ? 'difference.gone' : 'difference.added')
        case 'on':
          return t(difference.to ? 'difference.on' : 'difference.off')
        case 'min':
        case 'max':
          return t('difference.limit', {
            from: difference.from ?? t('difference.none'),
            to: difference.to ?? t('difference.none'),
          })
        case 'when':
          return t('difference.when', {
            from: conditionText(difference.from),
            to: conditionText(difference.to),
          })
        case 'tier':
          return t('difference.tier', {
            from: tClients(`tier.${difference.from}`),
            to: tClients(`tier.${difference.to}`),
          })
        case 'lifetimeDays':
          return t('difference.lifetime', { from: difference.from, to: difference.to })
        case 'reassess':
          return t('difference.reassess', {
            from: reassessText(difference.from),
            to: reassessText(difference.to),
          })
        case 'reason':
          return t('difference.reason', { to: difference.to[language] })
        case 'review':
          return t('difference.review', {
            tier: tClients(`tier.${difference.tier}`),
            from: difference.from.join(t('comma')),
            to: difference.to.join(t('comma')),
          })
      }
    },
  }
}
