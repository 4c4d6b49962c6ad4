import { Dexie } from 'dexie'
import { beforeEach, expect, test, vi } from 'vitest'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { given } from '../support/exchange.ts'
import { register } from './casework.ts'
import { firstStaff, passphrase, setUp } from './set-up.ts'
import { emptyStorage, openWindow, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

/** Somebody who has to draw new keys at the next sign-in, as a colleague lost theirs. */
const owingKeys = async (): Promise<string> => {
  const { room, close } = openWindowHere()
  await setUp(room)
  const me = await firstStaff(room)
  await register(room)
  const add = async (name: string, role: 'administrator' | 'counsellor') =>
    given(await room.addStaff({ name, roles: [role], passphrase })).id
  const administrator = await add('示例管理', 'administrator')
  const counsellor = await add('示例咨询', 'counsellor')
  await close()
  const theirs = openWindow()
  given(await theirs.room.unlock(administrator, passphrase))
  given(await theirs.room.removeStaff(counsellor))
  expect((await theirs.room.staffing()).renewals).not.toEqual([])
  await theirs.close()
  return me
}

const inFront = async (room: RoomApi): Promise<void> => {
  expect((await room.phase()).phase).toBe('open')
  expect((await room.listClients('')).clients).toHaveLength(1)
}

test('records that are missing keep nobody out who has keys to draw: they must come in to see to it', async () => {
  const me = await owingKeys()
  const database = await new Dexie('anxin').open()
  await database.table('unitKeys').clear()
  database.close()
  const { room, close } = openWindow()
  given(await room.unlock(me, passphrase))
  await inFront(room)
  await vi.waitFor(async () => expect((await room.windowStanding(0)).misfit).toBe(true))
  await close()
})

test('a full disk keeps nobody out who has keys to draw', async () => {
  const me = await owingKeys()
  const { room } = openWindowHere()
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  given(await room.unlock(me, passphrase))
  full.mockRestore()
  await inFront(room)
})
