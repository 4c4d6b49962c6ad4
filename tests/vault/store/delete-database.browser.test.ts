import { Dexie } from 'dexie'
import { expect, onTestFinished, test } from 'vitest'
import { deleteDatabase } from '../../../src/vault/store/delete-database.ts'
import { forgetBuckets, openBucket, ordinary } from './buckets.ts'

const make = async (factory: IDBFactory, name: string): Promise<void> => {
  Dexie.dependencies.indexedDB = factory
  const database = new Dexie(name)
  database.version(1).stores({ rows: 'id' })
  await database.open()
  database.close()
}

const namesIn = async (factory: IDBFactory): Promise<(string | undefined)[]> =>
  (await factory.databases()).map(({ name }) => name)

test('after the databases were moved one is deleted there, and none where they were', async () => {
  const name = 'anxin-deleted-here'
  onTestFinished(async () => {
    await forgetBuckets()
    await Dexie.delete(name)
  })
  await make(ordinary, name)
  const { indexedDB: moved } = await openBucket('anxin-2')
  await make(moved, name)
  await deleteDatabase(name)
  expect(await namesIn(moved)).not.toContain(name)
  expect(await namesIn(ordinary)).toContain(name)
  await deleteDatabase(name)
})
