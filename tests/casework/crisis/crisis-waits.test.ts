import { describe, expect, it } from 'vitest'
import type { CrisisStep } from '../../../src/casework/crisis/crisis-episode.ts'
import type { Urgency, WaitKind } from '../../../src/casework/today/wait.ts'
import { colleague, counsellor, crisisStep, episodeOf, hour, responding } from '../course-records.ts'
import { stored } from '../records.ts'
import { standsAs, waits } from '../standing-waits.ts'

describe('a crisis on the board', () => {
  const at = (steps: CrisisStep[], hours: number) =>
    standsAs({ episodes: [stored(5, episodeOf(steps))] }, hour(hours))
  const handing = crisisStep('handedOver', 2)
  it.each<[string, CrisisStep[], number, [WaitKind, Urgency][]]>([
    ['nobody has asked yet', [], 0, [['openCrisis', 'now']]],
    ['asked', [crisisStep('interviewed', 1)], 2, [['openCrisis', 'now']]],
    [
      'at once, not enough done',
      [crisisStep('interviewed', 1), crisisStep('levelSet', 1)],
      2,
      [['openCrisis', 'now']],
    ],
    ['two things verified', responding, 2, [['openCrisis', 'week']]],
    ['being handed over', [...responding, handing], 3, [['openCrisis', 'now']]],
    [
      'for today, nothing done in time',
      [crisisStep('interviewed', 1), crisisStep('levelSet', 1, { level: 'today' })],
      14,
      [
        ['openCrisis', 'now'],
        ['crisisFollowUp', 'today'],
      ],
    ],
    [
      'a follow-up opens',
      responding,
      13,
      [
        ['openCrisis', 'week'],
        ['crisisFollowUp', 'week'],
      ],
    ],
    [
      'a follow-up on its day',
      responding,
      15,
      [
        ['openCrisis', 'today'],
        ['crisisFollowUp', 'today'],
      ],
    ],
    [
      'a follow-up overdue',
      responding,
      25,
      [
        ['openCrisis', 'now'],
        ['crisisFollowUp', 'now'],
      ],
    ],
    [
      'a follow-up missed',
      responding,
      37,
      [
        ['openCrisis', 'now'],
        ['crisisMissed', 'now'],
      ],
    ],
    [
      'missed and passed on',
      [...responding, crisisStep('escalated', 37)],
      38,
      [
        ['openCrisis', 'now'],
        ['crisisEscalated', 'now'],
      ],
    ],
    [
      'one that was added, missed',
      [...responding, crisisStep('followedUp', 25), crisisStep('followUpAdded', 26, { afterHours: 40 })],
      53,
      [
        ['openCrisis', 'now'],
        ['crisisMissed', 'now'],
        ['crisisFollowUp', 'week'],
      ],
    ],
    [
      'danger told again',
      [...responding, crisisStep('followedUp', 25, { askedAgain: 'plan' })],
      26,
      [['openCrisis', 'now']],
    ],
  ])('%s', (_, steps, hours, expected) => {
    expect(at(steps, hours)).toEqual(expected)
  })

  it('is whose it is, or whom it is handed to', () => {
    const staff = (steps: CrisisStep[]) => waits({ episodes: [stored(5, episodeOf(steps))] })[0]?.staffId
    expect(staff([])).toBe(counsellor)
    expect(staff([handing])).toBe(colleague)
  })
})
