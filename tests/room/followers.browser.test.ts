import { beforeEach, expect, test } from 'vitest'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import type { WindowStanding } from '../../src/room/contract/windows.ts'
import { codeOf, given } from '../support/exchange.ts'
import { clientWhoAgreed, draft, register } from './casework.ts'
import { namesFound } from './names.ts'
import { passphrase, setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindow } from './windows.ts'

beforeEach(emptyStorage)

/** Waits until this window stands as wanted. */
const standing = async (
  room: RoomApi,
  wanted: (standing: WindowStanding) => boolean,
): Promise<WindowStanding> => {
  let now = await room.windowStanding(-1)
  while (!wanted(now)) now = await room.windowStanding(now.tick)
  return now
}

const part = (wanted: WindowStanding['part']) => (now: WindowStanding) => now.part === wanted

const names = async (room: RoomApi): Promise<string[]> => (await namesFound(room)).toSorted()

test('case 22: a second window reads, follows what the first one saves, and saves nothing', async () => {
  const first = openWindow()
  await setUp(first.room)
  const { room } = openWindow()
  await unlock(room)
  expect(await room.phase()).toMatchObject({ phase: 'open' })
  const { changes } = await standing(room, ({ writer }) => writer !== null)
  expect(await room.windowStanding(-1)).toMatchObject({ part: 'reads', writer: { name: '示例咨询师' } })
  expect(await names(room)).toEqual([])

  await register(first.room, { name: '示例甲' })
  await standing(room, (now) => now.changes > changes)
  expect(await names(room)).toEqual(['示例甲'])

  expect(codeOf(await room.registerClient(draft({ name: '示例乙' })))).toBe('READ_ONLY_WINDOW')
  const colleague = { name: '示例同事', roles: ['hotline' as const], passphrase }
  expect(codeOf(await room.addStaff(colleague))).toBe('READ_ONLY_WINDOW')
  expect(await names(first.room)).toEqual(['示例甲'])
  expect(await first.room.listStaff()).toHaveLength(1)
})

test('case 22: when the writer is gone, the next in turn writes, and the one behind it follows that one', async () => {
  const first = openWindow()
  await setUp(first.room)
  const second = openWindow()
  await unlock(second.room)
  const third = openWindow()
  await unlock(third.room)
  await register(first.room, { name: '示例甲' })
  first.end()

  await standing(second.room, part('writes'))
  await register(second.room, { name: '示例乙' })
  await standing(third.room, ({ changes, writer }) => changes > 0 && writer !== null)
  await expect.poll(() => names(third.room)).toEqual(['示例乙', '示例甲'])
  expect(codeOf(await third.room.registerClient(draft({ name: '示例丙' })))).toBe('READ_ONLY_WINDOW')
  second.end()
  await standing(third.room, part('writes'))
  await register(third.room, { name: '示例丙' })
  expect(await names(third.room)).toEqual(['示例丙', '示例乙', '示例甲'])
})

test('case 22: both try at once, and what one of them was told is saved is saved', async () => {
  const windows = [openWindow(), openWindow()]
  const [first, second] = windows.map(({ room }) => room)
  if (!first || !second) throw new Error('two windows')
  await setUp(first)
  await unlock(second)
  const tries = Array.from({ length: 20 }, (_, at) => ({
    room: at % 2 === 0 ? first : second,
    name: `示例${at}`,
  }))
  const told = await Promise.all(
    tries.map(async ({ room, name }) => ({ name, code: codeOf(await room.registerClient(draft({ name }))) })),
  )
  const accepted = told.filter(({ code }) => code === 'ACCEPTED').map(({ name }) => name)
  expect(new Set(told.map(({ code }) => code))).toEqual(new Set(['ACCEPTED', 'READ_ONLY_WINDOW']))
  expect(accepted).toHaveLength(10)
  expect(await names(first)).toEqual(accepted.toSorted())
  windows[0]?.end()
  await standing(second, part('writes'))
  expect(await names(second)).toEqual(accepted.toSorted())
})

test('a window behind one that hands the screen to a client locks', async () => {
  const first = openWindow()
  await setUp(first.room)
  const second = openWindow()
  await unlock(second.room)
  const clientId = await clientWhoAgreed(first.room)
  const asked = { clientId, rater: { kind: 'self' }, language: 'zh-CN', largePrint: false } as const
  given(await first.room.startClientMode({ ...asked, instruments: ['phq-9'] }))
  await standing(second.room, part('leaves'))
})

test('a window over records that others took the place of does not write into them: it locks', async () => {
  const first = openWindow()
  await setUp(first.room)
  await register(first.room, { name: '示例甲' })
  const second = openWindow()
  await unlock(second.room)
  given(await first.room.recoverRecords())
  await standing(second.room, part('leaves'))
  second.end()
  await unlock(first.room)
  expect(await names(first.room)).toEqual(['示例甲'])
})
