import { expect, it } from 'vitest'
import { type CallStepKind, callCourse, callStates } from '../../../src/casework/hotline/call-course.ts'
import { hotlineCallSchema } from '../../../src/casework/hotline/hotline-call.ts'
import { afterStep, openSteps, stateAfter } from '../../../src/casework/records/course.ts'
import { callStep, hour, riskCallOf } from '../call-records.ts'

/** Where each step leads to, in the order of the states; null where it cannot be taken. */
const table: Record<CallStepKind, readonly (string | null)[]> = {
  //           running    after          handingOver    closed
  joined: ['running', null, null, null],
  ended: ['after', null, null, null],
  acted: ['running', 'after', 'handingOver', null],
  levelSet: [null, 'after', 'handingOver', null],
  consulted: ['running', 'after', 'handingOver', null],
  disclosed: ['running', 'after', 'handingOver', 'closed'],
  planned: [null, 'after', 'handingOver', null],
  followedUp: [null, 'after', 'handingOver', null],
  handedOver: [null, 'handingOver', 'handingOver', null],
  accepted: [null, null, 'after', null],
  declined: [null, null, 'after', null],
  escalated: ['running', 'after', 'handingOver', null],
  approved: [null, 'after', null, null],
  added: [null, 'after', 'handingOver', 'closed'],
  transferred: [null, 'after', 'handingOver', 'closed'],
  carriedOn: [null, 'after', 'handingOver', null],
  reviewed: [null, 'after', 'handingOver', 'closed'],
  closed: [null, 'closed', null, null],
  reopened: [null, null, null, 'after'],
}
const way: Record<string, CallStepKind[]> = {
  running: [],
  after: ['ended'],
  handingOver: ['ended', 'handedOver'],
  closed: ['ended', 'closed'],
}
const asSteps = (kinds: readonly CallStepKind[]) => kinds.map((kind) => ({ kind }))

it('has no step that the table leaves out', () =>
  expect(Object.keys(callCourse.steps)).toEqual(Object.keys(table)))

for (const step of Object.keys(callCourse.steps) as CallStepKind[])
  callStates.forEach((state, place) => {
    const to = table[step][place] ?? null
    it(`${state}: ${step} leads to ${to ?? 'nowhere'}`, () => {
      expect(afterStep(callCourse, state, step)).toBe(to)
      expect(openSteps(callCourse, state).includes(step)).toBe(to !== null)
      const before = way[state] ?? []
      expect(stateAfter(callCourse, asSteps(before))).toBe(state)
      const kinds = [...before, step]
      const call = riskCallOf({
        endedAt: kinds.includes('ended') ? hour(0.5) : null,
        steps: kinds.map((kind) => callStep(kind, 1)),
      })
      expect(hotlineCallSchema.safeParse(call).success).toBe(to !== null)
    })
  })

it('has ended when it says when, and only then', () => {
  const steps = [callStep('ended', 0.5)]
  expect(hotlineCallSchema.safeParse(riskCallOf({ steps })).success).toBe(false)
  expect(hotlineCallSchema.safeParse(riskCallOf({ steps: [], endedAt: hour(1) })).success).toBe(false)
})
