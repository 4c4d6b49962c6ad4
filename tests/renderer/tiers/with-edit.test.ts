import { expect, test } from 'vitest'
import { withEdit, withoutRule } from '../../../src/renderer/tiers/with-edit.ts'
import type { RuleEdit } from '../../../src/tiering/edit-rules.ts'

const limit = (rule: string, value: number): RuleEdit => ({ kind: 'limit', rule, limit: 'min', value })
const days: RuleEdit = { kind: 'lifetime', rule: 'a', days: 14 }
const review: RuleEdit = { kind: 'review', tier: 'watch', days: [14] }

test('of two edits about the same the later counts, in the place of the earlier', () => {
  const edits = [limit('a', 5), days, limit('b', 5), review].reduce<RuleEdit[]>(withEdit, [])
  expect(edits).toHaveLength(4)
  expect(withEdit(edits, limit('a', 7))).toEqual([limit('a', 7), days, limit('b', 5), review])
  expect(withEdit(edits, { kind: 'review', tier: 'watch', days: [7] })).toHaveLength(4)
  expect(withEdit(edits, { kind: 'review', tier: 'general', days: [7] })).toHaveLength(5)
})

test('undoing a rule takes all its edits away, and no others', () => {
  expect(withoutRule([limit('a', 5), days, limit('b', 5), review], 'a')).toEqual([limit('b', 5), review])
})
