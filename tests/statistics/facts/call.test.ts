import { describe, expect, it } from 'vitest'
import { callFollowUps } from '../../../src/casework/hotline/call-follow-ups.ts'
import { countedCalls } from '../../../src/statistics/facts/call.ts'
import { callStep, endOf, lookedAfter, quietCallOf, riskCallOf } from '../../casework/call-records.ts'
import { callOf } from '../../casework/records.ts'
import { leftBehind, nobody, saying } from './left-behind.ts'

const left = (call: ReturnType<typeof callOf>) => leftBehind(countedCalls, [call], nobody)
const ended = (call: ReturnType<typeof callOf>, ...more: ReturnType<typeof callStep>[]) => {
  const end = endOf(call)
  return { ...call, endedAt: end.at, steps: [...(call.steps ?? []), end, ...more] }
}

describe('a call', () => {
  it('leaves nothing behind while it goes on', () => {
    expect(left(riskCallOf())).toEqual([])
  })

  it('leaves its type and level, whether danger was asked about, its length and its time', () => {
    const call = callOf({
      startedAt: '2026-11-21T19:00:00.000Z',
      endedAt: '2026-11-21T20:30:00.000Z',
      callType: 'suicideRisk',
      responseLevel: 'atOnce',
      danger: { asked: 'yes', answer: 'plan' },
      sex: 'female',
      ageBand: '60plus',
      followUpDue: null,
    })
    expect(saying(left(call))).toEqual([
      ['call', '2026-11', 'suicideRisk', 'atOnce', 90],
      ['callDanger', '2026-11', 'asked', 'highRisk', 1],
      ['callLength', '2026-11', '60plus', null, 1],
      ['callTime', '2026-11', 'night', 'weekend', 1],
    ])
    expect(left(call).map(({ sex, ageBand }) => `${sex} ${ageBand}`)).toEqual([
      'female 60plus',
      ...Array.from({ length: 3 }, () => 'unknown unknown'),
    ])
  })

  it('counts nobody as a person', () => {
    for (const fact of left(ended(riskCallOf()))) expect(fact).toMatchObject({ person: null, place: null })
  })

  it('leaves each follow-up in the month in which it is due, open until somebody looked after it', () => {
    const call = ended(riskCallOf())
    const due = callFollowUps(call).map((followUp) => followUp.due.slice(0, 7))
    const followUpsOf = (facts: ReturnType<typeof left>) =>
      facts.filter(({ kind }) => kind === 'callFollowUp').map(({ month, category }) => `${month} ${category}`)
    expect(due.length).toBeGreaterThan(1)
    expect(followUpsOf(left(call))).toEqual(due.map((month) => `${month} open`))
    const done = followUpsOf(left({ ...call, steps: lookedAfter(riskCallOf()) }))
    expect(done).toHaveLength(due.length)
    for (const one of done) expect(one).toMatch(/ (onTime|late)$/)
    expect(followUpsOf(left(ended(quietCallOf())))).toEqual([])
  })

  it('leaves what was told about the caller to somebody outside, by its ground', () => {
    const facts = left(ended(riskCallOf(), callStep('disclosed', 1)))
    expect(facts.filter(({ kind }) => kind === 'disclosure').map(({ category }) => category)).toEqual([
      'savingLife',
    ])
  })
})
