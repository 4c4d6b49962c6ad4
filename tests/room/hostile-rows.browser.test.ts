import { Dexie } from 'dexie'
import { beforeEach, expect, test, vi } from 'vitest'
import { openRoom } from '../../src/room/room.ts'
import { kdfFloor } from '../../src/vault/keys/key-derivation.ts'
import { firstStaff, passphrase, setUp } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

vi.setConfig({ testTimeout: 120_000 })
beforeEach(emptyStorage)

type Rows = { id: string }[]

/** Spoils a field of every row. */
const without =
  (field: string) =>
  (rows: Rows): Rows =>
    rows.map((row) => ({ ...row, [field]: null }))

/** Puts a row there that is none. */
const withJunk = (rows: Rows): Rows => [...rows, { id: 'x' }, { id: '' }]

// What somebody with the disk did, to which table, and what the door then shows to who knows their passphrase.
const done: [string, string, (rows: Rows) => Rows, 'open' | 'recovery'][] = [
  ['junk', 'staff', withJunk, 'open'],
  ['junk', 'orders', withJunk, 'open'],
  ['junk', 'generations', withJunk, 'open'],
  ['junk', 'grants', withJunk, 'open'],
  ['no seal key', 'staff', without('sealKey'), 'open'],
  ['no roles', 'staff', without('roles'), 'recovery'],
  ['no names', 'staff', without('name'), 'recovery'],
  ['no keys', 'vault', without('domains'), 'recovery'],
  ['no root', 'vault', without('root'), 'recovery'],
  ['no sheet', 'vault', without('recovery'), 'recovery'],
  ['no signature', 'orders', without('signature'), 'recovery'],
  ['nothing sealed', 'grants', without('sealed'), 'recovery'],
]

test('whatever stands in the tables of keys, the door shows a way in or a way to recover', async () => {
  const { room } = openWindowHere()
  await setUp(room)
  const me = await firstStaff(room)
  await room.signOut('locked')
  const database = await new Dexie('anxin').open()
  for (const [what, name, spoil, shown] of done) {
    const table = database.table(name)
    const rows: Rows = await table.toArray()
    await table.bulkPut(spoil(rows))
    const door = openRoom(kdfFloor)
    const { phase } = await door.phase()
    if (phase === 'locked') await door.unlock(me, passphrase)
    else expect([what, name, phase]).toEqual([what, name, 'recovery'])
    expect([what, name, (await door.phase()).phase]).toEqual([what, name, shown])
    if (shown === 'open') {
      expect((await door.staffing()).staff).toHaveLength(1)
      await door.signOut('locked')
    }
    await table.clear()
    await table.bulkPut(rows)
  }
  database.close()
})
