import { Dexie } from 'dexie'
import { expect, onTestFinished, test } from 'vitest'
import { writeHeadSlot } from '../../../src/journal/head-slot.ts'
import { databaseHomeOpens, moveDatabaseHome } from '../../../src/vault/store/database-home.ts'
import { standingOf } from '../../../src/vault/store/standing.ts'
import { memoryFolder } from '../../support/memory-folder.ts'
import { noteKind } from '../room.ts'
import { bucketNames, forgetBuckets, ordinary } from './buckets.ts'

/** A browser whose databases do not open any more, or only after `times`. */
const broken = (times = Number.POSITIVE_INFINITY): void => {
  let left = times
  const failing = () => Promise.reject(new DOMException('示例故障', 'UnknownError'))
  Dexie.dependencies.indexedDB = new Proxy(ordinary, {
    get: (target, name) => {
      if (name === 'databases' && left-- > 0) return failing
      const found: unknown = Reflect.get(target, name)
      return typeof found === 'function' ? found.bind(target) : found
    },
  })
  onTestFinished(() => {
    Dexie.dependencies.indexedDB = ordinary
  })
}

const withoutBuckets = (): void => {
  Object.defineProperty(navigator, 'storageBuckets', { value: undefined, configurable: true })
  onTestFinished(() => {
    Reflect.deleteProperty(navigator, 'storageBuckets')
  })
}

// One start of the program after the other would need a page each: these stand in the order of one day.

test('a browser that opens no database has lost the vault of which the second copy tells', async () => {
  const place = { name: 'anxin', kinds: [noteKind], folder: memoryFolder() }
  broken()
  const lost = { state: 'lost', loss: 'UNREADABLE' }
  expect(await standingOf(place)).toEqual({ ...lost, seq: 0, database: null })
  const slot = { seq: 3, vaultId: '0'.repeat(32), database: 'anxin.2', snapshot: null, journal: 'journal-1' }
  await writeHeadSlot(place.folder, slot)
  expect(await standingOf(place)).toEqual({ ...lost, seq: 3, database: 'anxin.2' })
})

test('where it has no other place for them nothing can be moved', async () => {
  withoutBuckets()
  broken()
  expect(await databaseHomeOpens()).toBe(false)
  expect(await moveDatabaseHome()).toBe(false)
})

test('it is asked again, and when it opens them by then nothing is wrong', async () => {
  broken(2)
  expect(await databaseHomeOpens()).toBe(true)
})

test('another place takes over from the one that does not open', async () => {
  onTestFinished(forgetBuckets)
  broken()
  expect(await moveDatabaseHome()).toBe(true)
  expect(await databaseHomeOpens()).toBe(true)
  const moved = new Dexie('moved')
  moved.version(1).stores({ rows: 'id' })
  await moved.open()
  moved.close()
  expect(await Dexie.exists('moved')).toBe(true)
  expect((await ordinary.databases()).map(({ name }) => name)).not.toContain('moved')
  expect(await moveDatabaseHome()).toBe(true)
  expect(await Dexie.exists('moved')).toBe(false)
  expect(await bucketNames()).toEqual(['anxin-2', 'anxin-3'])
})
