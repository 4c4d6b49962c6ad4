import { describe, expect, onTestFinished, test } from 'vitest'
import { drawId } from '../../../src/vault/primitives/random.ts'
import { VaultDatabase } from '../../../src/vault/store/database.ts'
import { rebuild } from '../../../src/vault/store/rebuild.ts'
import { settle } from '../../../src/vault/store/settle.ts'
import { standingOf } from '../../../src/vault/store/standing.ts'
import { writeRows } from '../../../src/vault/store/write-rows.ts'
import { remove } from '../../room/windows.ts'
import { memoryFolder } from '../../support/memory-folder.ts'
import { noteKind, onDisk } from '../room.ts'
import { codeOf } from '../sealing/places.ts'
import { makeStand, row, type Stand } from './stand.ts'

/** A stand with three more commits that its database, put back to the day before, does not have. */
const behind = async (): Promise<Stand> => {
  const stand = await makeStand()
  const store = await stand.start()
  for (const id of ['d', 'e', 'f']) await store.commit([row(id, 1, 1)])
  store.close()
  const { files } = stand.place.folder.copy()
  await stand.reset()
  for (const [name, bytes] of files) stand.place.folder.files.set(name, bytes)
  return stand
}

const journalOf = ({ place }: Stand) => {
  const journal = place.folder.files.get('journal-1')
  if (!journal) throw new Error('no journal')
  return journal
}

describe('what is taken for the vault', () => {
  test('is not a database in which there never was anything', async () => {
    const place = { name: `empty-${drawId()}`, kinds: [noteKind], folder: memoryFolder() }
    onTestFinished(() => remove(place.name))
    const database = await new VaultDatabase(place.name, place.kinds).open()
    database.close()
    expect(await standingOf(place)).toEqual({ state: 'none' })
    expect(await codeOf(settle(place))).toBe('NO_VAULT')
  })

  test('case 20: of a later release it is not touched', async () => {
    const { place } = await makeStand()
    await onDisk(place.name, (database) => database.table('vault').update('header', { layout: 99 }))
    expect(await standingOf(place)).toEqual({ state: 'newer' })
    expect(await codeOf(settle(place))).toBe('NEWER_VAULT')
  })

  test('case 11: is not nothing while a second copy tells of it, even where nothing notes its name', async () => {
    const { place } = await makeStand()
    await remove(place.name)
    for (const slot of ['head-a', 'head-b']) place.folder.files.delete(slot)
    expect(await standingOf(place)).toEqual({ state: 'lost', loss: 'MISSING', seq: 1, database: null })
    expect(await codeOf(settle(place))).toBe('RECOVERY_NEEDED')
  })

  test('is not a database without its head', async () => {
    const { place } = await makeStand()
    await onDisk(place.name, (database) => database.table('head').clear())
    expect(await standingOf(place)).toMatchObject({ state: 'lost', loss: 'DAMAGED', database: place.name })
  })
})

describe('a database that is older than its second copy', () => {
  test('gets every commit it lacks, each once', async () => {
    const stand = await behind()
    expect(await standingOf(stand.place)).toMatchObject({ state: 'ready', seq: 1, behind: 3 })
    expect(await settle(stand.place)).toMatchObject({ behind: 3 })
    expect(await standingOf(stand.place)).toMatchObject({ state: 'ready', seq: 4, behind: 0 })
    expect(await stand.content()).toEqual(['a:1:1', 'b:1:1', 'c:1:1', 'd:1:1', 'e:1:1', 'f:1:1'])
  })

  test('case 14: is not worked with while a commit between them is missing', async () => {
    const stand = await behind()
    const journal = journalOf(stand)
    const middle = Math.floor(journal.length / 2)
    journal.set([(journal[middle] ?? 0) ^ 1], middle)
    expect(await standingOf(stand.place)).toMatchObject({ state: 'lost', loss: 'OLDER', seq: 4 })
    expect(await codeOf(settle(stand.place))).toBe('RECOVERY_NEEDED')
    expect(await rebuild(stand.place)).toMatchObject({ seq: 4, whole: false })
  })
})

test('a commit that another window was faster with writes nothing', async () => {
  const { place, content } = await makeStand()
  const database = new VaultDatabase(place.name, place.kinds)
  expect(await codeOf(writeRows(database, 1, [row('d', 1, 1)]))).toBe('CONFLICT')
  expect(await codeOf(writeRows(database, 3, [row('d', 1, 1)]))).toBe('CONFLICT')
  database.close()
  expect(await content()).toEqual(['a:1:1', 'b:1:1', 'c:1:1'])
})
