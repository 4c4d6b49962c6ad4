import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { editRules } from '../../tiering/edit-rules.ts'
import { ruleDraft } from '../../tiering/rule-draft.ts'
import type { RuleSet } from '../../tiering/rule-set.ts'
import { today } from '../clock.ts'
import type { RulesDraft } from '../contract/tier-rules.ts'
import type { Session } from '../session.ts'
import { rangesOn } from './rule-ranges.ts'
import { type TierRules, tierRulesOf } from './rules-in-force.ts'
import { shippedTierRules } from './shipped-rules.ts'

const baseOf = ({ inForce, adopted }: TierRules, base: string): RuleSet | undefined => {
  if (base === 'inForce') return inForce
  if (base === 'shipped') return shippedTierRules
  return adopted.find(({ id }) => id === base)?.value.ruleSet
}

/** The rule set that a draft comes to, as the next version of this room. */
export const rulesOfDraft = async (
  session: Session,
  { base, edits }: RulesDraft,
): Promise<Outcome<RuleSet>> => {
  const rules = await tierRulesOf(session)
  const begun = baseOf(rules, base)
  if (begun === undefined) return refused('RULES_GONE', { at: base })
  const earlier = [shippedTierRules, ...rules.adopted.map(({ value }) => value.ruleSet)]
  const rangeOf = await rangesOn(session)
  return edits.reduce<Outcome<RuleSet>>(
    (before, edit) => (before.ok ? editRules(before.value, edit, rangeOf) : before),
    done(ruleDraft(begun, earlier, today())),
  )
}
