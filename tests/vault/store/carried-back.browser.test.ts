import { expect, test } from 'vitest'
import { rebuild } from '../../../src/vault/store/rebuild.ts'
import type { OpenVault } from '../../../src/vault/vault.ts'
import { remove } from '../../room/windows.ts'
import { makeRoom, noteKind, onDisk } from '../room.ts'

const save = async (vault: OpenVault, text: string): Promise<string> => {
  const id = vault.drawId()
  const value = { clientId: 'a'.repeat(32), text }
  await vault.commit([{ kind: noteKind, id, expectedRevision: 0, value }])
  return id
}

const entered = async (vault: OpenVault) => {
  await vault.trail.enterOwed()
  const entries = await vault.trail.before({ before: null, limit: 100 })
  return entries.map(({ read }) => [read?.entry.action, read?.entry.actor, read?.entry.count])
}

test('case 45: yesterday in place of database and second copy is entered in the trail, once', async () => {
  const room = await makeRoom()
  const { files } = room.place.folder
  const rows = await onDisk(room.name, (database) =>
    Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  )
  const yesterday = new Map(room.place.folder.copy().files)
  const vault = await room.open(room.first)
  await save(vault, '甲')
  await save(vault, '乙')
  await vault.snapshot()
  vault.lock()
  for (const name of files.keys()) if (!name.startsWith('head-')) files.delete(name)
  for (const [name, bytes] of yesterday) if (!name.startsWith('head-')) files.set(name, bytes)
  await onDisk(room.name, async (database) => {
    for (const [table, content] of rows) {
      await database.table(table).clear()
      await database.table(table).bulkAdd(content)
    }
  })

  const again = await room.open(room.first)
  expect(await entered(again)).toEqual([['rolledBack', null, 2]])
  await again.snapshot()
  again.lock()
  expect(await entered(await room.open(room.first))).toHaveLength(1)
})

test('records that somebody went on with as they were are what the second copy holds from then on', async () => {
  const room = await makeRoom()
  const vault = await room.open(room.first)
  const id = await save(vault, '甲')
  await save(vault, '乙')
  vault.lock()
  await onDisk(room.name, (database) => database.table(noteKind.table).delete(id))
  const again = await room.open(room.first)
  expect((await again.check()).complete).toBe(false)
  await again.acceptAsIs()
  again.lock()

  await remove(room.name)
  expect(await rebuild(room.place)).toMatchObject({ whole: true })
  const rebuilt = await room.open(room.first)
  expect((await rebuilt.check()).complete).toBe(true)
  expect((await rebuilt.list(noteKind)).records.map(({ value }) => value.text)).toEqual(['乙'])
})
