import { describe, expect, it } from 'vitest'
import { type CrisisBlock, crisisClosingBlocks } from '../../src/casework/crisis/crisis-blocks.ts'
import type { CrisisStep } from '../../src/casework/crisis/crisis-episode.ts'
import { crisisStanding } from '../../src/casework/crisis/crisis-standing.ts'
import {
  codesOf,
  colleague,
  crisisStep,
  episodeOf,
  hour,
  intervals,
  lookedAfter,
  responding,
  supervisor,
} from './course-records.ts'

const { crisis } = intervals
const standing = (steps: CrisisStep[]) => crisisStanding(episodeOf(steps), crisis)
const closing = (steps: CrisisStep[], hours: number) =>
  codesOf(crisisClosingBlocks(standing(steps), hour(hours)))

const approved = (hours: number) => crisisStep('approved', hours, { by: supervisor })
const planned: CrisisStep[] = [
  crisisStep('interviewed', 1, { asked: 'denied' }),
  crisisStep('levelSet', 1, { level: 'planned' }),
]
const toldAgain = crisisStep('followedUp', 25, { askedAgain: 'plan' })

describe('closing an episode', () => {
  it.each<[string, CrisisStep[], number, CrisisBlock[]]>([
    ['looked after all the way', lookedAfter, 2162, []],
    [
      'one that was added is left',
      [...lookedAfter, crisisStep('followUpAdded', 2161, { afterHours: 2300 })],
      2162,
      ['FOLLOW_UPS_LEFT'],
    ],
    [
      'approved, and one added after that',
      [...lookedAfter, crisisStep('approved', 2161), crisisStep('followUpAdded', 2161, { afterHours: 2300 })],
      2162,
      ['FOLLOW_UPS_LEFT'],
    ],
    [
      'nobody has asked yet',
      [crisisStep('handedOver', 1), crisisStep('accepted', 1, { by: colleague })],
      2,
      ['INTERVIEW_MISSING', 'FOLLOW_UPS_LEFT'],
    ],
    [
      'nobody asked, and a supervisor approves',
      [crisisStep('handedOver', 1), crisisStep('accepted', 1, { by: colleague }), approved(2)],
      2,
      ['INTERVIEW_MISSING'],
    ],
    [
      'the client left before they were asked',
      [crisisStep('interviewed', 1, { asked: 'notAsked' }), crisisStep('levelSet', 1, { level: 'today' })],
      2,
      ['NOT_ASKED', 'FOLLOW_UPS_LEFT'],
    ],
    [
      'not asked, approved of',
      [
        crisisStep('interviewed', 1, { asked: 'notAsked' }),
        crisisStep('levelSet', 1, { level: 'today' }),
        approved(2),
      ],
      2,
      [],
    ],
    [
      'asked anew, no level since',
      [...lookedAfter, crisisStep('interviewed', 2162, { asked: 'denied' })],
      2163,
      ['LEVEL_MISSING'],
    ],
    [
      'at once, one thing verified',
      lookedAfter.filter((step) => step.kind !== 'acted' || step.action === 1),
      2162,
      ['ACTIONS_NOT_VERIFIED'],
    ],
    [
      'at once, the same thing verified twice',
      lookedAfter.map((step) => (step.kind === 'acted' ? { ...step, what: 'hospital' } : step)),
      2162,
      ['ACTIONS_NOT_VERIFIED'],
    ],
    [
      'at once, done but not verified',
      lookedAfter.filter((step) => step.kind !== 'acted' || step.state !== 'verified'),
      2162,
      ['ACTIONS_NOT_VERIFIED'],
    ],
    [
      'at once first, planned by now',
      [
        ...lookedAfter.filter(({ kind }) => kind !== 'acted'),
        crisisStep('levelSet', 2161, { level: 'planned' }),
      ],
      2162,
      ['ACTIONS_NOT_VERIFIED'],
    ],
    [
      'at once, nothing verified, approved of',
      [crisisStep('interviewed', 1), crisisStep('levelSet', 1), approved(2)],
      3,
      [],
    ],
    [
      'approved before things were asked again',
      [
        crisisStep('interviewed', 1),
        crisisStep('levelSet', 1),
        approved(2),
        crisisStep('interviewed', 3),
        crisisStep('levelSet', 3),
      ],
      4,
      ['ACTIONS_NOT_VERIFIED', 'FOLLOW_UPS_LEFT'],
    ],
    [
      'approved before the level was raised',
      [...planned, approved(2), crisisStep('levelSet', 3)],
      4,
      ['ACTIONS_NOT_VERIFIED', 'FOLLOW_UPS_LEFT'],
    ],
    ['denied and planned, follow-ups left', planned, 2, ['FOLLOW_UPS_LEFT']],
    ['denied and planned, approved of', [...planned, approved(2)], 2, []],
    ['danger told at a follow-up', [...responding, toldAgain], 26, ['DANGER_TOLD_AGAIN', 'FOLLOW_UPS_LEFT']],
    [
      'danger told at a follow-up, approved of',
      [...responding, toldAgain, approved(26)],
      26,
      ['DANGER_TOLD_AGAIN'],
    ],
    ['a follow-up missed, nobody knows', responding, 37, ['FOLLOW_UPS_LEFT', 'ESCALATION_NEEDED']],
    [
      'missed and passed on',
      [...responding, crisisStep('escalated', 37)],
      38,
      ['FOLLOW_UPS_LEFT', 'ESCALATION_WAITING'],
    ],
    [
      'missed, passed on, a supervisor consulted',
      [
        ...responding,
        crisisStep('escalated', 37),
        crisisStep('consulted', 38, { by: supervisor, whom: { kind: 'here' } }),
      ],
      39,
      ['FOLLOW_UPS_LEFT'],
    ],
    ['missed, passed on, approved of', [...responding, crisisStep('escalated', 37), approved(38)], 39, []],
    ['approved, then missed', [...responding, approved(2)], 37, ['ESCALATION_NEEDED']],
    [
      'a follow-up nobody was reached at',
      [
        ...planned,
        ...lookedAfter
          .filter(({ kind }) => kind === 'followedUp')
          .map((step) => ({ ...step, ...(step.at === hour(2161) ? { reached: false } : {}) })),
      ],
      2162,
      ['FOLLOW_UPS_LEFT'],
    ],
    [
      'a follow-up at which nobody asked',
      [
        ...planned,
        ...lookedAfter
          .filter(({ kind }) => kind === 'followedUp')
          .map((step) => ({
            ...step,
            ...(step.at === hour(2161) ? { askedAgain: 'notAsked' as const } : {}),
          })),
      ],
      2162,
      ['FOLLOW_UPS_LEFT'],
    ],
  ] as [string, CrisisStep[], number, CrisisBlock[]][])('%s', (_, steps, hours, expected) => {
    expect(closing(steps, hours)).toEqual(expected)
  })

  it('says how many are missing', () => {
    expect(
      crisisClosingBlocks(standing([crisisStep('interviewed', 1), crisisStep('levelSet', 1)]), hour(2)),
    ).toEqual([
      { code: 'ACTIONS_NOT_VERIFIED', detail: { verified: 0, needed: 2 } },
      { code: 'FOLLOW_UPS_LEFT', detail: { left: 5 } },
    ])
  })
})
