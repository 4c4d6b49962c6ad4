import { describe, expect, it } from 'vitest'
import { chainSchema } from '../../../src/casework/follow-ups/follow-up-intervals.ts'
import { callBlocks, callEnd, takeCallStep, workersOf } from '../../../src/casework/hotline/call-blocks.ts'
import { callCourse } from '../../../src/casework/hotline/call-course.ts'
import { callFollowUps } from '../../../src/casework/hotline/call-follow-ups.ts'
import { callApprovalWay, callOpenSteps } from '../../../src/casework/hotline/call-open-steps.ts'
import { callStanding } from '../../../src/casework/hotline/call-standing.ts'
import type { CallStep } from '../../../src/casework/hotline/call-step.ts'
import type { HotlineCall } from '../../../src/casework/hotline/hotline-call.ts'
import type { Taking } from '../../../src/casework/records/approval-blocks.ts'
import { openSteps } from '../../../src/casework/records/course.ts'
import { given } from '../../support/outcome.ts'
import {
  alone,
  callRules,
  callStep,
  colleague,
  counsellor,
  hour,
  lookedAfter,
  quietCallOf,
  riskCallOf,
  supervisor,
  takingOf,
  worker,
} from '../call-records.ts'

const having = (call: HotlineCall, steps: readonly CallStep[]): HotlineCall =>
  steps.reduce((held, step) => given(takeCallStep(held, step, takingOf(step.by), callRules)), call)

const risk = riskCallOf()
const steps = lookedAfter(risk)
const till = (kind: CallStep['kind']) => steps.slice(0, steps.findIndex((step) => step.kind === kind) + 1)
const ended = having(risk, till('ended'))
const handing = having(risk, till('handedOver'))
const open = (call: HotlineCall, by: string, taking: Taking = takingOf(by)) =>
  callOpenSteps(by, call, callStanding(call, callRules), taking)

/** Steps of the course that are refused to this person for who they are, and for nothing else. */
const forbidden = [
  'HOTLINE_ROLE_NEEDED',
  'NOT_RESPONSIBLE',
  'NOT_HANDED_TO',
  'IN_CALL_ALREADY',
  'SUPERVISOR_NEEDED',
  'OWN_APPROVAL',
  'SUPERVISOR_HERE',
  'ROLE_NEEDED',
]

describe('the steps that are open to somebody', () => {
  it.each([
    ['who took the call', worker],
    ['a colleague', colleague],
    ['a supervisor', supervisor],
    ['who keeps files', counsellor],
  ])('are, for %s, those of the course that are not refused to them', (_, by) => {
    for (const call of [risk, ended, handing]) {
      const taking = takingOf(by)
      const { state } = callStanding(call, callRules)
      const theirs = openSteps(callCourse, state).filter((kind) => {
        // Only a supervisor reviews; anybody outside may be asked, so `consulted` is open to all.
        if (kind === 'consulted') return true
        const told = kind === 'carriedOn' ? { transfer: '1'.repeat(32) } : {}
        const blocks = callBlocks(call, callStep(kind, 3000, { by, ...told }), taking, callRules)
        return !blocks.some(({ code }) => forbidden.includes(code))
      })
      expect(open(call, by)).toEqual(theirs)
    }
  })

  it('are none to who cannot sit at the hotline, nor in calls from before there were steps', () => {
    expect(open(ended, worker, { roles: ['administrator'], supervisors: [] })).toEqual([])
    const { steps: _, ...before } = riskCallOf({ endedAt: hour(0.5) })
    expect(open(before, worker)).toEqual([])
  })

  it('are those of the one it is handed to, and of nobody else', () => {
    const to = callStanding(handing, callRules).handedTo ?? ''
    expect(open(handing, to)).toContain('accepted')
    expect(open(handing, worker)).not.toContain('accepted')
  })
})

it('is approved of by a supervisor of another’s, or by one outside where there is none here', () => {
  const standing = callStanding(ended, callRules)
  expect(callApprovalWay(supervisor, ended, standing, takingOf(supervisor))).toBe('here')
  expect(callApprovalWay(worker, ended, standing, takingOf(worker))).toBeNull()
  expect(callApprovalWay(worker, ended, standing, alone)).toBe('outside')
  const own = { ...ended, worker: supervisor }
  expect(callApprovalWay(supervisor, own, standing, takingOf(supervisor))).toBe('outside')
})

describe('somebody who joins', () => {
  it('is in the call from then on, once', () => {
    const joined = having(risk, [callStep('joined', 0.1, { by: colleague })])
    expect(workersOf(joined)).toEqual([worker, colleague])
    const again = callStep('joined', 0.2, { by: colleague })
    expect(callBlocks(joined, again, takingOf(colleague), callRules)).toEqual([{ code: 'IN_CALL_ALREADY' }])
    expect(workersOf(risk)).toEqual([worker])
  })
})

describe('the follow-ups a call ends with', () => {
  const end = (call: HotlineCall) => callEnd(call, { by: worker, at: hour(0.5) }, callRules).followUps

  it('are those of a crisis where there is danger and calling back was agreed to', () =>
    expect(end(risk)).toEqual(callRules.crisis.followUps))

  it('are none where nothing was agreed', () => expect(end(quietCallOf())).toEqual([]))

  it.each([
    [1, 1],
    [24.6, 25],
    [0.2, 1],
    [-5, 1],
    [20_000, 8760],
  ])('are the one that was agreed for %d hours later', (hours, due) => {
    const call = quietCallOf({ followUpDue: hour(0.5 + hours) })
    expect(end(call)).toEqual([{ from: 1, due, missed: due + 24 }])
    expect(chainSchema.safeParse(end(call)).success).toBe(true)
  })

  it('are due no earlier than was agreed', () => {
    const followUpDue = hour(30)
    const call = having(quietCallOf({ followUpDue }), [
      { kind: 'ended', by: worker, at: hour(0.5), followUps: end(quietCallOf({ followUpDue })) },
    ])
    const [followUp] = callFollowUps(call)
    expect(Date.parse(followUp?.due ?? '')).toBeGreaterThanOrEqual(Date.parse(followUpDue))
  })
})
