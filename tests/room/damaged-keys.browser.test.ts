import { Dexie } from 'dexie'
import { beforeEach, expect, test } from 'vitest'
import { codeOf, given } from '../support/exchange.ts'
import { register } from './casework.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindow, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

/** Each is lost without an error, and shows when somebody has signed in, or as nobody can. */
const losses: [string, (database: Dexie) => PromiseLike<unknown>, string | null][] = [
  ['an order', (database) => database.table('orders').clear(), 'DAMAGED_VAULT'],
  [
    'a key',
    (database) =>
      database
        .table('grants')
        .filter(({ domain }) => domain === 'config')
        .delete(),
    'NO_KEY',
  ],
  [
    'a signature',
    (database) =>
      database
        .table('vault')
        .toCollection()
        .modify(({ signature }) => {
          signature[0] ^= 1
        }),
    'DAMAGED_VAULT',
  ],
  ['the unit', (database) => database.table('unitProfile').clear(), 'UNIT_PROFILE_MISSING'],
  ['those who work here', (database) => database.table('staff').clear(), null],
]

test.each(losses)(
  'case 9: %s that is gone shuts nobody out for good: it comes back from the second copy',
  async (_, lose, told) => {
    const window = openWindow()
    await setUp(window.room)
    const me = await firstStaff(window.room)
    await register(window.room)
    await window.close()
    const database = await new Dexie('anxin').open()
    await lose(database)
    database.close()

    const { room, close } = openWindow()
    if (told !== null) {
      expect((await room.phase()).phase).toBe('locked')
      expect(codeOf(await room.recoverRecords())).toBe('NOTHING_LOST')
      expect(codeOf(await room.unlock(me, '别人的示例口令也不短啊'))).toBe('WRONG_PASSPHRASE')
      expect((await room.phase()).phase).toBe('locked')
      expect(codeOf(await room.unlock(me, passphrase))).toBe(told)
    }
    const phase = await room.phase()
    expect(phase).toMatchObject({ phase: 'recovery', loss: 'DAMAGED' })
    expect(phase.phase === 'recovery' && phase.copiedSaves).toBeGreaterThan(1)
    expect(given(await room.recoverRecords()).whole).toBe(true)
    expect((await room.phase()).phase).toBe('locked')
    await unlock(room)
    expect((await room.listClients('')).clients).toHaveLength(1)
    expect((await room.windowStanding(0)).misfit).toBe(false)
    await close()
  },
)

test('where the records open, nobody puts a backup in their place without signing in', async () => {
  const { room } = openWindowHere()
  const words = await setUp(room)
  const name = given(await room.backUp()).last?.value.name ?? ''
  await room.signOut('locked')
  for (const secret of [{ passphrase }, { words }])
    expect(codeOf(await room.prepareRestore({ name }, secret))).toBe('LOCKED')
  expect(codeOf(await room.switchToRestored())).toBe('NOTHING_PREPARED')
})
