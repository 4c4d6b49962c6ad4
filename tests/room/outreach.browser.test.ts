import { beforeAll, expect, test } from 'vitest'
import type { OutreachActivity } from '../../src/casework/activities/outreach.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { codeOf, given } from '../support/exchange.ts'
import { answerOf, asEachRole } from './each-role.ts'
import { firstStaff, setUp } from './set-up.ts'
import { emptyStorage, openWindowHere, type TestWindow } from './windows.ts'

let window: TestWindow
let room: RoomApi
let me: string

beforeAll(async () => {
  await emptyStorage()
  window = openWindowHere()
  room = window.room
  await setUp(room)
  me = await firstStaff(room)
})

const activity = (more: Partial<OutreachActivity> = {}): OutreachActivity => ({
  title: '示例讲座',
  day: '2026-03-05',
  category: 'schools',
  form: 'talk',
  place: '示例中学',
  forWhom: '初二学生',
  audience: 120,
  materials: 100,
  materialNames: '示例折页',
  staff: [me],
  volunteers: 2,
  note: '',
  ...more,
})
const recorded = async (more: Partial<OutreachActivity> = {}) =>
  given(await room.recordOutreach(activity(more))).id
const all = { month: null, category: null }
const correct = async (
  id: string,
  more: Partial<OutreachActivity>,
  because = '示例：数错',
  struckOut = false,
) => {
  const { revision } = (await room.outreachActivity(id)).activity
  return room.correctOutreach({ id, revision, activity: activity(more), struckOut, because })
}

test('activities are listed by month and category, and counted by category', async () => {
  const school = await recorded()
  const village = await recorded({ category: 'villages', day: '2026-03-20', audience: 30 })
  const april = await recorded({ day: '2026-04-01', audience: 10 })
  const shown = async (filter: Parameters<RoomApi['outreach']>[0]) =>
    (await room.outreach(filter)).activities.map(({ id }) => id)
  expect(await shown(all)).toEqual([april, village, school])
  expect(await shown({ month: '2026-03', category: null })).toEqual([village, school])
  expect(await shown({ month: null, category: 'schools' })).toEqual([april, school])
  expect(await shown({ month: '2026-04', category: 'villages' })).toEqual([])
  const march = await room.outreach({ month: '2026-03', category: 'schools' })
  expect(march.months).toEqual(['2026-04', '2026-03'])
  expect(march.counts.filter(({ activities }) => activities > 0)).toEqual([
    { category: 'schools', activities: 1, audience: 120, materials: 100, volunteers: 2 },
    { category: 'villages', activities: 1, audience: 30, materials: 100, volunteers: 2 },
  ])
})

test('a correction is a later version with a reason; nothing that was entered is lost', async () => {
  const id = await recorded({ day: '2025-05-05' })
  expect(codeOf(await correct(id, { audience: 90 }, ' '))).toBe('REASON_NEEDED')
  given(await correct(id, { day: '2025-05-05', audience: 90 }))
  given(await correct(id, { day: '2025-05-05', audience: 90 }, '示例：登记重了', true))
  const { versions } = (await room.outreachActivity(id)).activity.value
  expect(versions.map((one) => [one.activity.audience, one.struckOut, one.by])).toEqual([
    [120, false, me],
    [90, false, me],
    [90, true, me],
  ])
  const { activities, counts } = await room.outreach({ month: '2025-05', category: null })
  expect(activities).toHaveLength(1)
  expect(counts.every((one) => one.activities === 0)).toBe(true)
  expect(
    codeOf(
      await room.correctOutreach({
        id,
        revision: 1,
        activity: activity(),
        struckOut: false,
        because: '示例：别处改过',
      }),
    ),
  ).toBe('CONFLICT')
})

test('what makes no sense is refused', async () => {
  const answer = async (more: Partial<OutreachActivity>) => room.recordOutreach(activity(more))
  expect(await answer({ title: ' ' })).toMatchObject({ refusal: { code: 'OUTREACH_INVALID', at: 'title' } })
  expect(await answer({ audience: -1 })).toMatchObject({
    refusal: { code: 'OUTREACH_INVALID', at: 'audience' },
  })
  expect(codeOf(await answer({ category: 'nowhere' }))).toBe('CATEGORY_UNKNOWN')
  const tomorrow = addDays(dayOf(new Date().toISOString()), 1)
  expect(codeOf(await answer({ day: tomorrow }))).toBe('OUTREACH_AHEAD')
})

test('the room keeps its own categories; one that was used is retired and stays readable', async () => {
  const { inForce } = await room.roomRules()
  const before = inForce.outreach
  expect(before.proposed).toBe(true)
  const own = before.categories.map((one) => ({ ...one, retired: one.retired || one.id === 'schools' }))
  const added = { id: 'cBarracks', label: { 'zh-CN': '进军营', en: 'Into barracks' }, retired: false }
  const adopt = (categories: typeof own) =>
    room.adoptRoomRules({
      rules: { kind: 'outreach', outreach: { ...before, version: '1', proposed: false, categories } },
      replaces: null,
      because: '示例：本县增加一进',
    })
  expect(codeOf(await adopt(own.slice(1)))).toBe('CATEGORY_GONE')
  const used = await recorded({ day: '2024-02-02' })
  given(await adopt([...own, added]))
  await recorded({ category: added.id, day: '2024-02-03' })
  expect(codeOf(await room.recordOutreach(activity()))).toBe('CATEGORY_UNKNOWN')
  // What stood under it can still be corrected there.
  given(await correct(used, { day: '2024-02-02', audience: 7 }))
  const { counts, categories } = await room.outreach({ month: '2024-02', category: null })
  expect(categories.categories.at(-1)).toEqual(added)
  expect(counts.find(({ category }) => category === 'schools')).toMatchObject({ audience: 7 })
})

test('everybody but a county coordinator enters what was done; categories are for supervisors and administrators', {
  timeout: 120_000,
}, async () => {
  const id = await recorded({ category: 'villages', day: '2023-01-01' })
  const answers = await asEachRole(window, async (theirs, staffId) => {
    const { outreach: held } = (await theirs.roomRules()).inForce
    const replaces = (await theirs.roomRules()).adopted[0]?.id ?? null
    const retold = { ...held, version: `${held.version}.${staffId.slice(0, 4)}` }
    const known = await theirs.outreachActivity(id).catch(() => null)
    const own = activity({ category: 'villages', staff: [staffId] })
    return {
      outreach: await answerOf(theirs.outreach(all)),
      outreachActivity: await answerOf(theirs.outreachActivity(id)),
      recordOutreach: await answerOf(theirs.recordOutreach(own)),
      correctOutreach: await answerOf(
        theirs.correctOutreach({
          id,
          revision: known?.activity.revision ?? 1,
          activity: own,
          struckOut: false,
          because: '示例：更正',
        }),
      ),
      categories: await answerOf(
        theirs.adoptRoomRules({
          rules: { kind: 'outreach', outreach: retold },
          replaces,
          because: '示例：照旧',
        }),
      ),
    }
  })
  const enters = {
    outreach: 'SEEN',
    outreachActivity: 'SEEN',
    recordOutreach: 'ACCEPTED',
    correctOutreach: 'ACCEPTED',
    categories: 'NOT_SUPERVISOR',
  }
  const decides = { ...enters, categories: 'ACCEPTED' }
  expect(answers).toEqual({
    counsellor: enters,
    supervisor: decides,
    hotline: enters,
    administrator: decides,
    coordinator: {
      outreach: 'NO_KEY',
      outreachActivity: 'NO_KEY',
      recordOutreach: 'NO_KEY',
      correctOutreach: 'NO_KEY',
      categories: 'NOT_SUPERVISOR',
    },
  })
})
