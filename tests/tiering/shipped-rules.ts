import content from '../../resources/tier-rules.json'
import { readRuleSet } from '../../src/tiering/rule-set.ts'

const read = readRuleSet(content)
if (!read.ok) throw new Error(JSON.stringify(read.refusal))

export const shippedRules = read.value
