import { beforeEach, describe, expect, test } from 'vitest'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf, given } from '../support/exchange.ts'
import { assessed, clientWhoAgreed, phq9, register } from './casework.ts'
import { firstStaff, setUp } from './set-up.ts'
import { emptyStorage, openWindow, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const passphraseOf = (name: string): string => `${name}的示例口令:山坡上的灯笼`

const add = async (room: RoomApi, name: string, role: 'counsellor' | 'hotline' | 'administrator') =>
  given(await room.addStaff({ name, roles: [role], passphrase: passphraseOf(name) })).id

describe('who works here', () => {
  test('a colleague who left is in no list and signs in no more; their name stays with what they wrote', async () => {
    const { room, close } = openWindowHere()
    await setUp(room)
    const me = await firstStaff(room)
    const colleague = await add(room, '示例同事', 'counsellor')
    await close()

    const theirs = openWindow()
    given(await theirs.room.unlock(colleague, passphraseOf('示例同事')))
    const client = await clientWhoAgreed(theirs.room)
    await assessed(theirs.room, client, phq9(1, 1))
    await theirs.close()

    const mine = openWindow()
    given(await mine.room.unlock(me, '溪水流过石桥的示例口令'))
    given(await mine.room.removeStaff(colleague))
    expect((await mine.room.staffing()).staff.map(({ id }) => id)).toEqual([me])
    const file = given(await mine.room.openClient(client))
    expect(file.staffNames[colleague]).toBe('示例同事')
    expect(file.assessments).toHaveLength(1)
    expect(file.unreadable).toBe(0)
    expect((await mine.room.listClients('')).clients).toHaveLength(1)
    await mine.close()

    const locked = openWindow()
    const phase = await locked.room.phase()
    expect(phase.phase === 'locked' && phase.staff.map(({ id }) => id)).toEqual([me])
    expect(codeOf(await locked.room.unlock(colleague, passphraseOf('示例同事')))).toBe('WRONG_PASSPHRASE')
    given(await locked.room.unlock(me, '溪水流过石桥的示例口令'))
    expect(given(await locked.room.openClient(client)).assessments).toHaveLength(1)
    await locked.close()
  })

  test('what an administrator cannot carry out alone stands on the page until somebody signs in who can', async () => {
    const { room, close } = openWindowHere()
    await setUp(room)
    const me = await firstStaff(room)
    const administrator = await add(room, '示例管理', 'administrator')
    const counsellor = await add(room, '示例咨询', 'counsellor')
    await close()

    const theirs = openWindow()
    given(await theirs.room.unlock(administrator, passphraseOf('示例管理')))
    given(await theirs.room.setRoles({ id: counsellor, roles: ['hotline'] }))
    const newcomer = await add(theirs.room, '示例新人', 'counsellor')
    const { renewals, waiting, refused } = await theirs.room.staffing()
    expect(renewals).toEqual(['identity', 'case', 'assessment', 'statistics'])
    expect(waiting.map(({ staffId }) => staffId)).toEqual([newcomer])
    expect(refused).toBe(0)
    expect(codeOf(await theirs.room.setRoles({ id: administrator, roles: ['hotline'] }))).toBe('NOT_ONESELF')
    expect(codeOf(await theirs.room.removeStaff(me))).toBe('LAST_HOLDER')
    await theirs.close()

    const mine = openWindow()
    given(await mine.room.unlock(me, '溪水流过石桥的示例口令'))
    expect(await mine.room.staffing()).toMatchObject({ renewals: [], waiting: [], refused: 0 })
    await register(mine.room)
    await mine.close()
  })
})

test('a client who is erased is nowhere any more, and nobody else is touched', async () => {
  const { room } = openWindowHere()
  await setUp(room)
  const client = await clientWhoAgreed(room)
  const other = await register(room, { name: '示例乙' })
  await assessed(room, client, phq9(1, 1))
  const { records } = given(await room.eraseClient(client))
  expect(records).toBeGreaterThan(2)
  expect(codeOf(await room.openClient(client))).toBe('NOT_FOUND')
  const { clients, unreadable } = await room.listClients('')
  expect([clients.map(({ id }) => id), unreadable]).toEqual([[other], 0])
  expect(given(await room.openClient(other)).unreadable).toBe(0)
  expect((await room.today()).unreadable).toBe(0)
  expect(codeOf(await room.eraseClient(client))).toBe('UNKNOWN_CLIENT')
})
