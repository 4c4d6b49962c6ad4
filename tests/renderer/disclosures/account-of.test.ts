import { expect, test } from 'vitest'
import { type AccountForm, accountOf } from '../../../src/renderer/disclosures/account-of.ts'

const form: AccountForm = {
  basis: 'savingLife',
  recipient: '示例急救中心',
  purpose: '示例：请派车',
  leave: 'self',
  telling: 'told',
}

test('what was left out is nothing, not missing', () => {
  expect(accountOf(form)).toEqual({
    basis: 'savingLife',
    recipient: '示例急救中心',
    purpose: '示例：请派车',
    moreBecause: '',
    authorised: { kind: 'self' },
    telling: { state: 'told', note: '' },
  })
})

test.each([
  [
    { leave: 'here', supervisor: 'b'.repeat(32) },
    { kind: 'here', staffId: 'b'.repeat(32) },
  ],
  [
    { leave: 'outside', outsideName: '示例主任', outsideDay: '2026-11-20' },
    { kind: 'outside', name: '示例主任', day: '2026-11-20' },
  ],
] as const)('by whose leave: %o', (leave, authorised) => {
  expect(accountOf({ ...form, ...leave }).authorised).toEqual(authorised)
})
