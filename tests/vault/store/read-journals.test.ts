import { expect, test } from 'vitest'
import { encodeFrame } from '../../../src/journal/frame.ts'
import { writeHeadSlot } from '../../../src/journal/head-slot.ts'
import { readJournals } from '../../../src/vault/store/read-journals.ts'
import { memoryFolder } from '../../support/memory-folder.ts'

const commit = (seq: number) => encodeFrame({ seq, payload: new Uint8Array(20).fill(seq) })

test('an empty folder holds nothing, and the first commit begins its first journal', async () => {
  expect(await readJournals(memoryFolder())).toMatchObject({
    slot: null,
    seq: 0,
    frames: [],
    damaged: 0,
    torn: false,
    last: { name: 'journal-0', size: 0 },
  })
})

test('after a snapshot the next commit goes into the journal that it began', async () => {
  const folder = memoryFolder()
  const slot = { seq: 4, vaultId: '0'.repeat(32), database: 'anxin', snapshot: null, journal: 'journal-4' }
  await writeHeadSlot(folder, slot)
  expect(await readJournals(folder)).toMatchObject({ seq: 4, last: { name: 'journal-4', size: 0 } })
})

test('the newest journal may end in the middle of a commit; an older one that does is damaged', async () => {
  const folder = memoryFolder()
  folder.files.set('journal-0', commit(1))
  folder.files.set('journal-1', commit(2).slice(0, -5))
  expect(await readJournals(folder)).toMatchObject({ torn: true, damaged: 0, seq: 1 })
  folder.files.set('journal-2', commit(3))
  expect(await readJournals(folder)).toMatchObject({ torn: false, damaged: 1, seq: 3 })
})

test('commits stand in the order of their numbers, whatever the names of their files sort like', async () => {
  const folder = memoryFolder()
  folder.files.set('journal-9', commit(10))
  folder.files.set('journal-10', commit(11))
  folder.files.set('snapshot-12', commit(12))
  const { frames, seq, last, snapshots } = await readJournals(folder)
  expect(frames.map((frame) => frame.seq)).toEqual([10, 11])
  expect([seq, last.name, snapshots]).toEqual([12, 'journal-10', ['snapshot-12']])
})
