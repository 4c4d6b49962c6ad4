import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleEdit } from '../../tiering/edit-rules.ts'
import type { RuleSet, TierRule } from '../../tiering/rule-set.ts'
import { tiers } from '../../tiering/tier.ts'
import { TierMark } from '../clients/tier-mark.tsx'
import { RuleLine } from './rule-line.tsx'
import type { RuleWords } from './use-rule-words.ts'

/** All rules as sentences, those that ask for most first; to be looked through by a word. */
export function RuleList({
  ruleSet,
  words,
  edit,
}: {
  ruleSet: RuleSet
  words: RuleWords
  edit: ((edit: RuleEdit) => void) | null
}) {
  const { t } = useTranslation('tiers')
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLowerCase()
  const isWanted = (rule: TierRule) => words.conditionText(rule.when).toLowerCase().includes(wanted)
  const found = ruleSet.rules.filter(isWanted)
  return (
    <section className="panel" aria-label={t('rules.all')}>
      <div className="rules-tools">
        <h2 className="panel-title">{t('rules.all')}</h2>
        <Input
          aria-label={t('rules.search')}
          placeholder={t('rules.search')}
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
        <span role="status">{t('rules.count', { count: found.length })}</span>
      </div>
      {tiers.toReversed().map((tier) => {
        const rules = found.filter((rule) => rule.tier === tier)
        return (
          rules.length > 0 && (
            <div key={tier} className="rule-list-part">
              <h3>
                {t('rules.suggest')} <TierMark tier={tier} />
              </h3>
              <ul className="rule-list">
                {rules.map((rule) => (
                  <RuleLine key={rule.id} rule={rule} words={words} edit={edit} />
                ))}
              </ul>
            </div>
          )
        )
      })}
    </section>
  )
}
