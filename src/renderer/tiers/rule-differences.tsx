import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RuleEdit } from '../../tiering/edit-rules.ts'
import type { RuleDifference } from '../../tiering/rule-difference.ts'
import type { RuleSet } from '../../tiering/rule-set.ts'
import { useDifferenceText } from './use-difference-text.ts'
import type { RuleWords } from './use-rule-words.ts'

/** What differs from the rules in force, line by line, and whether it means more care or less. */
export function RuleDifferences({
  differences,
  before,
  after,
  words,
  edited,
  onUndo,
}: {
  differences: readonly RuleDifference[]
  before: RuleSet
  after: RuleSet
  words: RuleWords
  edited: readonly RuleEdit[]
  onUndo: (rule: string) => void
}) {
  const { t } = useTranslation('tiers')
  const { ruleText, changeText } = useDifferenceText(before, after, words)
  const isEdited = (rule: string) =>
    edited.some((edit) => edit.kind !== 'review' && (edit.kind === 'add' ? edit.rule.id : edit.rule) === rule)
  return (
    <ul className="rule-differences">
      {differences.map((difference) => {
        const rule = 'rule' in difference ? difference.rule : null
        return (
          <li key={`${difference.field} ${rule ?? ('tier' in difference ? difference.tier : '')}`}>
            {rule !== null && <strong>{ruleText(rule)} </strong>}
            {changeText(difference)}{' '}
            {difference.asks !== 'unclear' && <em>{t(`asks.${difference.asks}`)}</em>}{' '}
            {rule !== null && isEdited(rule) && (
              <Button
                size="small"
                type="text"
                aria-label={t('draft.undoOne', { rule: ruleText(rule) })}
                onClick={() => onUndo(rule)}
              >
                {t('draft.undo')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
