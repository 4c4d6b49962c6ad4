import { expect, test } from 'vitest'
import { passphraseStrength } from '../../src/vault/passphrase-strength.ts'

test.each([
  ['', 'TOO_SHORT'],
  ['anxin', 'TOO_SHORT'],
  ['安心', 'TOO_SHORT'],
  ['111111111111', 'REPETITION'],
  ['abcabcabcabcabc', 'REPETITION'],
  ['12345678', 'SEQUENCE'],
  ['123456789012', 'SEQUENCE'],
  ['1985-04-12', 'DATE'],
  ['zw2026', 'DATE'],
])('%j is too weak: %s', (passphrase, hint) => {
  expect(passphraseStrength(passphrase)).toMatchObject({ acceptable: false, hint })
})

test.each(['correct horse battery', '清晨的山路上有三只白鹭飞过', 'Kuai9Le-Xiao'])(
  '%j will do',
  (passphrase) => {
    const strength = passphraseStrength(passphrase)
    expect(strength).toMatchObject({ acceptable: true, hint: null })
    expect(strength.score).toBeGreaterThanOrEqual(3)
  },
)

test('blanks around it add nothing', () => {
  expect(passphraseStrength('   12345   ').acceptable).toBe(false)
})
