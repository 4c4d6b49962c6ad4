import { expect, test } from 'vitest'
import { encodeFrame } from '../../../src/journal/frame.ts'
import { drawId } from '../../../src/vault/primitives/random.ts'
import { rebuild } from '../../../src/vault/store/rebuild.ts'
import { remove } from '../../room/windows.ts'
import { memoryFolder } from '../../support/memory-folder.ts'
import { noteKind } from '../room.ts'
import { codeOf } from '../sealing/places.ts'
import { makeStand, row, type Stand } from './stand.ts'

const bytesOf = ({ place }: Stand, name: string) => {
  const bytes = place.folder.files.get(name)
  if (!bytes) throw new Error(`no ${name}`)
  return bytes
}

test('where nothing tells of a vault none is made', async () => {
  const place = { name: `nothing-${drawId()}`, kinds: [noteKind], folder: memoryFolder() }
  expect(await codeOf(rebuild(place))).toBe('DAMAGED_VAULT')
  for (const name of [place.name, `${place.name}.2`]) await remove(name)
})

test('a snapshot that rotted is passed over: the one before it and the journals since have everything', async () => {
  const stand = await makeStand()
  const store = await stand.start()
  await store.commit([row('d', 1, 1)])
  await store.snapshot()
  await store.commit([row('e', 1, 1)])
  store.close()
  bytesOf(stand, 'snapshot-2').fill(7, 40, 60)
  await remove(stand.place.name)
  expect(await rebuild(stand.place)).toMatchObject({ seq: 3, whole: true })
  expect(await stand.content()).toEqual(['a:1:1', 'b:1:1', 'c:1:1', 'd:1:1', 'e:1:1'])
})

test('a commit that says nothing that can be understood is left out, and told of', async () => {
  const stand = await makeStand()
  const store = await stand.start()
  await store.commit([row('d', 1, 1)])
  store.close()
  const nonsense = encodeFrame({ seq: 3, payload: new Uint8Array(50).fill(0xc1) })
  stand.place.folder.files.set('journal-1', new Uint8Array([...bytesOf(stand, 'journal-1'), ...nonsense]))
  await remove(stand.place.name)
  expect(await rebuild(stand.place)).toMatchObject({ seq: 2, whole: false })
})
