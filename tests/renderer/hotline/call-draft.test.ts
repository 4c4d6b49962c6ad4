import { describe, expect, test } from 'vitest'
import { type HotlineCall, hotlineCallSchema } from '../../../src/casework/hotline/hotline-call.ts'
import {
  type ActingDraft,
  type CallDraft,
  draftOf,
  entryOf,
  unfinishedOf,
} from '../../../src/renderer/hotline/call-draft.ts'

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
  distress: 40,
  responseLevel: 'planned',
  actions: [],
  disposition: 'calmerEndedTogether',
  followUpDue: null,
  followUp: null,
  answers: { place: { answer: 'partly', said: '示例路' } },
  leftOut: { topics: '来不及问' },
  number: 'R2026-00001',
  seat: 1,
  steps: [],
}

const acting: ActingDraft = {
  action: 1,
  what: 'familyInformed',
  state: 'done',
  note: '',
  person: '示例家属',
  result: '',
  ground: 'callerAgreed',
}

const kept = (patch: Partial<CallDraft>) => entryOf({ ...draftOf(call), ...patch })

describe('a call in the form', () => {
  test('comes back as it was', () => {
    const { startedAt, endedAt, worker, followUp, steps, actions, number, seat, ...entry } = call
    expect(entryOf(draftOf(call))).toEqual(entry)
  })

  test.each([
    { asked: 'yes', answer: null },
    { asked: 'no', why: '' },
    { asked: 'no', why: ' 忙 ' },
    null,
  ] as const)('keeps no half-filled danger enquiry in the record: %j', (danger) => {
    expect(kept({ danger }).danger).toBeNull()
  })

  test('keeps every enquiry that a record may hold', () => {
    for (const danger of [
      { asked: 'yes', answer: 'plan' },
      { asked: 'no', why: '对方挂断' },
    ] as const) {
      expect(kept({ danger }).danger).toEqual(danger)
      expect(hotlineCallSchema.safeParse({ ...call, danger }).success).toBe(true)
    }
  })

  test('keeps an answer once one is chosen', () => {
    const answers = { means: { answer: null, said: '示例' }, plan: { answer: 'yes', said: '' } }
    expect(kept({ answers }).answers).toEqual({ plan: { answer: 'yes', said: '' } })
  })

  test('lets go of a reason for leaving out what was answered after all', () => {
    expect(kept({ topics: ['family'] }).leftOut).toEqual({})
    expect(kept({ leftOut: { topics: '  ', concern: '已写' } }).leftOut).toEqual({})
  })

  test('what no record can hold is kept beside it, and is there again', () => {
    const written: CallDraft = {
      ...draftOf(call),
      danger: { asked: 'no', why: '忙' },
      answers: { ...draftOf(call).answers, means: { answer: null, said: '在抽屉里' } },
      acting,
    }
    const half = unfinishedOf(written)
    expect(half).toEqual({
      danger: { asked: 'no', why: '忙' },
      answers: { means: { answer: null, said: '在抽屉里' } },
      acting,
    })
    expect(draftOf({ ...call, ...entryOf(written) }, half ?? {})).toEqual(written)
    expect(unfinishedOf(draftOf(call))).toBeNull()
  })
})
