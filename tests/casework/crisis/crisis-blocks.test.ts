import { describe, expect, it } from 'vitest'
import { type CrisisBlock, crisisBlocks, takeCrisisStep } from '../../../src/casework/crisis/crisis-blocks.ts'
import type { CrisisStep } from '../../../src/casework/crisis/crisis-episode.ts'
import {
  alone,
  codesOf,
  colleague,
  counsellor,
  crisisStep,
  deputy,
  doneOf,
  episodeOf,
  intervals,
  lookedAfter,
  responding,
  supervisor,
  takingOf,
} from '../course-records.ts'

const { crisis } = intervals
const blocks = (steps: CrisisStep[], step: CrisisStep, taking = takingOf(step.by)) =>
  codesOf(crisisBlocks(episodeOf(steps), step, taking, crisis))

describe('a step', () => {
  const handingOver = [crisisStep('interviewed', 1), crisisStep('handedOver', 2)]
  const outside = (day: string) => ({ kind: 'outside' as const, name: '示例督导', day })
  it.each<[string, CrisisStep[], CrisisStep, CrisisBlock[]]>([
    ['closing what is looked after', lookedAfter, crisisStep('closed', 2162), []],
    [
      'closing a colleague’s',
      lookedAfter,
      crisisStep('closed', 2162, { by: colleague }),
      ['NOT_RESPONSIBLE'],
    ],
    ['a supervisor closing', lookedAfter, crisisStep('closed', 2162, { by: supervisor }), []],
    ['closing too early', responding, crisisStep('closed', 1), ['FOLLOW_UPS_LEFT']],
    ['closing before anybody asked', [], crisisStep('closed', 1), ['STEP_NOT_OPEN']],
    ['asking, by whoever is there', [], crisisStep('interviewed', 1, { by: colleague }), []],
    ['acting before anybody asked', [], crisisStep('acted', 0.1, { by: colleague }), []],
    ['handing over to oneself', [], crisisStep('handedOver', 1, { to: counsellor }), ['HANDED_TO_SELF']],
    [
      'handing over a colleague’s',
      [],
      crisisStep('handedOver', 1, { by: colleague, to: supervisor }),
      ['NOT_RESPONSIBLE'],
    ],
    ['handing over to somebody else after all', handingOver, crisisStep('handedOver', 3, { to: deputy }), []],
    ['taking on what was handed to one', handingOver, crisisStep('accepted', 3, { by: colleague }), []],
    [
      'taking on what was handed to another',
      handingOver,
      crisisStep('accepted', 3, { by: supervisor }),
      ['NOT_HANDED_TO'],
    ],
    ['taking on what one handed over', handingOver, crisisStep('accepted', 3), ['NOT_HANDED_TO']],
    ['declining', handingOver, crisisStep('declined', 3, { by: colleague }), []],
    ['taking back', handingOver, crisisStep('declined', 3), []],
    ['a supervisor giving it back', handingOver, crisisStep('declined', 3, { by: supervisor }), []],
    ['closing while it is handed over', handingOver, crisisStep('closed', 3), ['STEP_NOT_OPEN']],
    ['intending', responding, crisisStep('acted', 1, { action: 3, state: 'intended' }), []],
    ['leaving out a number', responding, crisisStep('acted', 1, { action: 4 }), ['ACTION_NUMBER']],
    [
      'verifying what was never done',
      responding,
      crisisStep('acted', 1, { action: 3, state: 'verified' }),
      ['VERIFIED_BEFORE_DONE'],
    ],
    ['saying again what was done', [crisisStep('acted')], crisisStep('acted', 1), ['ACTION_BACKWARDS']],
    ['undoing', [crisisStep('acted')], crisisStep('acted', 1, { state: 'intended' }), ['ACTION_BACKWARDS']],
    [
      'verifying at once what was intended',
      [crisisStep('acted', 0, { state: 'intended' })],
      crisisStep('acted', 1, { state: 'verified' }),
      ['VERIFIED_BEFORE_DONE'],
    ],
    [
      'making another action of it',
      [crisisStep('acted')],
      crisisStep('acted', 1, { what: 'hospital', state: 'verified' }),
      ['ACTION_CHANGED'],
    ],
    ['a follow-up in its time', responding, crisisStep('followedUp', 12.5), []],
    ['a follow-up long after', responding, crisisStep('followedUp', 99), []],
    ['a follow-up too early', responding, crisisStep('followedUp', 12.4), ['FOLLOW_UP_TOO_EARLY']],
    [
      'the last one at the beginning',
      responding,
      crisisStep('followedUp', 80, { afterHours: 2160 }),
      ['FOLLOW_UP_TOO_EARLY'],
    ],
    [
      'a follow-up nobody asks for',
      responding,
      crisisStep('followedUp', 80, { afterHours: 48 }),
      ['FOLLOW_UP_UNKNOWN'],
    ],
    [
      'a follow-up done before',
      lookedAfter,
      crisisStep('followedUp', 2162, { afterHours: 2160 }),
      ['FOLLOW_UP_DONE'],
    ],
    [
      'one that a later one took the place of',
      [...responding, crisisStep('followedUp', 80, { afterHours: 72 })],
      crisisStep('followedUp', 81),
      ['FOLLOW_UP_DONE'],
    ],
    [
      'a try again',
      [...responding, crisisStep('followedUp', 20, { reached: false })],
      crisisStep('followedUp', 24),
      [],
    ],
    ['one more follow-up', responding, crisisStep('followUpAdded', 80), []],
    [
      'one more when there is one',
      responding,
      crisisStep('followUpAdded', 2, { afterHours: 72 }),
      ['FOLLOW_UP_ASKED_ALREADY'],
    ],
    ['one more that is past', responding, crisisStep('followUpAdded', 120.5), ['FOLLOW_UP_NOT_AHEAD']],
    [
      'the one that was added, in its time',
      [...responding, crisisStep('followUpAdded', 80)],
      crisisStep('followedUp', 109, { afterHours: 120 }),
      [],
    ],
    [
      'the one that was added, too early',
      [...responding, crisisStep('followUpAdded', 80)],
      crisisStep('followedUp', 108, { afterHours: 120 }),
      ['FOLLOW_UP_TOO_EARLY'],
    ],
    ['a supervisor approving', responding, crisisStep('approved', 2, { by: supervisor }), []],
    ['a counsellor approving', responding, crisisStep('approved', 2), ['SUPERVISOR_NEEDED', 'OWN_APPROVAL']],
    [
      'a supervisor approving of their own',
      [
        ...responding,
        crisisStep('handedOver', 1, { to: supervisor }),
        crisisStep('accepted', 1, { by: supervisor }),
      ],
      crisisStep('approved', 2, { by: supervisor }),
      ['OWN_APPROVAL'],
    ],
    [
      'approval from outside where there is a supervisor',
      responding,
      crisisStep('approved', 2, { whom: outside('2026-11-01') }),
      ['SUPERVISOR_HERE'],
    ],
    ['advice from outside', responding, crisisStep('consulted', 2), []],
    [
      'advice from oneself',
      responding,
      crisisStep('consulted', 2, { whom: { kind: 'here' } }),
      ['SUPERVISOR_NEEDED', 'OWN_APPROVAL'],
    ],
    ['passing on', responding, crisisStep('escalated', 2), []],
    ['exploring', responding, crisisStep('explored', 2), []],
  ])('%s', (_, steps, step, expected) => {
    expect(blocks(steps, step)).toEqual(expected)
  })

  it.each([
    ['the day it began', '2026-11-01', []],
    ['before it began', '2026-10-31', ['APPROVAL_DAY']],
    ['a day to come', '2026-11-02', ['APPROVAL_DAY']],
  ])('a lone counsellor enters the approval of somebody outside: %s', (_, day, expected) => {
    expect(blocks(responding, crisisStep('approved', 2, { whom: outside(day) }), alone)).toEqual(expected)
  })

  it('a lone supervisor asks outside as well', () => {
    const steps = [crisisStep('interviewed', 1), crisisStep('levelSet', 1)]
    const own = episodeOf(steps, { openedBy: supervisor })
    const step = crisisStep('approved', 2, { by: supervisor, whom: outside('2026-11-01') })
    const taking = { roles: ['counsellor' as const, 'supervisor' as const], supervisors: [supervisor] }
    expect(crisisBlocks(own, step, taking, crisis)).toEqual([])
    expect(
      codesOf(crisisBlocks(own, { ...step, whom: { kind: 'here' } } as CrisisStep, taking, crisis)),
    ).toEqual(['OWN_APPROVAL'])
  })

  it.each(['hotline', 'administrator', 'coordinator'] as const)('is none of the %s’s', (role) => {
    expect(blocks([], crisisStep('interviewed', 1), { roles: [role], supervisors: [] })).toEqual([
      'ROLE_NEEDED',
    ])
  })

  it('is added to what was said before, or refused with what stands in the way', () => {
    const episode = episodeOf(responding)
    const step = crisisStep('followedUp', 24)
    const after = doneOf(takeCrisisStep(episode, step, takingOf(counsellor), crisis))
    expect(after).toEqual({ ...episode, steps: [...responding, step] })
    expect(takeCrisisStep(episode, crisisStep('closed', 2), takingOf(counsellor), crisis)).toEqual({
      ok: false,
      refusal: { code: 'FOLLOW_UPS_LEFT', detail: { left: 5 } },
    })
  })
})
