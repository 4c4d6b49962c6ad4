import { readFileSync } from 'node:fs'
import { readRuleSet } from '../../src/tiering/rule-set.ts'

const file = new URL('../../resources/tier-rules.json', import.meta.url)
const read = readRuleSet(JSON.parse(readFileSync(file, 'utf8')))
if (!read.ok) throw new Error(JSON.stringify(read.refusal))

export const shippedRules = read.value
