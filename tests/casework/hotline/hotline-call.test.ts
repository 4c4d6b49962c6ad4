import { describe, expect, it } from 'vitest'
import { callActions } from '../../../src/casework/hotline/call-actions.ts'
import { callLineOf } from '../../../src/casework/hotline/call-line.ts'
import { callState } from '../../../src/casework/hotline/call-state.ts'
import { callWaits } from '../../../src/casework/hotline/call-waits.ts'
import { hotlineCallKind, hotlineCallSchema } from '../../../src/casework/hotline/hotline-call.ts'
import { checkChange } from '../../../src/casework/records/check-change.ts'
import { callStep, endOf, hour, quietCallOf, riskCallOf, worker } from '../call-records.ts'
import { intervals } from '../course-records.ts'
import { callOf, stored } from '../records.ts'

const ended = { endedAt: hour(1) }
const followUpDue = hour(24)
const followUp = { doneBy: worker, doneAt: hour(25), entry: '示例：已回访' }
const did = { kind: 'familyInformed', state: 'done', at: hour(0.5), note: '示例' } as const

describe('a call from before there were steps', () => {
  it('opens as it is', () => {
    const before = callOf({ ...ended, actions: [did], followUpDue, followUp })
    expect(hotlineCallSchema.parse(before)).toEqual(before)
    expect(callActions(before)).toEqual([
      { action: 1, what: 'familyInformed', state: 'done', at: did.at, note: '示例', by: worker },
    ])
  })

  it('is over when nobody has to call back', () => {
    expect(callState(callOf())).toBe('running')
    expect(callState(callOf(ended))).toBe('closed')
    expect(callState(callOf({ ...ended, followUpDue }))).toBe('after')
    expect(callState(callOf({ ...ended, followUpDue, followUp }))).toBe('closed')
  })

  it('goes on with steps while it is running', () => {
    const before = callOf({ actions: [did] })
    const after = {
      ...before,
      steps: [callStep('acted', 1, { action: 1, what: 'familyInformed', state: 'verified' })],
    }
    expect(checkChange(hotlineCallKind, before, after).ok).toBe(true)
    expect(callActions(after).map(({ state }) => state)).toEqual(['verified'])
    expect(checkChange(hotlineCallKind, after, { ...after, actions: [] }).ok).toBe(false)
  })
})

describe('what is entered', () => {
  const call = riskCallOf({ steps: [callStep('acted')] })
  it('in a running call can be corrected, what was done cannot', () => {
    expect(checkChange(hotlineCallKind, call, { ...call, distress: 40, area: '示例镇' }).ok).toBe(true)
    expect(checkChange(hotlineCallKind, call, { ...call, steps: [] }).ok).toBe(false)
    expect(checkChange(hotlineCallKind, call, { ...call, steps: [callStep('acted', 1)] }).ok).toBe(false)
    const { steps: _, ...without } = call
    expect(checkChange(hotlineCallKind, call, without).ok).toBe(false)
  })
  it('stays once the call has ended', () => {
    const over = { ...call, ...ended, steps: [...(call.steps ?? []), endOf(call, 1)] }
    expect(checkChange(hotlineCallKind, call, over).ok).toBe(true)
    expect(checkChange(hotlineCallKind, over, { ...over, distress: 10 }).ok).toBe(false)
    expect(
      checkChange(hotlineCallKind, over, { ...over, steps: [...over.steps, callStep('added', 2)] }).ok,
    ).toBe(true)
  })
})

describe('what waits of a call', () => {
  const kinds = (call: ReturnType<typeof callOf>) =>
    callWaits(call, intervals.board).map(({ kind, from }) => [kind, Object.keys(from)])
  const over = { ...riskCallOf(ended), steps: [callStep('acted'), endOf(riskCallOf(), 1)] }
  it('is itself at once while help is not verified, and each of its follow-ups', () => {
    expect(kinds(over)).toEqual([
      ['openCall', ['now']],
      ...Array.from({ length: 5 }, () => ['callFollowUp', ['week', 'today', 'now']]),
    ])
    expect(callLineOf(stored(1, over))).toMatchObject({ isHighRisk: true, isUnsettled: true })
    expect(callLineOf(stored(1, over)).followUps).toHaveLength(5)
  })
  it('is a follow-up less for each that was done', () => {
    const once = { ...over, steps: [...over.steps, callStep('followedUp', 25)] }
    expect(kinds(once)).toHaveLength(5)
    expect(callLineOf(stored(1, once)).followUps[0]?.doneAt).toBe(hour(25))
  })
  it('is nothing once it is closed', () => {
    const quiet = quietCallOf(ended)
    const steps = [endOf(quietCallOf(), 1)]
    expect(kinds({ ...quiet, steps })).toEqual([['openCall', ['now', 'today']]])
    expect(kinds({ ...quiet, steps: [...steps, callStep('closed', 2)] })).toEqual([])
  })
})
