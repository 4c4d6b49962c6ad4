import { describe, expect, it } from 'vitest'
import { type CallBlock, callBlocks, takeCallStep } from '../../../src/casework/hotline/call-blocks.ts'
import type { CallStep } from '../../../src/casework/hotline/call-step.ts'
import { type HotlineCall, hotlineCallSchema } from '../../../src/casework/hotline/hotline-call.ts'
import { given } from '../../support/outcome.ts'
import {
  alone,
  callRules,
  callStep,
  closing,
  colleague,
  counsellor,
  endOf,
  hour,
  lookedAfter,
  quietCallOf,
  riskCallOf,
  supervisor,
  takingOf,
  worker,
} from '../call-records.ts'
import { codesOf } from '../course-records.ts'
import { callOf } from '../records.ts'

/** The call after these steps, each of which must be open. */
const having = (call: HotlineCall, steps: readonly CallStep[]): HotlineCall =>
  steps.reduce((held, step) => given(takeCallStep(held, step, takingOf(step.by), callRules)), call)
const blocks = (call: HotlineCall, step: CallStep, taking = takingOf(step.by)) =>
  codesOf(callBlocks(call, step, taking, callRules))

const risk = riskCallOf()
const helped = lookedAfter(risk)
const helpedTill = (kind: CallStep['kind']) =>
  helped.slice(0, helped.findIndex((step) => step.kind === kind) + 1)
const ended = having(risk, helpedTill('ended'))

describe('a call with danger', () => {
  it('is closed when everything was done, and is a record that can be stored', () => {
    const closed = having(risk, [...helped, closing])
    expect(hotlineCallSchema.parse(closed)).toEqual(closed)
    expect(closed.endedAt).toBe(hour(0.5))
  })

  it.each<[string, (step: CallStep) => boolean, CallBlock[]]>([
    ['what was told outside in no record', ({ kind }) => kind !== 'disclosed', ['CALL_DISCLOSURE_MISSING']],
    ['a supervisor', ({ kind }) => kind !== 'consulted', ['CONSULT_NEEDED']],
    ['a hand-over', ({ kind }) => kind !== 'handedOver' && kind !== 'accepted', ['HAND_OVER_NEEDED']],
    [
      'the last follow-up',
      (step) => step.kind !== 'followedUp' || step.afterHours !== 2160,
      ['FOLLOW_UPS_LEFT'],
    ],
    ['verifying', (step) => step.kind !== 'acted' || step.state !== 'verified', ['ACTIONS_NOT_VERIFIED']],
  ])('is not closed without %s', (_, keep, codes) => {
    const call = having(risk, helped.filter(keep))
    expect(blocks(call, callStep('closed', 2162, { by: supervisor }))).toEqual(codes)
  })

  it('is closed early where a supervisor approves of it as it stands', () => {
    const close = callStep('closed', 2)
    expect(blocks(ended, close)).toEqual(['CONSULT_NEEDED', 'HAND_OVER_NEEDED', 'FOLLOW_UPS_LEFT'])
    const approved = having(ended, [callStep('approved', 1.5, { by: supervisor })])
    expect(blocks(approved, close)).toEqual([])
    const changed = having(approved, [callStep('levelSet', 1.6)])
    expect(blocks(changed, close)).toContain('FOLLOW_UPS_LEFT')
  })

  it('is not talked down: a lower level leaves what the answers call for', () => {
    const lower = riskCallOf({ responseLevel: 'planned', levelBecause: '示例：家人在旁' })
    const call = having(lower, [callStep('acted', 0.1), endOf(lower)])
    expect(blocks(call, callStep('closed', 1))).toEqual(
      expect.arrayContaining(['ACTIONS_NOT_VERIFIED', 'CONSULT_NEEDED', 'FOLLOW_UPS_LEFT']),
    )
  })

  it('is followed up anew when danger is told of again, and needs a level', () => {
    const first = helped.findIndex(({ kind }) => kind === 'followedUp')
    const told = having(risk, [
      ...helped.slice(0, first),
      callStep('followedUp', 25, { by: colleague, askedAgain: 'thoughts' }),
    ])
    expect(blocks(told, callStep('closed', 26, { by: colleague }))).toContain('LEVEL_MISSING')
    const set = having(told, [callStep('levelSet', 26, { by: colleague, level: 'today' })])
    expect(blocks(set, callStep('followedUp', 26.5, { by: colleague }))).toEqual(['FOLLOW_UP_TOO_EARLY'])
  })

  it('without a number to call back on has follow-ups planned, or a supervisor’s word', () => {
    const refused = riskCallOf({ answers: { ...risk.answers, callBack: { answer: 'refused', said: '' } } })
    const call = having(refused, [...helpedTill('disclosed'), endOf(refused)])
    expect(blocks(call, callStep('closed', 1))).toContain('FOLLOW_UPS_MISSING')
    const short = having(call, [callStep('planned', 1, { followUps: [{ from: 12, due: 24, missed: 36 }] })])
    expect(blocks(short, callStep('closed', 2))).toContain('FOLLOW_UPS_SHORTENED')
  })

  it('goes on in a file once whoever keeps it says so, and nobody else', () => {
    const moved = having(ended, [callStep('transferred', 1)])
    expect(blocks(moved, callStep('carriedOn', 2))).toEqual(['ROLE_NEEDED'])
    expect(blocks(ended, callStep('carriedOn', 2, { by: counsellor }))).toEqual(['TRANSFER_UNKNOWN'])
    const carried = having(moved, [callStep('carriedOn', 2, { by: counsellor })])
    expect(blocks(carried, callStep('closed', 3))).toEqual(['CONSULT_NEEDED', 'HAND_OVER_NEEDED'])
  })

  it('that was missed goes to a supervisor first', () => {
    const late = callStep('closed', 100)
    expect(blocks(ended, late)).toContain('ESCALATION_NEEDED')
    const escalated = having(ended, [callStep('escalated', 99)])
    expect(blocks(escalated, late)).toContain('ESCALATION_WAITING')
  })
})

describe('a step', () => {
  const handed = having(ended, [callStep('handedOver', 2)])
  const outward = (more = {}) => callStep('acted', 1, { action: 3, what: 'police110', ...more })
  it.each<[string, HotlineCall, CallStep, CallBlock[]]>([
    ['ending with all that is wanted', having(risk, [callStep('acted', 0.1)]), endOf(risk), []],
    ['ending before anything was done', risk, endOf(risk), ['CALL_INCOMPLETE']],
    ['closing what goes on', risk, callStep('closed', 1), ['STEP_NOT_OPEN']],
    ['closing a quiet call', having(quietCallOf(), [endOf(quietCallOf())]), callStep('closed', 1), []],
    ['taking on what was handed to one', handed, callStep('accepted', 3, { by: colleague }), []],
    ['taking on what one handed over', handed, callStep('accepted', 3), ['NOT_HANDED_TO']],
    ['closing while it is handed over', handed, callStep('closed', 3), ['STEP_NOT_OPEN']],
    ['handing over a colleague’s', ended, callStep('handedOver', 3, { by: colleague }), ['NOT_RESPONSIBLE']],
    ['handing over to oneself', ended, callStep('handedOver', 3, { to: worker }), ['HANDED_TO_SELF']],
    ['reaching somebody outside without saying whom', ended, outward(), ['LINKAGE_NEEDED']],
    ['meaning to reach somebody outside', ended, outward({ state: 'intended' }), []],
    [
      'verifying what was not done',
      ended,
      outward({ state: 'verified' }),
      ['VERIFIED_BEFORE_DONE', 'LINKAGE_NEEDED'],
    ],
    ['approving of one’s own', ended, callStep('approved', 2), ['SUPERVISOR_NEEDED', 'OWN_APPROVAL']],
    ['reviewing by half', ended, callStep('reviewed', 2, { by: supervisor, points: [] }), ['REVIEW_POINTS']],
    ['reviewing', ended, callStep('reviewed', 2, { by: supervisor }), []],
    ['reviewing one’s own', ended, callStep('reviewed', 2), ['SUPERVISOR_NEEDED', 'OWN_APPROVAL']],
    ['going back in time', ended, callStep('added', 0.1), ['STEP_BACK_IN_TIME']],
    ['following up too early', ended, callStep('followedUp', 2), ['FOLLOW_UP_TOO_EARLY']],
    [
      'following up what is not due',
      ended,
      callStep('followedUp', 30, { afterHours: 48 }),
      ['FOLLOW_UP_UNKNOWN'],
    ],
    ['on a call from before', callOf({ endedAt: hour(1) }), callStep('added', 2), ['CALL_FROM_BEFORE']],
  ])('%s', (_, call, step, codes) => expect(blocks(call, step)).toEqual(codes))

  it('of a supervisor outside is entered by name where none is here', () => {
    const whom = { kind: 'outside' as const, name: '示例督导', day: '2026-11-20' }
    expect(blocks(ended, callStep('approved', 1, { whom }), alone)).toEqual([])
    expect(blocks(ended, callStep('approved', 1, { whom }))).toEqual(['SUPERVISOR_HERE'])
  })

  it('plans other follow-ups, but keeps what was done', () => {
    const done = having(ended, [callStep('followedUp', 25)])
    const later = [{ from: 48, due: 96, missed: 120 }]
    expect(blocks(done, callStep('planned', 26, { followUps: later }))).toEqual(['FOLLOW_UP_KEPT'])
    expect(blocks(ended, callStep('planned', 26, { followUps: later }))).toEqual([])
  })

  it('is not for those who only count', () => {
    expect(blocks(ended, callStep('added', 1), { roles: ['administrator'], supervisors: [] })).toEqual([
      'HOTLINE_ROLE_NEEDED',
    ])
  })
})
