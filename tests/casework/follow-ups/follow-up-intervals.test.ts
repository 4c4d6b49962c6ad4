import { expect, it } from 'vitest'
import { readFollowUpIntervals } from '../../../src/casework/follow-ups/follow-up-intervals.ts'
import { waitKinds } from '../../../src/casework/today/wait.ts'
import { intervals, shippedIntervals } from '../course-records.ts'

it('those that come with the program are a proposal, with the chain of 24 h, 72 h, 7, 30 and 90 days', () => {
  expect(intervals.proposed).toBe(true)
  expect(intervals.crisis.followUps.map(({ due }) => due)).toEqual([24, 72, 7 * 24, 30 * 24, 90 * 24])
  const { draft: _, ...timers } = intervals.referral.planned
  expect(timers).toEqual({ sent: 3, accepted: 7, seen: 14, answered: 7 })
  // Crisis waits follow from the chain itself.
  const own = ['openCrisis', 'crisisFollowUp', 'crisisMissed']
  expect(waitKinds.filter((kind) => !(kind in intervals.board))).toEqual(own)
})

const changed = (change: (all: typeof intervals) => void): unknown => {
  const all = structuredClone(shippedIntervals) as typeof intervals
  change(all)
  return all
}
const first = { from: 30, due: 24, missed: 36 }

it.each<[string, unknown, string, string]>([
  [
    'a follow-up due before it may be done',
    changed(({ crisis }) => crisis.followUps.splice(0, 1, first)),
    'crisis.followUps.0',
    'OUT_OF_ORDER',
  ],
  [
    'missed as soon as it is due',
    changed(({ crisis }) => crisis.followUps.splice(0, 1, { ...first, from: 12, missed: 24 })),
    'crisis.followUps.0',
    'OUT_OF_ORDER',
  ],
  [
    'follow-ups that overlap',
    changed(({ crisis }) => crisis.followUps.splice(1, 1, { ...first, from: 20, due: 72, missed: 99 })),
    'crisis.followUps',
    'OUT_OF_ORDER',
  ],
  ['no follow-up', changed(({ crisis }) => crisis.followUps.splice(0)), 'crisis.followUps', 'WRONG_SHAPE'],
  [
    'a column before the one before it',
    changed(({ board }) => Object.assign(board, { referral: { week: 3, today: 0 } })),
    'board.referral',
    'OUT_OF_ORDER',
  ],
  [
    'something in no column',
    changed(({ board }) => Object.assign(board, { referral: {} })),
    'board.referral',
    'OUT_OF_ORDER',
  ],
  [
    'half a day',
    changed(({ tiers }) => Object.assign(tiers.watch, { every: 3.5 })),
    'tiers.watch.every',
    'WRONG_SHAPE',
  ],
  ['something unknown', changed((all) => Object.assign(all, { more: 1 })), 'more', 'UNKNOWN_KEY'],
])('%s is refused', (_, content, at, fault) => {
  const read = readFollowUpIntervals(content)
  expect(read.ok ? null : [read.refusal.code, read.refusal.at, read.refusal.detail?.fault]).toEqual([
    'INTERVALS_INVALID',
    at,
    fault,
  ])
})
