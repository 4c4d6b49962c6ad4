import { expect, it } from 'vitest'
import { followUpsDue } from '../../../src/casework/follow-ups/follow-ups-due.ts'
import type { Wait } from '../../../src/casework/today/wait.ts'
import { counsellor, intervals } from '../course-records.ts'
import { callOf, idOf, stored } from '../records.ts'

const now = '2026-11-22T02:00:00.000Z'
const wait = (kind: Wait['kind'], at: string, from: Wait['from'], more: Partial<Wait> = {}): Wait => ({
  kind,
  record: idOf(5),
  at,
  staffId: null,
  from,
  ...more,
})
const client = (number: number, ...waits: Wait[]) => ({
  id: idOf(number),
  fileNumber: `2026-000${number}`,
  waits,
})
const ended = { endedAt: '2026-11-20T12:30:00.000Z' }
const due = (followUpDue: string, more = {}) => callOf({ ...ended, followUpDue, ...more })
const on = (clients: ReturnType<typeof client>[], calls: ReturnType<typeof callOf>[] = [], at = now) =>
  followUpsDue(
    { clients, calls: calls.map((call, place) => stored(70 + place, call)), duties: [] },
    at,
    intervals,
  )

it('is nothing when nothing waits yet, or any more', () => {
  const later = wait('followUp', '2026-11-30', { week: '2026-11-27T16:00:00.000Z' })
  const over = wait(
    'clueExpiring',
    '2026-11-20',
    { week: '2026-11-13T16:00:00.000Z' },
    { until: '2026-11-20T16:00:00.000Z' },
  )
  expect(on([client(1, later, over), client(2)], [callOf(ended)])).toEqual([])
})

it('is most urgent first, and then the oldest', () => {
  const items = on(
    [
      client(1, wait('tierOverdue', '2026-11-20', { week: '2026-11-19T16:00:00.000Z' })),
      client(2, wait('openAlert', '2026-11-21T02:00:00.000Z', { now: '2026-11-21T02:00:00.000Z' })),
      client(
        3,
        wait('openAlert', '2026-11-20T02:00:00.000Z', { now: '2026-11-20T02:00:00.000Z' }),
        wait('retestDue', '2026-11-01', { week: '2026-10-31T16:00:00.000Z' }),
      ),
    ],
    [callOf({ startedAt: '2026-11-22T01:00:00.000Z' }), due('2026-11-19T02:00:00.000Z')],
  )
  expect(items.map(({ kind, urgency, fileNumber }) => [kind, urgency, fileNumber])).toEqual([
    ['callFollowUp', 'now', null],
    ['openAlert', 'now', '2026-0003'],
    ['openAlert', 'now', '2026-0002'],
    ['openCall', 'today', null],
    ['retestDue', 'week', '2026-0003'],
    ['tierOverdue', 'week', '2026-0001'],
  ])
})

it('says on what record to act, whose it is, and nothing of the person', () => {
  const waits = [
    wait(
      'unsignedNote',
      '2026-11-20T02:00:00.000Z',
      { week: '2026-11-21T02:00:00.000Z' },
      { staffId: counsellor },
    ),
  ]
  expect(
    followUpsDue(
      { clients: [{ id: idOf(1), fileNumber: null, waits }], calls: [], duties: [] },
      now,
      intervals,
    ),
  ).toEqual([
    {
      kind: 'unsignedNote',
      urgency: 'week',
      id: idOf(1),
      record: idOf(5),
      fileNumber: null,
      staffId: counsellor,
      at: '2026-11-20T02:00:00.000Z',
    },
  ])
})

it.each([
  ['2026-11-22T15:59:00.000Z', {}, ['today']],
  ['2026-11-22T16:00:00.000Z', {}, []],
  ['2026-11-21T15:59:00.000Z', {}, ['now']],
  ['2026-10-01T02:00:00.000Z', {}, ['now']],
  [
    '2026-10-01T02:00:00.000Z',
    { followUp: { doneBy: idOf(900), doneAt: '2026-10-01T03:00:00.000Z', entry: '已回访' } },
    [],
  ],
])('a call to be followed up by %s (%o): %j', (followUpDue, more, urgencies) => {
  expect(on([], [due(followUpDue, more)]).map(({ urgency }) => urgency)).toEqual(urgencies)
})
