import { describe, expect, onTestFinished, test } from 'vitest'
import { Restoration, vaultIdHere } from '../../../src/vault/backup/restore.ts'
import { VaultDatabase } from '../../../src/vault/store/database.ts'
import { databasesOf } from '../../../src/vault/store/database-names.ts'
import { markUnfinished } from '../../../src/vault/store/unfinished.ts'
import { remove } from '../../room/windows.ts'
import { onDisk } from '../room.ts'
import { codeOf } from '../sealing/places.ts'
import { backUp, keyTo, madeAt, roomToBackUp } from './kept.ts'

/** A room with a backup of it, locked. */
const roomAndBackup = async () => {
  const kept = await roomToBackUp()
  const made = await backUp(kept)
  kept.session.database.close()
  const { place } = kept.room
  const file = kept.folder.read(made.name)
  const prepare = () => Restoration.prepare(place, file, () => keyTo(kept.session))
  return { place, vaultId: kept.session.header.vaultId, prepare }
}

const forget = (folder: Map<string, unknown>): void => {
  for (const slot of ['head-a', 'head-b']) folder.delete(slot)
}

describe('which vault lives here', () => {
  test('is told by its database, by its second copy when that is gone, and by nothing when both are', async () => {
    const { place, vaultId } = await roomAndBackup()
    expect(await vaultIdHere(place)).toBe(vaultId)
    await remove(place.name)
    expect(await vaultIdHere(place)).toBe(vaultId)
    forget(place.folder.files)
    expect(await vaultIdHere(place)).toBeNull()
    place.folder.files.clear()
    expect(await vaultIdHere(place)).toBeNull()
  })

  test('case 20: nothing is restored over one of a later release', async () => {
    const { place, prepare } = await roomAndBackup()
    await onDisk(place.name, (database) => database.table('vault').update('header', { layout: 99 }))
    expect(await codeOf(vaultIdHere(place))).toBe('NEWER_VAULT')
    expect(await codeOf(prepare())).toBe('NEWER_VAULT')
    expect(await databasesOf(place.name)).toEqual([place.name])
  })
})

describe('a backup is restored', () => {
  test('where the records are lost, with nothing to compare it with', async () => {
    const { place, prepare } = await roomAndBackup()
    await onDisk(place.name, (database) => database.table('head').clear())
    const restoration = await prepare()
    const { livingSeq, tables } = restoration.comparison
    expect(livingSeq).toBeNull()
    expect(tables.find(({ table }) => table === 'notes')).toMatchObject({ living: 0, restored: 5 })
    await restoration.discard()
  })

  test('beside a vault of the layout before, which counted no commits', async () => {
    const { place, prepare } = await roomAndBackup()
    place.folder.files.clear()
    await onDisk(place.name, async (database) => {
      await database.table('head').clear()
      await database.table('vault').update('header', { layout: 1 })
    })
    const restoration = await prepare()
    const { livingSeq, tables } = restoration.comparison
    expect(livingSeq).toBeNull()
    expect(tables.find(({ table }) => table === 'notes')).toMatchObject({ living: 5, restored: 5 })
    await restoration.discard()
  })

  test('after what an earlier attempt left was cleared away, and nothing else', async () => {
    const { place, prepare } = await roomAndBackup()
    const first = await prepare()
    await first.switchOver(madeAt)
    const left = new VaultDatabase(`${place.name}.3`, place.kinds)
    onTestFinished(() => left.close())
    await markUnfinished(left, madeAt)
    left.close()
    expect(await databasesOf(place.name)).toHaveLength(3)
    const second = await prepare()
    expect(await databasesOf(place.name)).toEqual([place.name, `${place.name}.2`, `${place.name}.3`])
    await second.discard()
    expect(await databasesOf(place.name)).toEqual([place.name, `${place.name}.2`])
  })
})
