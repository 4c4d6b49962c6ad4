import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingFromCall } from '../../src/casework/call-requirements.ts'
import type { HotlineCall } from '../../src/casework/hotline-call.ts'
import { responseLevelSchema } from '../../src/casework/response-level.ts'
import { callOf } from './records.ts'

const answered = (answer: 'none' | 'thoughts' | 'plan' | 'acting') => ({ asked: 'yes', answer }) as const
const did = (state: 'intended' | 'done' | 'verified') => ({
  kind: 'stayedOnLine' as const,
  state,
  at: '2026-11-20T12:10:00.000Z',
  note: '',
})
const due = '2026-11-23T02:00:00.000Z'

describe('a call can be ended', () => {
  it.each<[string, Partial<HotlineCall>]>([
    ['with nothing dangerous', {}],
    ['when danger could not be asked about and it says why', { danger: { asked: 'no', why: '一直沉默' } }],
    [
      'when a caller with thoughts will be called back',
      { danger: answered('thoughts'), responseLevel: 'today', followUpDue: due },
    ],
    [
      'when something was done at once about a plan',
      { danger: answered('plan'), responseLevel: 'atOnce', actions: [did('done')], followUpDue: due },
    ],
    [
      'when what was done is verified',
      {
        danger: answered('acting'),
        responseLevel: 'atOnce',
        actions: [did('intended'), did('verified')],
        followUpDue: due,
      },
    ],
    ['when it is special and says how', { callType: 'special', specialKind: 'silent' }],
  ])('%s', (_, call) => {
    expect(missingFromCall(callOf(call))).toEqual([])
  })
})

describe('a call cannot be ended', () => {
  it.each<[string, Partial<HotlineCall>, string[]]>([
    [
      'before anything is entered',
      { danger: null, responseLevel: null, disposition: null },
      ['danger', 'responseLevel', 'disposition'],
    ],
    ['when it is special and nothing says how', { callType: 'special' }, ['specialKind']],
    [
      'without a follow-up of thoughts',
      { danger: answered('thoughts'), responseLevel: 'today' },
      ['followUpDue'],
    ],
    ['without a follow-up when only the strength tells of thoughts', { ideation: 5 }, ['followUpDue']],
    [
      'when a plan is met by good intentions, today',
      { danger: answered('plan'), responseLevel: 'today', actions: [did('intended')] },
      ['responseLevel', 'actions', 'followUpDue'],
    ],
    [
      'when nothing was done about an attempt',
      { danger: answered('acting'), responseLevel: 'atOnce', followUpDue: due },
      ['actions'],
    ],
  ])('%s', (_, call, missing) => {
    expect(missingFromCall(callOf(call))).toEqual(missing)
  })

  it('with less the more danger there is', () => {
    const call = fc.record({
      responseLevel: fc.constantFrom(null, ...responseLevelSchema.options),
      actions: fc.constantFrom('intended' as const, 'done' as const).map((state) => [did(state)]),
      followUpDue: fc.constantFrom(null, due),
      ideation: fc.constantFrom(null, 0, 40),
    })
    fc.assert(
      fc.property(call, (entered) => {
        const lacking = (['none', 'thoughts', 'plan', 'acting'] as const).map((answer) =>
          missingFromCall(callOf({ ...entered, danger: answered(answer) })),
        )
        lacking.reduce((milder, graver) => {
          expect(graver).toEqual(expect.arrayContaining(milder))
          return graver
        })
      }),
    )
  })
})
