import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followUpKind } from '../../src/casework/follow-ups/follow-up.ts'
import type { FollowUpIntervals } from '../../src/casework/follow-ups/follow-up-intervals.ts'
import { type RoomRules, roomRulesKind } from '../../src/casework/unit/room-rules.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf, given } from '../support/exchange.ts'
import { clientWhoAgreed } from './casework.ts'
import { firstStaff, passphrase, setUp } from './set-up.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere, type TestWindow } from './windows.ts'

let here: TestWindow
let room: RoomApi

beforeEach(async () => {
  await emptyStorage()
  here = openWindowHere()
  room = here.room
  await setUp(room)
})
afterEach(() => vi.useRealTimers())

const itIs = (moment: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })

const because = '示例：本室人少，早一点联系'
const adopt = async (rules: RoomRules['rules'], reason = because) => {
  const { adopted } = await room.roomRules()
  const replaces = adopted.find(({ value }) => value.rules.kind === rules.kind)?.id ?? null
  return room.adoptRoomRules({ rules, replaces, because: reason })
}

/** The intervals in force, with some of them changed. */
const intervals = async (change: (held: FollowUpIntervals) => Partial<FollowUpIntervals>) => {
  const { followUps } = (await room.roomRules()).inForce
  return {
    kind: 'followUps',
    followUps: { ...followUps, proposed: false, ...change(followUps) },
  } as const
}
const soonerContact = () =>
  intervals(({ tiers }) => ({ tiers: { ...tiers, watch: { first: 14, every: 21, again: 2 } } }))
const soonerAction = () =>
  intervals(({ crisis }) => ({ crisis: { ...crisis, action: { ...crisis.action, today: 1 } } }))
const soonerTalk = () => intervals(({ crisis }) => ({ crisis: { ...crisis, interview: 1 } }))

test('what came with the program holds until the room changes it, by name and with a reason', async () => {
  const before = await room.roomRules()
  expect(before).toMatchObject({ adopted: [], broken: 0, mayAdopt: true })
  expect(before.inForce).toEqual(before.proposed)
  given(await adopt(await soonerContact()))
  const { inForce, adopted, proposed } = await room.roomRules()
  expect(inForce.followUps).toMatchObject({ proposed: false, tiers: { watch: { first: 14 } } })
  expect(inForce.tags).toEqual(proposed.tags)
  expect(adopted).toMatchObject([{ value: { changedBy: await firstStaff(room), because } }])
})

test('a tier that is decided is followed up by the intervals of the room', async () => {
  itIs('2026-11-02T02:00:00Z')
  given(await adopt(await soonerContact()))
  const clientId = await clientWhoAgreed(room)
  given(await room.decideTier({ clientId, tier: 'watch', reason: '示例' }))
  expect(await valuesOf(await vaultHere(), followUpKind)).toMatchObject([{ due: '2026-11-16' }])
  expect((await room.followUps(clientId)).plan).toMatchObject({ tier: 'watch', proposed: false, every: 21 })
})

test('what waits already is told anew everywhere, also in a window that is opened after', async () => {
  itIs('2026-11-02T02:00:00Z')
  const clientId = await clientWhoAgreed(room)
  const from = { kind: 'observed', note: '示例：说过不想活' } as const
  const { id } = given(await room.openCrisis({ clientId, from }))
  const said = { kind: 'interviewed', asked: 'denied', said: '示例：没有' } as const
  given(await room.takeCrisisStep({ id, revision: 1, step: said }))
  const level = { kind: 'levelSet', level: 'today', because: '示例' } as const
  given(await room.takeCrisisStep({ id, revision: 2, step: level }))
  const onBoard = async () =>
    (await room.today()).items.flatMap((item) => (item.kind === 'openCrisis' ? [item.urgency] : []))
  const dueInFile = async () =>
    (await room.crisisEpisodes(clientId)).episodes.map(
      ({ standing: { next } }) => `${next?.what} ${next?.at.slice(0, 13)}`,
    )
  itIs('2026-11-02T06:00:00Z')
  expect(await onBoard()).toEqual(['today'])
  expect(await dueInFile()).toEqual(['action 2026-11-02T14'])
  given(await adopt(await soonerAction()))
  expect(await dueInFile()).toEqual(['action 2026-11-02T03'])
  expect(await onBoard()).toEqual(['now'])
  const me = await firstStaff(room)
  await here.close()
  here = openWindowHere()
  room = here.room
  given(await room.unlock(me, passphrase))
  expect(await onBoard()).toEqual(['now'])
})

test('tags are renamed and retired, and whoever carries one keeps it', async () => {
  const { tags } = (await room.roomRules()).inForce
  const [first, ...others] = tags.tags
  if (first === undefined) throw new Error('no tags')
  const clientId = await clientWhoAgreed(room, { tags: [first.id] })
  const label = { 'zh-CN': '示例人群', en: 'Example group' }
  const changed = [{ ...first, label, retired: true as const }, ...others]
  given(await adopt({ kind: 'tags', tags: { proposed: false, tags: changed } }))
  expect((await room.populationTags())[0]).toMatchObject({ id: first.id, label, retired: true })
  expect(given(await room.openClient(clientId)).client.value.tags).toEqual([first.id])
  expect(codeOf(await adopt({ kind: 'tags', tags: { proposed: false, tags: others } }))).toBe('TAG_GONE')
})

test('nothing is adopted without a reason, twice, in the place of another, or that would undo what was done', async () => {
  const rules = await soonerContact()
  expect(codeOf(await adopt(rules, ' '))).toBe('REASON_NEEDED')
  given(await adopt(rules))
  expect(codeOf(await adopt(rules))).toBe('RULES_UNCHANGED')
  const late = { rules: await soonerTalk(), replaces: null, because }
  expect(codeOf(await room.adoptRoomRules(late))).toBe('RULES_CHANGED_SINCE')
  const never = await intervals(({ tiers }) => ({
    tiers: { ...tiers, watch: { first: 0, every: 28, again: 3 } },
  }))
  expect(await adopt(never)).toEqual({
    ok: false,
    refusal: { code: 'ROOM_RULES_INVALID', at: 'followUps.tiers.watch.first' },
  })
  const fewer = await intervals(({ crisis }) => ({
    crisis: { ...crisis, followUps: crisis.followUps.slice(1) },
  }))
  expect(codeOf(await adopt(fewer))).toBe('CHAIN_KEPT')
})

test('a counsellor reads them and changes none, and what nobody entitled signed counts for nothing', async () => {
  const counsellor = given(await room.addStaff({ name: '示例同事', roles: ['counsellor'], passphrase })).id
  given(await adopt(await soonerContact()))
  const vault = await vaultHere()
  const [honest] = await valuesOf(vault, roomRulesKind)
  if (honest === undefined) throw new Error('nothing adopted')
  const forged = { ...honest, rules: await soonerTalk(), changedAt: '2099-01-01T00:00:00.000Z' }
  await vault.commit([{ kind: roomRulesKind, id: vault.drawId(), expectedRevision: 0, value: forged }])
  await here.close()
  here = openWindowHere()
  room = here.room
  given(await room.unlock(counsellor, passphrase))
  const shown = await room.roomRules()
  expect(shown).toMatchObject({ broken: 1, mayAdopt: false })
  expect(shown.inForce.followUps).toMatchObject({
    tiers: { watch: { first: 14 } },
    crisis: { interview: 4 },
  })
  expect(codeOf(await adopt(await soonerTalk()))).toBe('NOT_SUPERVISOR')
})
