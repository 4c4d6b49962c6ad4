import { expect, it } from 'vitest'
import { followUpsDue } from '../../src/casework/follow-ups-due.ts'
import type { Tier } from '../../src/tiering/tier.ts'
import { alertOf, callOf, handledOf, idOf, stored } from './records.ts'

const today = '2026-11-22'
const client = (number: number, tier: Tier | null, reviewBy = '2026-11-20', overdue = true) => ({
  id: idOf(number),
  fileNumber: `2026-000${number}`,
  standing: tier && { tier, reviewBy, overdue, decidedBy: idOf(900), decidedAt: '2026-10-01T01:00:00.000Z' },
})
const ended = { endedAt: '2026-11-20T12:30:00.000Z' }
const due = (followUpDue: string, more = {}) => callOf({ ...ended, followUpDue, ...more })

it('is nothing when nothing waits', () => {
  const waiting = {
    alerts: [stored(60, alertOf({ handling: handledOf('denied', '2026-11-20T02:00:00.000Z') }))],
    clients: [client(1, null), client(2, 'priority', '2026-11-29', false)],
    retests: [{ clientId: idOf(1), due: '2026-11-23' }],
    calls: [stored(70, callOf(ended))],
  }
  expect(followUpsDue(waiting, today)).toEqual([])
})

it('puts open alerts first, then what is due today, then this week, each oldest first', () => {
  const items = followUpsDue(
    {
      alerts: [
        stored(60, alertOf({ clientId: idOf(2), raisedAt: '2026-11-21T02:00:00.000Z' })),
        stored(61, alertOf()),
      ],
      clients: [client(1, 'watch'), client(2, 'priority'), client(3, 'general', '2026-11-01')],
      retests: [
        { clientId: idOf(1), due: '2026-11-15' },
        { clientId: idOf(3), due: '2026-11-14' },
        { clientId: idOf(2), due: '2026-11-22' },
      ],
      calls: [stored(70, callOf()), stored(71, due('2026-11-19T02:00:00.000Z'))],
    },
    today,
  )
  expect(items.map(({ kind, urgency, fileNumber }) => [kind, urgency, fileNumber])).toEqual([
    ['openAlert', 'now', '2026-0001'],
    ['openAlert', 'now', '2026-0002'],
    ['retestDue', 'today', '2026-0003'],
    ['callFollowUp', 'today', null],
    ['tierOverdue', 'today', '2026-0002'],
    ['openCall', 'today', null],
    ['tierOverdue', 'week', '2026-0003'],
    ['retestDue', 'week', '2026-0001'],
    ['tierOverdue', 'week', '2026-0001'],
    ['retestDue', 'week', '2026-0002'],
  ])
})

it('shows an open alert even if its client cannot be read', () => {
  const items = followUpsDue({ alerts: [stored(60, alertOf())], clients: [], retests: [], calls: [] }, today)
  expect(items).toEqual([
    { kind: 'openAlert', urgency: 'now', id: idOf(1), fileNumber: null, at: '2026-11-20T01:06:00.000Z' },
  ])
})

it.each([
  ['2026-11-22T15:59:00.000Z', {}, 1],
  ['2026-11-22T16:00:00.000Z', {}, 0],
  ['2026-10-01T02:00:00.000Z', {}, 1],
  [
    '2026-10-01T02:00:00.000Z',
    { followUp: { doneBy: idOf(900), doneAt: '2026-10-01T03:00:00.000Z', entry: '已回访' } },
    0,
  ],
])('a call to be followed up by %s (%o): %i', (followUpDue, more, count) => {
  const calls = [stored(70, due(followUpDue, more))]
  expect(followUpsDue({ alerts: [], clients: [], retests: [], calls }, today)).toHaveLength(count)
})
