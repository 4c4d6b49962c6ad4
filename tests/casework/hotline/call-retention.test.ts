import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { callKeptUntil, lastWrittenAt, mayEraseCall } from '../../../src/casework/hotline/call-retention.ts'
import type { HotlineCall } from '../../../src/casework/hotline/hotline-call.ts'
import { type PrivacyRules, readPrivacyRules } from '../../../src/casework/privacy/privacy-rules.ts'
import { callOf, idOf } from '../records.ts'

const shipped = readPrivacyRules(
  JSON.parse(readFileSync(new URL('../../../resources/privacy-rules.json', import.meta.url), 'utf8')),
)
if (!shipped.ok) throw new Error('no rules')
const rules = shipped.value
const without: Pick<PrivacyRules, 'keep'> = {
  keep: rules.keep.filter(({ records }) => records !== 'hotlineCalls'),
}
const of = (years: number): Pick<PrivacyRules, 'keep'> => ({
  keep: rules.keep.map((rule) =>
    rule.records === 'hotlineCalls' ? { ...rule, years, blocksErasing: false } : rule,
  ),
})
const call = callOf({ startedAt: '2024-02-29T10:00:00.000Z', endedAt: '2024-02-29T10:20:00.000Z' })

it.each<[string, Pick<PrivacyRules, 'keep'>, string]>([
  ['as the rules that come with the program say', rules, '2027-02-28'],
  ['three years also by rules from before calls stood in them', without, '2027-02-28'],
  ['three years also where the room wrote one', of(1), '2027-02-28'],
  ['longer where the room wants it', of(10), '2034-02-28'],
])('is kept %s', (_, keep, until) => {
  expect(callKeptUntil(call, keep)).toBe(until)
})

it.each<[string, Pick<PrivacyRules, 'keep'>]>([
  ['the rules of the program', rules],
  ['rules without calls', without],
  ['rules that would let it go', of(1)],
])('is not erased before by %s', (_, keep) => {
  expect(mayEraseCall(call, keep, '2027-02-28')).toEqual({
    ok: false,
    refusal: { code: 'RETENTION_NOT_OVER', detail: { until: '2027-02-28' } },
  })
  expect(mayEraseCall(call, keep, '2027-03-01')).toMatchObject({ ok: true })
})

it('counts from the last thing written to it', () => {
  const followed: Partial<HotlineCall> = {
    followUp: { doneBy: idOf(900), doneAt: '2024-05-01T01:00:00.000Z', entry: '示例：已回访' },
  }
  expect(lastWrittenAt(callOf({ ...call, ...followed }))).toBe('2024-05-01T01:00:00.000Z')
  expect(callKeptUntil(callOf({ ...call, ...followed }), rules)).toBe('2027-05-01')
  expect(lastWrittenAt(callOf({ startedAt: call.startedAt }))).toBe(call.startedAt)
})
