import { describe, expect, test } from 'vitest'
import { type HotlineCall, hotlineCallSchema } from '../../../src/casework/hotline-call.ts'
import { type CallDraft, draftOf, entryOf } from '../../../src/renderer/hotline/call-draft.ts'

const call: HotlineCall = {
  startedAt: '2026-11-02T06:00:00.000Z',
  endedAt: null,
  worker: '0'.repeat(32),
  callerRole: 'self',
  alias: '示例',
  sex: null,
  ageBand: '18to39',
  callType: 'general',
  specialKind: null,
  concern: '示例主诉',
  danger: { asked: 'yes', answer: 'none' },
  ideation: null,
  hopelessness: 20,
  responseLevel: 'planned',
  actions: [],
  disposition: 'calmerEndedTogether',
  followUpDue: null,
  followUp: null,
}

const dangerKept = (danger: CallDraft['danger']) => entryOf({ ...draftOf(call), danger }).danger

describe('a call in the form', () => {
  test('comes back as it was', () => {
    const { startedAt, endedAt, worker, followUp, ...entry } = call
    expect(entryOf(draftOf(call))).toEqual(entry)
  })

  test.each([
    { asked: 'yes', answer: null },
    { asked: 'no', why: '' },
    { asked: 'no', why: ' 忙 ' },
    null,
  ] as const)('keeps no half-filled danger enquiry: %j', (danger) => {
    expect(dangerKept(danger)).toBeNull()
  })

  test('keeps every enquiry that a record may hold', () => {
    for (const danger of [
      { asked: 'yes', answer: 'plan' },
      { asked: 'no', why: '对方挂断' },
    ] as const) {
      expect(dangerKept(danger)).toEqual(danger)
      expect(hotlineCallSchema.safeParse({ ...call, danger }).success).toBe(true)
    }
  })
})
