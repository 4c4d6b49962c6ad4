import { describe, expect, test } from 'vitest'
import type { Bytes, DurableFolder } from '../../src/journal/durable-folder.ts'

const bytes = (text: string): Bytes => Uint8Array.from(new TextEncoder().encode(text))

/** What every `DurableFolder` does. `open` gives an empty one. */
export const folderContract = (open: () => Promise<DurableFolder>): void => {
  const textOf = async (folder: DurableFolder, name: string): Promise<string> =>
    new TextDecoder().decode(await folder.read(name, 0, 1000))

  describe('as every folder', () => {
    test('a file grows by what is appended at its end, and nowhere else', async () => {
      const folder = await open()
      await folder.append('journal-1', 0, bytes('one'))
      await folder.append('journal-1', 3, bytes('two'))
      for (const at of [0, 3, 5, 7]) {
        await expect(folder.append('journal-1', at, bytes('x'))).rejects.toMatchObject({
          code: 'FILE_CHANGED',
        })
      }
      await expect(folder.append('journal-2', 1, bytes('x'))).rejects.toMatchObject({ code: 'FILE_CHANGED' })
      expect(await textOf(folder, 'journal-1')).toBe('onetwo')
      expect(await folder.list()).toEqual([{ name: 'journal-1', size: 6 }])
    })

    test('a range is read as far as the file goes', async () => {
      const folder = await open()
      await folder.append('journal-1', 0, bytes('0123456789'))
      const ranges = [
        [0, 4, '0123'],
        [4, 100, '456789'],
        [10, 5, ''],
        [50, 5, ''],
        [3, 0, ''],
      ] as const
      for (const [from, length, text] of ranges) {
        expect(new TextDecoder().decode(await folder.read('journal-1', from, length))).toBe(text)
      }
    })

    test('what is put in place of a file is all there is of it, longer or shorter', async () => {
      const folder = await open()
      for (const text of ['middle', 'the longest of all', 's', '']) {
        await folder.overwrite('head-a', bytes(text))
        expect(await textOf(folder, 'head-a')).toBe(text)
      }
    })

    test('a file is cut, never lengthened', async () => {
      const folder = await open()
      await folder.append('journal-1', 0, bytes('0123456789'))
      await folder.truncate('journal-1', 20)
      expect(await textOf(folder, 'journal-1')).toBe('0123456789')
      await folder.truncate('journal-1', 4)
      await folder.append('journal-1', 4, bytes('x'))
      expect(await textOf(folder, 'journal-1')).toBe('0123x')
    })

    test('a file gets another name, in place of one that had it', async () => {
      const folder = await open()
      await folder.append('room.anxin-backup.part', 0, bytes('new'))
      await folder.append('room.anxin-backup', 0, bytes('the old one'))
      await folder.rename('room.anxin-backup.part', 'room.anxin-backup')
      expect(await folder.list()).toEqual([{ name: 'room.anxin-backup', size: 3 }])
      expect(await textOf(folder, 'room.anxin-backup')).toBe('new')
    })

    test('a file is removed, and removing it again is no error', async () => {
      const folder = await open()
      await folder.append('snapshot-1', 0, bytes('x'))
      await folder.remove('snapshot-1')
      await folder.remove('snapshot-1')
      expect(await folder.list()).toEqual([])
      await folder.append('snapshot-1', 0, bytes('again'))
      expect(await textOf(folder, 'snapshot-1')).toBe('again')
    })

    test('a file that is not there is not an empty one', async () => {
      const folder = await open()
      for (const touched of [
        () => folder.read('journal-1', 0, 10),
        () => folder.truncate('journal-1', 0),
        () => folder.rename('journal-1', 'journal-2'),
      ]) {
        await expect(touched()).rejects.toMatchObject({ code: 'NO_FILE' })
      }
    })

    test('a name that is none of a folder is refused by every call', async () => {
      const folder = await open()
      for (const name of [
        '',
        '..',
        '../journal-1',
        'notes.txt',
        'journal-x',
        'a/journal-1',
        'head-a\u0000',
      ]) {
        for (const touched of [
          () => folder.read(name, 0, 1),
          () => folder.append(name, 0, bytes('x')),
          () => folder.overwrite(name, bytes('x')),
          () => folder.truncate(name, 0),
          () => folder.rename(name, 'journal-1'),
          () => folder.rename('journal-1', name),
          () => folder.remove(name),
        ]) {
          await expect(touched()).rejects.toMatchObject({ code: 'FILE_NAME_REFUSED' })
        }
      }
      expect(await folder.list()).toEqual([])
    })

    test('a large piece comes back as it was', async () => {
      const folder = await open()
      const large = Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 31) & 0xff)
      await folder.append('snapshot-1', 0, large)
      const read = await folder.read('snapshot-1', 0, large.length)
      expect(read.length).toBe(large.length)
      expect(read.every((byte, index) => byte === large[index])).toBe(true)
    })
  })
}
