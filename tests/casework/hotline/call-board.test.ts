import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callBoard } from '../../../src/casework/hotline/call-board.ts'
import { CallIndex, type CallQuery } from '../../../src/casework/hotline/call-index.ts'
import { type CallLine, followUpState, weekdayOf } from '../../../src/casework/hotline/call-line.ts'
import { callSummary } from '../../../src/casework/hotline/call-summary.ts'
import { CallTally } from '../../../src/casework/hotline/call-tally.ts'
import { addDays, dayOf, instantAt } from '../../../src/tiering/calendar.ts'
import { atHour, lineOf, shiftOf, shiftStep } from '../hotline-records.ts'
import { idOf } from '../records.ts'

const due = (at: string, doneAt: string | null = null) => ({ due: at, onTimeUntil: at, doneAt })
const now = atHour(16)

it('knows the weekday of a day', () => {
  expect(['2026-11-22', '2026-11-23', '1970-01-01', '2000-02-29'].map(weekdayOf)).toEqual([6, 0, 3, 1])
})

it('tells a follow-up in time from a late one, and one that waits from one overdue', () => {
  expect(followUpState(due(atHour(1), atHour(1)), now)).toBe('onTime')
  expect(followUpState(due(atHour(1), atHour(2)), now)).toBe('late')
  expect(followUpState(due(atHour(17)), now)).toBe('waiting')
  expect(followUpState(due(atHour(1)), now)).toBe('overdue')
})

describe('the board', () => {
  const lines = [
    lineOf({
      id: idOf(1),
      startedAt: atHour(14),
      day: '2026-11-23',
      hour: 10,
      endedAt: null,
      isUnsettled: true,
      asked: null,
    }),
    lineOf({
      id: idOf(2),
      day: '2026-11-22',
      hour: 22,
      endedAt: atHour(2.5),
      isHighRisk: true,
      isUnsettled: true,
      followUps: [due(atHour(26)), due(atHour(10))],
    }),
    lineOf({
      id: idOf(3),
      day: '2026-11-22',
      hour: 22,
      asked: 'no',
      followUps: [due(atHour(3), atHour(2)), due(atHour(3), atHour(4))],
    }),
    lineOf({
      id: idOf(4),
      startedAt: atHour(-2000),
      day: '2026-08-31',
      hour: 12,
      isHighRisk: true,
      isUnsettled: true,
    }),
  ]
  const board = callBoard(new CallTally(lines), now, 28)
  it('counts today, what waits, and who is in danger', () =>
    expect(board).toMatchObject({
      today: 1,
      running: 1,
      followUpsWaiting: 2,
      followUpsOverdue: 1,
      highRiskOpen: [lines[3], lines[1]],
    }))
  it('averages over the days looked at', () =>
    expect(board).toMatchObject({
      calls: 3,
      meanSeconds: 1200,
      dangerAsked: { of: 2, are: 1 },
      followUpsOnTime: { of: 3, are: 1 },
    }))
  it('has a heat map by weekday and hour', () => {
    expect(board.heat.map((row) => row.length)).toEqual(Array.from({ length: 7 }, () => 24))
    expect(board.heat.flat().reduce((sum, calls) => sum + calls, 0)).toBe(3)
    expect(board.heat[6]?.[22]).toBe(2)
    expect(board.heat[0]?.[10]).toBe(1)
  })
  it('has no mean of nothing', () =>
    expect(callBoard(new CallTally(), now, 28)).toMatchObject({
      calls: 0,
      meanSeconds: null,
      dangerAsked: { of: 0, are: 0 },
    }))
})

const lines = fc
  .record({
    id: fc.integer({ min: 1, max: 12 }).map(idOf),
    hours: fc.integer({ min: -1000, max: 0 }),
    minutes: fc.option(fc.integer({ min: 0, max: 90 })),
    type: fc.constantFrom('general' as const, 'suicideRisk' as const, 'special' as const),
    level: fc.constantFrom('atOnce' as const, 'today' as const, 'planned' as const),
    asked: fc.constantFrom('yes' as const, 'no' as const),
    isHighRisk: fc.boolean(),
    alias: fc.constantFrom('', '示例小雨', '示例老陈', 'Example Rain'),
    number: fc.integer({ min: 1, max: 30 }).map((number) => `R2026-00${String(number).padStart(2, '0')}`),
    followUps: fc.array(
      fc.record({
        after: fc.integer({ min: 1, max: 100 }),
        done: fc.option(fc.integer({ min: 1, max: 200 })),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ hours, minutes, followUps, ...more }): CallLine => {
    const startedAt = atHour(hours)
    const day = dayOf(startedAt)
    const chain = followUps.map(({ after, done }) =>
      due(atHour(hours + after), done === null ? null : atHour(hours + done)),
    )
    return lineOf({
      ...more,
      startedAt,
      day,
      hour: Math.floor((Date.parse(startedAt) - Date.parse(instantAt(day, 0))) / 3_600_000),
      endedAt: minutes === null ? null : atHour(hours + minutes / 60),
      followUps: chain,
      isUnsettled: minutes === null || chain.some(({ doneAt }) => doneAt === null),
    })
  })

it('whatever changes, the tally says what counting afresh would say', () => {
  const change = fc.oneof(lines, fc.integer({ min: 1, max: 12 }).map(idOf))
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), fc.integer({ min: 1, max: 60 }), (changes, days) => {
      const tally = new CallTally()
      const held = new Map<string, CallLine>()
      for (const one of changes) {
        if (typeof one === 'string') {
          tally.drop(one)
          held.delete(one)
        } else {
          tally.put(one)
          held.set(one.id, one)
        }
      }
      const board = callBoard(tally, now, days)
      expect({ ...board, highRiskOpen: null }).toEqual({
        ...callBoard(new CallTally(held.values()), now, days),
        highRiskOpen: null,
      })
      const all = [...held.values()]
      const first = addDays(dayOf(now), 1 - days)
      const within = all.filter(({ day }) => day >= first && day <= dayOf(now))
      expect(tally.size).toBe(held.size)
      expect(board.calls).toBe(within.length)
      expect(board.heat.flat().reduce((sum, calls) => sum + calls, 0)).toBe(within.length)
      expect(board.highRiskOpen.map(({ id }) => id).toSorted()).toEqual(
        all
          .filter((line) => line.isHighRisk && line.isUnsettled)
          .map(({ id }) => id)
          .toSorted(),
      )
      const fell = all
        .flatMap((line) => line.followUps)
        .filter((one) => dayOf(one.due) >= first && dayOf(one.due) <= dayOf(now))
      const states = fell.map((one) => followUpState(one, now))
      expect(board.followUpsOnTime).toEqual({
        of: states.filter((state) => state !== 'waiting').length,
        are: states.filter((state) => state === 'onTime').length,
      })
    }),
  )
})

describe('search', () => {
  const index = new CallIndex([
    lineOf({ id: idOf(1), number: 'R2026-0001', startedAt: atHour(1), alias: '示例小雨' }),
    lineOf({
      id: idOf(2),
      number: 'R2026-0012',
      startedAt: atHour(2),
      alias: '',
      type: 'special',
      specialKind: 'silent',
    }),
    lineOf({
      id: idOf(3),
      number: '',
      startedAt: atHour(20),
      day: '2026-11-23',
      alias: 'Example Rain',
      level: 'atOnce',
      isUnsettled: true,
    }),
  ])
  const found = (query: CallQuery) => index.find(query, 10).lines.map(({ id }) => Number.parseInt(id, 16))
  it.each<[string, CallQuery, number[]]>([
    ['nothing, the newest first', {}, [3, 2, 1]],
    ['a number', { text: 'R2026-0012' }, [2]],
    ['the end of a number', { text: '0012' }, [2]],
    ['small letters', { text: 'r2026' }, [2, 1]],
    ['an alias', { text: '小雨' }, [1]],
    ['its pinyin', { text: 'xiaoyu' }, [1]],
    ['its initials', { text: 'slxy' }, [1]],
    ['another alphabet', { text: 'ｅｘａｍｐｌｅ rain' }, [3]],
    ['a day', { text: '2026-11-23' }, [3]],
    ['a month', { text: '2026-11' }, [3, 2, 1]],
    ['days', { from: '2026-11-22', until: '2026-11-22' }, [2, 1]],
    ['a type', { type: 'special' }, [2]],
    ['what is special', { specialKind: 'silent' }, [2]],
    ['a level', { level: 'atOnce' }, [3]],
    ['what waits', { unsettled: true }, [3]],
    ['two things at once', { type: 'general', text: '2026-11-22' }, [1]],
    ['what is not there', { text: '示例没有' }, []],
  ])('finds %s', (_, query, expected) => expect(found(query)).toEqual(expected))
  it('gives the newest and says how many there are', () =>
    expect(index.find({}, 1)).toMatchObject({ lines: [{ id: idOf(3) }], total: 3 }))

  it('whatever is put in and taken out, finds what there is, newest first', () => {
    const change = fc.oneof(lines, fc.integer({ min: 1, max: 12 }).map(idOf))
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 40 }),
        fc.constantFrom('小雨', 'rain', '2026-11', '0012', ''),
        (changes, text) => {
          const searched = new CallIndex()
          const held = new Map<string, CallLine>()
          for (const one of changes) {
            if (typeof one === 'string') {
              searched.drop(one)
              held.delete(one)
            } else {
              searched.put(one)
              held.set(one.id, one)
            }
          }
          const { lines: hits, total } = searched.find({ text, type: 'general' }, 100)
          const folded = (line: CallLine) => `${line.number} ${line.alias} ${line.day}`.toLowerCase()
          const expected = [...held.values()].filter(
            (line) => line.type === 'general' && folded(line).includes(text),
          )
          expect(total).toBe(expected.length)
          expect(hits.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
          for (const [place, hit] of hits.entries())
            expect(Date.parse(hit.startedAt)).toBeLessThanOrEqual(
              Date.parse(hits[place - 1]?.startedAt ?? hit.startedAt),
            )
        },
      ),
    )
  })
})

it('a summary counts a period, and nothing before or after it', () => {
  const within = { day: '2026-11-22', hour: 22 }
  const summary = callSummary(
    {
      lines: [
        lineOf({
          ...within,
          id: idOf(1),
          level: 'atOnce',
          isHighRisk: true,
          type: 'suicideRisk',
          done: ['ambulance120', 'stayedOnLine'],
        }),
        lineOf({
          ...within,
          id: idOf(2),
          type: 'special',
          specialKind: 'silent',
          asked: 'no',
          endedAt: null,
        }),
        lineOf({
          id: idOf(3),
          day: '2026-12-01',
          followUps: [due(atHour(3)), due(atHour(3), atHour(3)), due(atHour(9000))],
        }),
      ],
      shifts: [
        shiftOf(['opened', 'logged']),
        shiftOf(['calledFirst']),
        shiftOf([], {
          steps: [
            { kind: 'logged', by: idOf(1), at: atHour(1), about: 'publicSafety', note: '示例', callId: null },
          ],
        }),
        shiftOf([], { steps: [{ ...shiftStep('opened'), at: atHour(2000) }] }),
      ],
    },
    { from: '2026-11-01', until: '2026-11-30' },
    now,
  )
  expect(summary).toMatchObject({
    calls: 2,
    ended: 1,
    meanSeconds: 600,
    highRisk: 1,
    dangerAsked: { of: 1, are: 1 },
    followUps: { onTime: 1, late: 0, waiting: 0, overdue: 1 },
    shifts: { begun: 2, calledFirst: 1 },
    publicSafetyEvents: 1,
  })
  expect(summary.byType).toEqual([
    { name: 'general', calls: 0 },
    { name: 'suicideRisk', calls: 1 },
    { name: 'special', calls: 1 },
  ])
  expect(summary.linked.filter(({ calls }) => calls > 0)).toEqual([{ name: 'ambulance120', calls: 1 }])
  expect([summary.byWeekday[6], summary.byHour[22]]).toEqual([2, 2])
})
