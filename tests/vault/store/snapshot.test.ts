import { expect, test } from 'vitest'
import { encodeFrame } from '../../../src/journal/frame.ts'
import { encodeWrites, type TableWrite } from '../../../src/vault/store/row-codec.ts'
import { isWhole, readSnapshot, verifySnapshot, writeSnapshot } from '../../../src/vault/store/snapshot.ts'
import { memoryFolder } from '../../support/memory-folder.ts'
import { codeOf } from '../sealing/places.ts'

const part = (...ids: string[]): TableWrite[] =>
  ids.map((id) => ({ table: 'notes', row: { id, revision: 1 } }))

async function* parts(...all: TableWrite[][]) {
  yield* all
}

const name = 'snapshot-5'

const snapshotOf = async (...all: TableWrite[][]) => {
  const folder = memoryFolder()
  const written = await writeSnapshot(folder, name, 5, parts(...all))
  const bytes = folder.files.get(name)
  if (!bytes) throw new Error('no snapshot')
  return { folder, written, bytes }
}

const read = async (folder: ReturnType<typeof memoryFolder>) => {
  const rows: TableWrite[] = []
  for await (const some of readSnapshot(folder, name)) rows.push(...some)
  return rows
}

test('a snapshot reads back as it was written', async () => {
  const { folder, written } = await snapshotOf(part('a', 'b'), part('c'))
  expect(written.rows).toBe(3)
  expect(await read(folder)).toEqual(part('a', 'b', 'c'))
  await verifySnapshot(folder, name, written)
  expect(await isWhole(folder, name)).toBe(true)
})

test('one that ends early, goes on behind its end or lost a part is no snapshot', async () => {
  const { folder, bytes } = await snapshotOf(part('a'), part('b'))
  const rows = encodeFrame({ seq: 5, payload: encodeWrites(part('a')) }).length
  const end = bytes.length - 2 * rows
  const spoilt = [
    bytes.slice(0, bytes.length - end),
    new Uint8Array([...bytes, ...encodeFrame({ seq: 5, payload: encodeWrites(part('c')) })]),
    bytes.slice(rows),
    new Uint8Array([...encodeFrame({ seq: 5, payload: new Uint8Array(9) }), ...bytes]),
    new Uint8Array(),
  ]
  for (const content of spoilt) {
    folder.files.set(name, content)
    expect(['DAMAGED_VAULT', 'DAMAGED_RECORD']).toContain(await codeOf(read(folder)))
    expect(await isWhole(folder, name)).toBe(false)
  }
})

test('another one in its place is not the one that was written', async () => {
  const { written } = await snapshotOf(part('a', 'b'))
  const { folder } = await snapshotOf(part('a'))
  expect(await isWhole(folder, name)).toBe(true)
  expect(await codeOf(verifySnapshot(folder, name, written))).toBe('DAMAGED_VAULT')
})
