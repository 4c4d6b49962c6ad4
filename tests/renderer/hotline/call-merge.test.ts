import { describe, expect, test } from 'vitest'
import { mergedCall } from '../../../src/renderer/hotline/call-merge.ts'
import type { CallEntry } from '../../../src/room/contract/hotline.ts'

const base: CallEntry = {
  callerRole: 'unknown',
  alias: '',
  sex: null,
  ageBand: null,
  callType: 'general',
  specialKind: null,
  concern: '来电',
  danger: null,
  ideation: null,
  hopelessness: null,
  responseLevel: null,
  disposition: null,
  followUpDue: null,
  answers: { plan: { answer: 'no', said: '' } },
}

describe('two who write the same call', () => {
  test('both keep what they wrote', () => {
    const mine: CallEntry = {
      ...base,
      alias: '示例',
      answers: { ...base.answers, means: { answer: 'yes', said: '' } },
    }
    const theirs: CallEntry = {
      ...base,
      ideation: 70,
      answers: { ...base.answers, alone: { answer: 'yes', said: '' } },
    }
    expect(mergedCall(base, mine, theirs)).toEqual({
      entry: {
        ...base,
        alias: '示例',
        ideation: 70,
        answers: {
          plan: { answer: 'no', said: '' },
          means: { answer: 'yes', said: '' },
          alone: { answer: 'yes', said: '' },
        },
      },
      clashes: [],
    })
  })

  test('what both changed otherwise is a clash, and mine stands until somebody chose', () => {
    expect(mergedCall(base, { ...base, ideation: 20 }, { ...base, ideation: 70 })).toEqual({
      entry: { ...base, ideation: 20 },
      clashes: ['ideation'],
    })
    const answered = (answer: 'yes' | 'unknown'): CallEntry => ({
      ...base,
      answers: { plan: { answer, said: '' } },
    })
    expect(mergedCall(base, answered('yes'), answered('unknown')).clashes).toEqual(['answers'])
  })

  test('the same change on both sides is none', () => {
    expect(mergedCall(base, { ...base, ideation: 20 }, { ...base, ideation: 20 }).clashes).toEqual([])
  })

  test('what one took back stays taken back', () => {
    expect(mergedCall(base, { ...base, answers: {} }, { ...base, alias: '示例' }).entry).toEqual({
      ...base,
      alias: '示例',
      answers: {},
    })
  })

  test.each([
    ['来电，哭', '来电，背景有车声', '来电，背景有车声\n，哭', []],
    ['来电，哭了', '来电，哭', '来电，哭了', []],
    ['来电', '来电，哭', '来电，哭', []],
    ['改写', '来电，哭', '改写', ['concern']],
  ])('notes of both stand one after the other: %s + %s', (mine, theirs, concern, clashes) => {
    expect(mergedCall(base, { ...base, concern: mine }, { ...base, concern: theirs })).toEqual({
      entry: { ...base, concern },
      clashes,
    })
  })
})
