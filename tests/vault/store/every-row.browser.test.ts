import { expect, test } from 'vitest'
import { fits } from '../../../src/vault/store/completeness.ts'
import { makeRoom, noteKind, onDisk } from '../room.ts'

const row = { domain: 'case', revision: 1, index: [], envelope: new Uint8Array(80) }

test('cases 28 and 29: a row that was put there is noticed, whatever it is called', async () => {
  const room = await makeRoom()
  const names: [string, IDBValidKey][] = [
    ['no name', ''],
    ['a number', 5],
    ['a date', new Date(0)],
    ['bytes', new Uint8Array(4)],
    ['a list', ['x']],
    ['a name', 'f'.repeat(32)],
  ]
  for (const [what, id] of names) {
    await onDisk(room.name, (database) => database.table(noteKind.table).put({ ...row, id }))
    const vault = await room.open(room.first)
    const { complete, tables } = await vault.check()
    const misfit = tables.filter((counted) => !fits(counted))
    expect([what, complete, misfit.map(({ table }) => table)]).toEqual([what, false, [noteKind.table]])
    vault.lock()
    await onDisk(room.name, (database) => database.table(noteKind.table).clear())
  }
})
