import { expect, test } from 'vitest'
import { folderContract } from './folder-contract.ts'
import { memoryFolder } from './memory-folder.ts'

folderContract(async () => memoryFolder())

const one = Uint8Array.of(1, 2, 3, 4)

test.each([
  ['before', 0],
  ['halfway', 2],
  ['after', 4],
] as const)('a call that fails %s leaves %i bytes', async (when, size) => {
  const folder = memoryFolder()
  folder.fail({ at: 2, when, code: 'NO_SPACE' })
  await folder.append('journal-1', 0, one)
  await expect(folder.append('journal-1', 4, one)).rejects.toMatchObject({ code: 'NO_SPACE' })
  expect((await folder.list())[0]?.size).toBe(4 + size)
  expect(folder.counted).toBe(2)
  await folder.append('journal-1', 4 + size, one)
})

test('a copy is a folder of its own, which does not fail', async () => {
  const folder = memoryFolder()
  await folder.append('journal-1', 0, one)
  folder.fail({ at: 1, when: 'before', forEver: true })
  const copy = folder.copy()
  await copy.append('journal-1', 4, one)
  await expect(folder.append('journal-1', 4, one)).rejects.toMatchObject({ code: 'FOLDER_UNREACHABLE' })
  await expect(folder.remove('journal-1')).rejects.toMatchObject({ code: 'FOLDER_UNREACHABLE' })
  expect([folder, copy].map(({ files }) => files.get('journal-1')?.length)).toEqual([4, 8])
})
