import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type AdoptedRules, adoptedRulesSchema } from '../../src/casework/tiers/adopted-rules.ts'
import { adoptionStatement } from '../../src/casework/tiers/adoption-statement.ts'
import { rulesInForce } from '../../src/casework/tiers/rules-in-force.ts'
import { ruleDraft } from '../../src/tiering/rule-draft.ts'
import { shippedRules } from '../tiering/shipped-rules.ts'
import { idOf } from './records.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const unsigned = (adoptedAt = '2026-11-22T02:00:00.000Z'): Omit<AdoptedRules, 'signature'> => ({
  ruleSet: ruleDraft(shippedRules, [], adoptedAt.slice(0, 10)),
  replaces: { id: shippedRules.id, version: shippedRules.version },
  adoptedBy: idOf(900),
  adoptedAt,
  because: '示例：按本地情况调整',
  moves: { up: 1, down: 2, other: 0, of: 26 },
})
const signed = (adoptedAt?: string): AdoptedRules => {
  const adoption = unsigned(adoptedAt)
  const signature = sign(null, Buffer.from(adoptionStatement(adoption)), privateKey).toString('base64')
  return { ...adoption, signature }
}
const holds = ({ signature, ...adoption }: AdoptedRules) =>
  verify(null, Buffer.from(adoptionStatement(adoption)), publicKey, Buffer.from(signature, 'base64'))

const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([name, one]) => [name, reversed(one)]),
        )
      : value

describe('what whoever adopts rules signs', () => {
  it('is a record that can be stored and read back, in whatever order its fields come', () => {
    const adopted = signed()
    expect(adoptedRulesSchema.parse(adopted)).toEqual(adopted)
    expect(holds(adoptedRulesSchema.parse(reversed(adopted)))).toBe(true)
    const withGap = { ...adopted, ruleSet: { ...adopted.ruleSet, note: undefined } }
    expect(holds(withGap)).toBe(true)
  })

  it.each<[string, Partial<AdoptedRules>]>([
    ['a rule', { ruleSet: { ...signed().ruleSet, rules: signed().ruleSet.rules.slice(1) } }],
    ['the order of rules', { ruleSet: { ...signed().ruleSet, rules: signed().ruleSet.rules.toReversed() } }],
    ['the version', { ruleSet: { ...signed().ruleSet, version: '2026-9' } }],
    ['who', { adoptedBy: idOf(901) }],
    ['when', { adoptedAt: '2026-11-23T02:00:00.000Z' }],
    ['why', { because: '示例：别的理由' }],
    ['what it does', { moves: { up: 0, down: 2, other: 0, of: 26 } }],
    ['what it replaces', { replaces: { id: 'room', version: '2026-1' } }],
  ])('is broken by a change of %s', (_, change) => {
    expect(holds(signed())).toBe(true)
    expect(holds({ ...signed(), ...change })).toBe(false)
  })
})

describe('the rules in force', () => {
  it('are those that came with the program until others are adopted, then the ones adopted last', () => {
    expect(rulesInForce([], shippedRules)).toBe(shippedRules)
    const [earlier, later] = [signed('2026-11-22T02:00:00.000Z'), signed('2027-01-05T02:00:00.000Z')]
    expect(rulesInForce([later, earlier], shippedRules)).toBe(later.ruleSet)
    expect(rulesInForce([earlier, later], shippedRules)).toBe(later.ruleSet)
  })
})
