import { afterEach, expect, test, vi } from 'vitest'
import { fits } from '../../../src/vault/store/completeness.ts'
import { isUnreadable } from '../../../src/vault/store/unreadable.ts'
import { type Damage, damageTable } from '../../support/damaged-table.ts'
import { makeRoom, noteKind } from '../room.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const someNote = { kind: noteKind, expectedRevision: 0, value: { clientId: 'c'.repeat(32), text: '示例' } }

test.each<Damage>(['error', 'null'])(
  'case 10: a table of which the browser gives %s does not fit, and is not taken as it is',
  async (damage) => {
    const room = await makeRoom()
    const vault = await room.open(room.first)
    await vault.commit([{ ...someNote, id: 'a'.repeat(32) }])
    const mend = damageTable(noteKind.table, damage)
    const { complete, tables } = await vault.check({ anew: true })
    const misfits = tables.filter((counted) => !fits(counted))
    expect({ complete, misfits: misfits.map(({ table, found }) => [table, found]) }).toEqual({
      complete: false,
      misfits: [[noteKind.table, null]],
    })
    expect(isUnreadable(await vault.list(noteKind).catch((problem: unknown) => problem))).toBe(true)
    const accepted = vault.acceptAsIs().catch((problem: unknown) => problem)
    expect(await accepted).toMatchObject({ code: 'UNREADABLE', at: noteKind.table })
    mend()
    expect((await vault.check({ anew: true })).complete).toBe(true)
    vault.lock()
  },
)

test('a browser that is busy for a moment is asked again: nobody is kept from saving for it', async () => {
  const room = await makeRoom()
  const vault = await room.open(room.first)
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementationOnce(() => {
    throw new DOMException('busy', 'UnknownError')
  })
  expect((await vault.check({ anew: true })).complete).toBe(true)
  vault.lock()
})

test('what could not be read is counted again before the next save', async () => {
  const room = await makeRoom()
  const vault = await room.open(room.first)
  const mend = damageTable(noteKind.table, 'error')
  expect((await vault.check({ anew: true })).complete).toBe(false)
  const save = () => vault.commit([{ ...someNote, id: 'a'.repeat(32) }])
  await expect(save()).rejects.toMatchObject({ code: 'INCOMPLETE' })
  mend()
  await save()
  expect((await vault.check({ anew: true })).complete).toBe(true)
  vault.lock()
})

test('somebody else’s problem is none of the disk’s', () => {
  expect(isUnreadable(new DOMException('', 'QuotaExceededError'))).toBe(false)
  expect(isUnreadable(new TypeError())).toBe(false)
  expect(isUnreadable('UnknownError')).toBe(false)
})
