import { expect, test } from 'vitest'
import { makeStand, row } from './stand.ts'

/** Commits between two snapshots, as the store counts them. */
const every = 500

const filesOf = (files: ReadonlyMap<string, unknown>, kind: string): string[] =>
  [...files.keys()].filter((name) => name.startsWith(`${kind}-`)).toSorted()

test('what is saved after a snapshot and a restart stands in the journal that the snapshot began', async () => {
  const { place, start } = await makeStand()
  const store = await start()
  await store.snapshot()
  store.close()
  const [begun] = filesOf(place.folder.files, 'snapshot').slice(-1)
  const again = await start()
  await again.commit([row('d', 1, 1)])
  again.close()
  expect(filesOf(place.folder.files, 'journal')).toEqual([begun?.replace('snapshot', 'journal')])
})

test('a snapshot is made after so many commits since the one before, and not at every start', async () => {
  const { place, start } = await makeStand()
  const store = await start()
  for (let revision = 2; revision <= every + 2; revision++) await store.commit([row('a', revision, 1)])
  await store.idle()
  const made = filesOf(place.folder.files, 'snapshot')
  expect(made).toHaveLength(2)
  store.close()

  const again = await start()
  await again.commit([row('b', 2, 1)])
  await again.idle()
  expect(filesOf(place.folder.files, 'snapshot')).toEqual(made)
  again.close()
})

test('what is left of a snapshot that was broken off is taken away with the next one', async () => {
  const { place, start } = await makeStand()
  const { files } = place.folder
  const store = await start()
  await store.snapshot()
  await store.commit([row('d', 1, 1)])
  const [finished = ''] = filesOf(files, 'snapshot').slice(-1)
  const brokenOff = finished.replace(/\d+$/, (seq) => String(Number(seq) + 1))
  files.set(brokenOff, (files.get(finished) ?? new Uint8Array()).slice(0, 50))
  await store.commit([row('e', 1, 1)])
  await store.snapshot()
  expect(filesOf(files, 'snapshot')).not.toContain(brokenOff)
  expect(filesOf(files, 'snapshot')).toHaveLength(2)
  store.close()
})

test('a whole snapshot is not taken for one that was broken off because the slot that named it is lost', async () => {
  const { place, start } = await makeStand()
  const { files } = place.folder
  const store = await start()
  await store.snapshot()
  const slots = new Map(
    ['head-a', 'head-b'].map((name) => [name, files.get(name) ?? new Uint8Array()] as const),
  )
  await store.commit([row('d', 1, 1)])
  await store.snapshot()
  const [newest = ''] = filesOf(files, 'snapshot').slice(-1)
  store.close()
  for (const [name, before] of slots) files.set(name, before)

  const again = await start()
  await again.commit([row('e', 1, 1)])
  await again.snapshot()
  expect(filesOf(files, 'snapshot')).toContain(newest)
  again.close()
})

test('none is made of a large vault for a journal that is nothing beside it', async () => {
  const { place, start } = await makeStand()
  const store = await start()
  const { table, row: small } = row('d', 1, 1)
  await store.commit([{ table, row: { ...small, ...{ text: 'x'.repeat(20_000_000) } } }])
  await store.snapshot()
  const made = filesOf(place.folder.files, 'snapshot')
  for (let revision = 2; revision <= every + 2; revision++) await store.commit([row('a', revision, 1)])
  await store.idle()
  expect(filesOf(place.folder.files, 'snapshot')).toEqual(made)
  store.close()
})
