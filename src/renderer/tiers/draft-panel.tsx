import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplayOnShow, RulesDraft, TierRulesOnShow } from '../../room/contract/tier-rules.ts'
import { ruleDifferences } from '../../tiering/rule-difference.ts'
import type { RuleSet } from '../../tiering/rule-set.ts'
import { AdoptRules } from './adopt-rules.tsx'
import { CaseloadReplay } from './caseload-replay.tsx'
import { RuleDifferences } from './rule-differences.tsx'
import type { RuleWords } from './use-rule-words.ts'
import { withoutRule } from './with-edit.ts'

/** What was changed, whom it would move, and the signature that makes it the rules of this room. */
export function DraftPanel({
  rules,
  draft,
  ruleSet,
  failed,
  words,
  onChange,
  onGivenUp,
  onAdopted,
}: {
  rules: TierRulesOnShow
  draft: RulesDraft
  /** Null while it is worked out, and where it cannot be. */
  ruleSet: RuleSet | null
  failed: boolean
  words: RuleWords
  onChange: (draft: RulesDraft) => void
  onGivenUp: () => void
  onAdopted: () => void
}) {
  const { t } = useTranslation('tiers')
  const { inForce } = rules
  const name = JSON.stringify([inForce.version, draft])
  const [replayed, setReplayed] = useState<{ name: string; replay: ReplayOnShow } | null>(null)
  const differences = ruleSet === null ? null : ruleDifferences(inForce, ruleSet)
  return (
    <section className="panel draft-panel" aria-label={t('draft.title')}>
      <div className="rules-tools">
        <h2 className="panel-title">{t('draft.title')}</h2>
        <Button onClick={onGivenUp}>{t('draft.giveUp')}</Button>
      </div>
      {differences === null || ruleSet === null ? (
        !failed && <Skeleton active />
      ) : differences.length === 0 ? (
        <p>{t('draft.nothing')}</p>
      ) : (
        <>
          <RuleDifferences
            differences={differences}
            before={inForce}
            after={ruleSet}
            words={words}
            onUndo={(rule) => onChange({ ...draft, edits: withoutRule(draft.edits, rule) })}
            edited={draft.edits}
          />
          <CaseloadReplay
            key={name}
            draft={draft}
            onReplayed={(replay) => setReplayed(replay === null ? null : { name, replay })}
          />
          {replayed?.name === name && (
            <AdoptRules
              draft={draft}
              replaces={{ id: inForce.id, version: inForce.version }}
              onAdopted={onAdopted}
            />
          )}
        </>
      )}
    </section>
  )
}
