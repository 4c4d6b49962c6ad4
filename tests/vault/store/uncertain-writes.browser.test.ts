import { describe, expect, test } from 'vitest'
import { VaultDatabase } from '../../../src/vault/store/database.ts'
import { Store } from '../../../src/vault/store/store.ts'
import { onDisk } from '../room.ts'
import { codeOf } from '../sealing/places.ts'
import { makeStand, row } from './stand.ts'

type Answer = 'refused' | 'lost'

/** The next transactions that write: nothing of them is written, or all of them and nobody hears of it. */
const answering = (database: VaultDatabase, ...answers: Answer[]): void => {
  const original = database.transaction
  Reflect.set(database, 'transaction', async (...args: unknown[]) => {
    const answer = args[0] === 'rw' ? answers.shift() : undefined
    const result = answer === 'refused' ? null : await Reflect.apply(original, database, args)
    if (answer) throw new DOMException('示例故障', 'AbortError')
    return result
  })
}

const after = ['a:1:1', 'b:1:1', 'c:1:1', 'd:1:1', 'e:1:1']

describe('a commit of whose end nobody heard', () => {
  const cases: [string, Answer[]][] = [
    ['once', ['lost']],
    ['when it was tried again', ['refused', 'lost']],
  ]
  for (const [when, answers] of cases)
    test(`${when}, is there once, and the next goes on from it`, async () => {
      const stand = await makeStand()
      const store = await stand.start()
      answering(store.database, ...answers)
      await store.commit([row('d', 1, 1)])
      await store.commit([row('e', 1, 1)])
      expect(store.head.seq).toBe(3)
      expect((await store.checkAgain()).complete).toBe(true)
      store.close()
      expect(await stand.content()).toEqual(after)
    })

  test('that was refused twice is not there, and can be made again', async () => {
    const stand = await makeStand()
    const store = await stand.start()
    answering(store.database, 'refused', 'refused')
    expect(await codeOf(store.commit([row('d', 1, 1)]))).toBe('NOT_SAVED')
    await store.commit([row('d', 1, 1), row('e', 1, 1)])
    store.close()
    expect(await stand.content()).toEqual(after)
  })
})

test('a journal that somebody else went on with is a conflict, and stays as it is', async () => {
  const stand = await makeStand()
  const store = await stand.start()
  await store.commit([row('d', 1, 1)])
  const { files } = stand.place.folder
  const journal = new Uint8Array([...(files.get('journal-1') ?? []), 1, 2, 3])
  files.set('journal-1', journal)
  expect(await codeOf(store.commit([row('e', 1, 1)]))).toBe('CONFLICT')
  store.close()
  expect(files.get('journal-1')).toEqual(journal)
})

test('while rows are missing they are not counted anew under another key', async () => {
  const stand = await makeStand()
  const store = await stand.start()
  await onDisk(stand.place.name, (database) => database.table('notes').delete('b'.repeat(32)))
  await store.checkAgain()
  expect(await codeOf(store.rekey())).toBe('INCOMPLETE')
  expect(await codeOf(store.snapshot())).toBe('INCOMPLETE')
  expect(store.head.seq).toBe(1)
  store.close()
})

test('without its head nothing is written to a database', async () => {
  const { place, vaultId, config } = await makeStand()
  await onDisk(place.name, (database) => database.table('head').clear())
  const database = new VaultDatabase(place.name, place.kinds)
  expect(await codeOf(Store.open(vaultId, database, place.folder, () => [config]))).toBe('DAMAGED_VAULT')
  database.close()
})

test('a writer whom another one went past goes on from there, and a row that the other changed is a conflict', async () => {
  const stand = await makeStand()
  const first = await stand.start()
  const second = await stand.start()
  await second.commit([row('d', 1, 1)])
  expect(await codeOf(first.commit([row('d', 1, 2)]))).toBe('CONFLICT')
  await first.commit([row('e', 1, 1)])
  expect(first.head.seq).toBe(3)
  expect((await first.checkAgain()).complete).toBe(true)
  first.close()
  second.close()
  expect(await stand.content()).toEqual(after)
})
