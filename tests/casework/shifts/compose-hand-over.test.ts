import { expect, it } from 'vitest'
import { hoursAfter } from '../../../src/casework/crisis/crisis-follow-ups.ts'
import { composeHandOver, missingFromSheet } from '../../../src/casework/shifts/compose-hand-over.ts'
import { handOverSheetSchema } from '../../../src/casework/shifts/hand-over-sheet.ts'
import { crisisStep, episodeOf, intervals } from '../course-records.ts'
import { atHour, lineOf, nothing, sheetOf } from '../hotline-records.ts'
import { idOf, stored } from '../records.ts'

const due = (hours: number, doneAt: string | null = null) => ({
  due: atHour(hours),
  onTimeUntil: atHour(hours),
  doneAt,
})
const composed = (
  calls: ReturnType<typeof lineOf>[],
  episodes: Parameters<typeof composeHandOver>[0]['episodes'] = [],
) => composeHandOver({ calls, episodes }, atHour(24), intervals)
const numbers = (items: readonly { number: string; at: string }[]) =>
  items.map(({ number, at }) => [number, at])

it('passes on who is in danger, what is due before the next shift ends, and calls that go on', () => {
  const lists = composed([
    lineOf({
      id: idOf(1),
      number: 'R2026-0001',
      isUnsettled: true,
      isHighRisk: true,
      level: 'atOnce',
      followUps: [due(20), due(30), due(-5), due(10, atHour(9))],
    }),
    lineOf({
      id: idOf(2),
      number: 'R2026-0002',
      startedAt: atHour(11),
      endedAt: null,
      state: 'running',
      isUnsettled: true,
    }),
    lineOf({ id: idOf(3), number: 'R2026-0003', isHighRisk: true }),
    lineOf({
      id: idOf(4),
      number: 'R2026-0004',
      startedAt: atHour(-30),
      isUnsettled: true,
      followUps: [due(23)],
    }),
  ])
  expect(numbers(lists.crises)).toEqual([['R2026-0001', atHour(2)]])
  expect(numbers(lists.followUps)).toEqual([
    ['R2026-0001', atHour(-5)],
    ['R2026-0001', atHour(20)],
    ['R2026-0004', atHour(23)],
  ])
  expect(numbers(lists.calls)).toEqual([['R2026-0002', atHour(11)]])
  expect(handOverSheetSchema.safeParse(sheetOf(['given'], lists)).success).toBe(true)
})

it('passes on open crises of files by their number alone', () => {
  const begun = episodeOf([crisisStep('interviewed', 1), crisisStep('levelSet', 1)])
  const closed = episodeOf([crisisStep('interviewed', 1), crisisStep('levelSet', 1), crisisStep('closed', 2)])
  const until = hoursAfter(begun.openedAt, 100)
  const lists = composeHandOver(
    {
      calls: [],
      episodes: [
        { fileNumber: '2026-0007', episode: stored(7, begun) },
        { fileNumber: '2026-0008', episode: stored(8, closed) },
      ],
    },
    until,
    intervals,
  )
  expect(lists.crises).toEqual([
    { of: 'crisis', record: idOf(7), number: '2026-0007', at: begun.openedAt, level: 'atOnce' },
  ])
  expect(lists.followUps.map(({ number }) => number)).toEqual(['2026-0007', '2026-0007'])
  expect(JSON.stringify(lists)).not.toContain('示例')
})

it('knows what came up after it was made, and what went away is not missed', () => {
  const before = composed([lineOf({ isUnsettled: true, followUps: [due(20)] })])
  const after = composed([
    lineOf({ isUnsettled: true, isHighRisk: true, followUps: [due(20)] }),
    lineOf({ id: idOf(2), isUnsettled: true, endedAt: null, state: 'running' }),
  ])
  expect(missingFromSheet(before, after)).toEqual([...after.crises, ...after.calls])
  expect(missingFromSheet(after, before)).toEqual([])
  expect(missingFromSheet(nothing, nothing)).toEqual([])
})
