import { describe, expect, it } from 'vitest'
import type { CrisisStep } from '../../../src/casework/crisis/crisis-episode.ts'
import { crisisFollowUps, lateness } from '../../../src/casework/crisis/crisis-follow-ups.ts'
import {
  type CrisisNext,
  crisisStanding,
  unreportedMiss,
} from '../../../src/casework/crisis/crisis-standing.ts'
import {
  colleague,
  counsellor,
  crisisStep,
  episodeOf,
  hour,
  intervals,
  lookedAfter,
  responding,
  supervisor,
} from '../course-records.ts'

const { crisis } = intervals
const standing = (steps: CrisisStep[]) => crisisStanding(episodeOf(steps), crisis)

describe('the follow-ups of an episode', () => {
  const states = (steps: CrisisStep[]) => crisisFollowUps(episodeOf(steps), crisis).map(({ state }) => state)

  it('are at 24 h, 72 h, 7, 30 and 90 days', () => {
    const all = crisisFollowUps(episodeOf(), crisis)
    expect(all.map(({ due }) => due)).toEqual([24, 72, 168, 720, 2160].map(hour))
    expect(all.every(({ state }) => state === 'left')).toBe(true)
  })

  it('count from the talk in which the danger was confirmed last', () => {
    const denied = crisisStep('interviewed', 3, { asked: 'denied' })
    const again = crisisStep('interviewed', 100)
    const [first] = crisisFollowUps(episodeOf([...lookedAfter.slice(0, 8), again, denied]), crisis)
    expect(first).toMatchObject({ due: hour(124), state: 'left' })
  })

  it('are done when the client was reached and asked; a later one takes the place of those before it', () => {
    expect(states(lookedAfter)).toEqual(['done', 'done', 'done', 'done', 'done'])
    const late = crisisStep('followedUp', 170, { afterHours: 168 })
    expect(states([...responding, crisisStep('followedUp', 24), late])).toEqual([
      'done',
      'passedOver',
      'done',
      'left',
      'left',
    ])
    expect(states([...responding, crisisStep('followedUp', 24, { reached: false })])[0]).toBe('left')
    expect(states([...responding, crisisStep('followedUp', 24, { askedAgain: 'notAsked' })])[0]).toBe('left')
  })

  it('are one more when somebody adds one, and the list’s own again once danger is confirmed anew', () => {
    const more = [...responding, crisisStep('followUpAdded', 20, { afterHours: 40 })]
    expect(states(more)).toEqual(Array(6).fill('left'))
    expect(states([...more, crisisStep('followedUp', 41, { afterHours: 40 })]).slice(0, 3)).toEqual([
      'passedOver',
      'done',
      'left',
    ])
    expect(states([...more, crisisStep('interviewed', 50)])).toHaveLength(5)
  })

  it.each([
    [11.9, null],
    [12, 'open'],
    [23.9, 'open'],
    [24, 'overdue'],
    [35.9, 'overdue'],
    [36, 'missed'],
  ])('the first one is, %d hours after the beginning, %s', (hours, expected) => {
    const [first] = crisisFollowUps(episodeOf(), crisis)
    expect(first && lateness(first, hour(hours))).toBe(expected)
  })

  it('are not late any more when they were done', () => {
    const [first] = crisisFollowUps(episodeOf(lookedAfter), crisis)
    expect(first && lateness(first, hour(99))).toBe(null)
  })
})

describe('an episode', () => {
  it('says whose it is', () => {
    const handed = crisisStep('handedOver', 1)
    expect(standing([])).toMatchObject({
      responsible: counsellor,
      handedTo: null,
      state: 'alerted',
      asked: null,
    })
    expect(standing([handed])).toMatchObject({ responsible: counsellor, handedTo: colleague })
    expect(standing([handed, crisisStep('declined', 2, { by: colleague })])).toMatchObject({
      responsible: counsellor,
      handedTo: null,
    })
    expect(standing([handed, crisisStep('accepted', 2, { by: colleague })])).toMatchObject({
      responsible: colleague,
      handedTo: null,
    })
  })

  it('keeps the most urgent level, whatever was set since', () => {
    const lower = crisisStep('levelSet', 9, { level: 'planned' })
    expect(standing([...responding, lower])).toMatchObject({ level: 'planned', highestLevel: 'atOnce' })
    expect(standing([...responding, crisisStep('interviewed', 9)])).toMatchObject({
      level: null,
      highestLevel: 'atOnce',
    })
  })

  it('shows each action once, as it stands', () => {
    const { actions } = standing([
      ...responding,
      crisisStep('acted', 2, { action: 3, what: 'hospital', state: 'intended' }),
    ])
    expect(actions.map(({ action, what, state }) => [action, what, state])).toEqual([
      [1, 'stayedWith', 'verified'],
      [2, 'meansMadeSafe', 'verified'],
      [3, 'hospital', 'intended'],
    ])
  })

  it.each<[string, CrisisStep[], CrisisNext | null]>([
    ['asking the client', [], { what: 'interview', at: hour(4) }],
    ['setting the level', [crisisStep('interviewed', 1)], { what: 'level', at: hour(5) }],
    [
      'two verified actions',
      [crisisStep('interviewed', 1), crisisStep('levelSet', 2)],
      { what: 'action', at: hour(3) },
    ],
    [
      'doing something today',
      [crisisStep('interviewed', 1), crisisStep('levelSet', 2, { level: 'today' })],
      { what: 'action', at: hour(14) },
    ],
    [
      'asking who left',
      [crisisStep('interviewed', 1, { asked: 'notAsked' }), crisisStep('levelSet', 1, { level: 'today' })],
      { what: 'interview', at: hour(13) },
    ],
    [
      'being taken on',
      [
        crisisStep('interviewed', 1),
        crisisStep('levelSet', 1),
        ...responding.slice(2),
        crisisStep('handedOver', 2),
      ],
      { what: 'acceptance', at: hour(6) },
    ],
    ['the first follow-up', responding, { what: 'followUp', at: hour(24.5) }],
    [
      'the next follow-up',
      [...responding, crisisStep('followedUp', 25)],
      { what: 'followUp', at: hour(72.5) },
    ],
    [
      'asking who told of danger again',
      [...responding, crisisStep('followedUp', 25, { askedAgain: 'thoughts' })],
      { what: 'interview', at: hour(29) },
    ],
    ['nothing but closing', lookedAfter, null],
    ['nothing: it is closed', [...lookedAfter, crisisStep('closed', 2162)], null],
  ])('has next: %s', (_, steps, next) => {
    expect(standing(steps).next).toEqual(next)
  })

  it('is for a supervisor when a follow-up was missed, until they know', () => {
    const missedAt = (steps: CrisisStep[], hours: number) =>
      unreportedMiss(standing(steps), hour(hours))?.afterHours ?? null
    expect(missedAt(responding, 36)).toBe(null)
    expect(missedAt(responding, 36.5)).toBe(24)
    const passedOn = [...responding, crisisStep('escalated', 40)]
    expect(missedAt(passedOn, 41)).toBe(null)
    expect(standing(passedOn).escalatedAt).toBe(hour(40))
    expect(missedAt(passedOn, 97)).toBe(72)
    const answered = [...passedOn, crisisStep('approved', 98, { by: supervisor })]
    expect(standing(answered).escalatedAt).toBe(null)
    expect(missedAt(answered, 99)).toBe(null)
    expect(missedAt([...answered, crisisStep('closed', 99)], 9999)).toBe(null)
  })
})
