import { Dexie } from 'dexie'
import { expect, onTestFinished, test } from 'vitest'
import { databaseHomeOpens } from '../../../src/vault/store/database-home.ts'
import { bucketNames, forgetBuckets, openBucket } from './buckets.ts'

const madeIn = async (indexedDB: IDBFactory, name: string): Promise<void> => {
  Dexie.dependencies.indexedDB = indexedDB
  const database = new Dexie(name)
  database.version(1).stores({ rows: 'id' })
  await database.open()
  database.close()
}

test('after the next start the databases are where they were moved to last', async () => {
  onTestFinished(forgetBuckets)
  await openBucket('of-somebody-else')
  for (const number of [2, 10, 9]) {
    const { indexedDB } = await openBucket(`anxin-${number}`)
    await madeIn(indexedDB, `in-${number}`)
  }
  Dexie.dependencies.indexedDB = indexedDB
  expect(await databaseHomeOpens()).toBe(true)
  expect(await Dexie.exists('in-10')).toBe(true)
  expect(await Dexie.exists('in-9')).toBe(false)
  expect(await bucketNames()).toHaveLength(4)
})
