import shipped from '../../resources/tier-rules.json'
import { type RuleSet, readRuleSet } from '../tiering/rule-set.ts'
import { RoomError } from './room-error.ts'

const read = readRuleSet(shipped)
if (!read.ok) throw new RoomError(read.refusal.code)

/** The rule set in force: the proposed one that came with this version. */
export const tierRules: RuleSet = read.value
