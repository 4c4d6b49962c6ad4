import { expect, test } from 'vitest'
import { makeRoom, noteKind, onDisk } from '../room.ts'
import { codeOf } from '../sealing/places.ts'

test('how the records and their second copy stand is told by number', async () => {
  const room = await makeRoom()
  const vault = await room.open(room.first)
  const value = { clientId: 'a'.repeat(32), text: '示例' }
  await vault.commit([{ kind: noteKind, id: vault.drawId(), expectedRevision: 0, value }])
  const health = await vault.health()
  expect(health).toMatchObject({ saves: 2, layout: 2, former: [] })
  expect(health.rows).toMatchObject({ vault: 1, staff: 1, notes: 1, clientKeys: 1 })
  expect(health.copy).toEqual({ saves: 2, snapshot: 1, damaged: 0 })
  expect(Date.parse(health.savedAt)).toBeLessThanOrEqual(Date.now())

  room.place.folder.files.clear()
  expect((await vault.health()).copy).toEqual({ saves: 0, snapshot: null, damaged: 0 })
  await onDisk(room.name, (database) => database.table('head').clear())
  expect(await codeOf(vault.health())).toBe('DAMAGED_VAULT')
})
