import templates from '../../../resources/tier-rule-templates.json'
import rules from '../../../resources/tier-rules.json'
import type { Outcome } from '../../instruments/outcome.ts'
import { type RuleSet, readRuleSet } from '../../tiering/rule-set.ts'
import { type RuleTemplate, readRuleTemplates } from '../../tiering/rule-template.ts'
import { RoomError } from '../room-error.ts'

const shipped = <T>(read: Outcome<T>): T => {
  if (!read.ok) throw new RoomError(read.refusal.code)
  return read.value
}

/** The proposed rule set that came with this version. */
export const shippedTierRules: RuleSet = shipped(readRuleSet(rules))

/** What a rule that a room adds begins with. */
export const ruleTemplates: readonly RuleTemplate[] = shipped(readRuleTemplates(templates))
