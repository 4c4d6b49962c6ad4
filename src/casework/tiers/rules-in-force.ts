import type { RuleSet } from '../../tiering/rule-set.ts'
import type { AdoptedRules } from './adopted-rules.ts'

/** The rule set that holds: the one adopted last, or the one that came with the program. Only signatures that held go in. */
export const rulesInForce = (adopted: readonly AdoptedRules[], shipped: RuleSet): RuleSet =>
  adopted.reduce<AdoptedRules | null>(
    (newest, one) =>
      newest === null || Date.parse(one.adoptedAt) >= Date.parse(newest.adoptedAt) ? one : newest,
    null,
  )?.ruleSet ?? shipped
