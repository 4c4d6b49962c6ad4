import { expect, it } from 'vitest'
import { callFacts, callFollowUpFact } from '../../src/statistics/call-facts.ts'
import { factKind, factSchema } from '../../src/statistics/fact.ts'
import { atHour, lineOf } from '../casework/hotline-records.ts'
import { callOf } from '../casework/records.ts'

const facts = (...of: Parameters<typeof callFacts>) =>
  callFacts(...of).map(({ kind, category, detail }) => [kind, category, detail])

it('a call leaves its type and level, whether danger was asked, its length and its time', () => {
  const line = lineOf({ level: 'atOnce', isHighRisk: true, hour: 3, day: '2026-11-22', endedAt: atHour(3) })
  expect(facts(line, callOf({ callType: 'suicideRisk' }))).toEqual([
    ['call', 'suicideRisk', 'atOnce'],
    ['callDanger', 'asked', 'highRisk'],
    ['callLength', '60plus', null],
    ['callTime', 'night', 'weekend'],
  ])
  expect(facts(lineOf({ level: null, asked: 'no', hour: 12, day: '2026-11-23' }), callOf())).toEqual([
    ['call', 'general', null],
    ['callDanger', 'notAsked', null],
    ['callLength', '10to29', null],
    ['callTime', 'afternoon', 'workday'],
  ])
})

it('a follow-up leaves whether it was in time, in the month in which it was due', () => {
  const followUp = {
    due: '2026-10-31T15:00:00.000Z',
    onTimeUntil: '2026-10-31T16:00:00.000Z',
    doneAt: '2026-11-02T01:00:00.000Z',
  }
  expect(callFollowUpFact(followUp, atHour(0))).toMatchObject({
    kind: 'callFollowUp',
    month: '2026-10',
    category: 'late',
  })
  expect(callFollowUpFact({ ...followUp, doneAt: followUp.due }, atHour(0)).category).toBe('onTime')
})

it('says nothing of a person, and nothing finer than a month', () => {
  const call = callOf({ sex: 'female', ageBand: '60plus', alias: '示例小雨', concern: '示例：睡不好' })
  const left = [
    ...callFacts(lineOf({ alias: '示例小雨' }), call),
    callFollowUpFact({ due: atHour(0), onTimeUntil: atHour(0), doneAt: null }, atHour(1)),
  ]
  for (const fact of left) {
    expect(factSchema.parse(fact)).toEqual(fact)
    expect(fact.person).toBeNull()
    expect(JSON.stringify(fact)).not.toMatch(/示例|R2026|2026-11-22/)
    expect(factKind.indexes?.tierOf?.(fact)).toBeNull()
  }
  // Only the call itself, which is counted by sex and age, has them.
  expect(
    left.filter(({ sex, ageBand }) => sex !== 'unknown' || ageBand !== 'unknown').map(({ kind }) => kind),
  ).toEqual(['call'])
})
