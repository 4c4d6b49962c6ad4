import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { codeOf as thrownCode } from '../../src/room/room-error.ts'
import { type Damage, damageTable } from '../support/damaged-table.ts'
import { codeOf, given } from '../support/exchange.ts'
import { register } from './casework.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)
afterEach(() => {
  vi.restoreAllMocks()
})

const worked = async (): Promise<string> => {
  const { room, close } = openWindowHere()
  await setUp(room)
  const me = await firstStaff(room)
  await register(room)
  await room.signOut('locked')
  await close()
  return me
}

test.each<Damage>(['error', 'null'])(
  'case 10: keys of which the browser gives %s shut nobody out for good',
  async (damage) => {
    const me = await worked()
    const { room } = openWindowHere()
    const mend = damageTable('grants', damage)
    expect((await room.phase()).phase).toBe('locked')
    expect(codeOf(await room.unlock(me, passphrase))).toBe('UNREADABLE')
    expect(await room.phase()).toMatchObject({ phase: 'recovery', loss: 'DAMAGED' })
    mend()
    expect(given(await room.recoverRecords()).whole).toBe(true)
    await unlock(room)
    expect((await room.listClients('')).clients).toHaveLength(1)
  },
)

test('case 10: where those who work here cannot be read, recovery is offered at once', async () => {
  await worked()
  const { room } = openWindowHere()
  const mend = damageTable('staff', 'error')
  expect(await room.phase()).toMatchObject({ phase: 'recovery', loss: 'DAMAGED' })
  mend()
  expect((await room.phase()).phase).toBe('locked')
})

test.each<Damage>(['error', 'null'])(
  'case 10: a kind of records of which the browser gives %s does not fit, and comes back',
  async (damage) => {
    const me = await worked()
    const { room } = openWindowHere()
    given(await room.unlock(me, passphrase))
    const mend = damageTable('clients', damage)
    const { counted, unreadable } = given(await room.checkRecords())
    expect(counted).toMatchObject({ complete: false, misfits: [{ table: 'clients', found: 0 }] })
    expect(unreadable).toEqual([])
    mend()
    given(await room.recoverRecords())
    await unlock(room)
    expect(given(await room.checkRecords()).counted.complete).toBe(true)
  },
)

test('case 10: where calls cannot be read the board says so, and not that something unexpected happened', async () => {
  const me = await worked()
  const { room } = openWindowHere()
  const mend = damageTable('hotlineCalls', 'error')
  given(await room.unlock(me, passphrase))
  const board = room.today().catch((problem: unknown) => thrownCode(problem))
  expect(await board).toBe('UNREADABLE')
  mend()
})
