import { truncateSync } from 'node:fs'
import { mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { realFileSystem } from '../../src/host/file-system.ts'
import { nodeFolder } from '../../src/host/node-folder.ts'
import { emptyFolder } from '../support/empty-folder.ts'
import { folderContract } from '../support/folder-contract.ts'
import { type DiskCall, type Fault, faultyDisk } from './faulty-disk.ts'

const bytes = (text: string) => Uint8Array.from(new TextEncoder().encode(text))
const textOf = async (folder: { read: ReturnType<typeof nodeFolder>['read'] }, name: string) =>
  new TextDecoder().decode(await folder.read(name, 0, 1000))

folderContract(async () => nodeFolder(await emptyFolder()))

describe('on a disk', () => {
  test('files are for this user alone', async () => {
    const path = join(await emptyFolder(), 'journal', 'anxin')
    const folder = nodeFolder(path, { own: true })
    await folder.append('journal-1', 0, bytes('示例'))
    await folder.overwrite('head-a', bytes('示例'))
    const modes = await Promise.all(
      [path, join(path, 'journal-1'), join(path, 'head-a')].map(
        async (one) => (await stat(one)).mode & 0o777,
      ),
    )
    expect(modes).toEqual([0o700, 0o600, 0o600])
  })

  test('a folder of the program is empty until it is written to; listing does not make it', async () => {
    const path = join(await emptyFolder(), 'anxin')
    const folder = nodeFolder(path, { own: true })
    expect(await folder.list()).toEqual([])
    await folder.remove('journal-1')
    for (const touched of [() => folder.read('head-a', 0, 1), () => folder.truncate('head-a', 0)]) {
      await expect(touched()).rejects.toMatchObject({ code: 'NO_FILE' })
    }
    await expect(folder.append('journal-1', 5, bytes('x'))).rejects.toMatchObject({ code: 'FILE_CHANGED' })
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('case 18: a stick that was pulled out is not made anew on the disk', async () => {
    const path = join(await emptyFolder(), 'stick')
    await mkdir(path)
    const folder = nodeFolder(path)
    await folder.append('journal-1', 0, bytes('示例'))
    await rm(path, { recursive: true })
    for (const touched of [
      () => folder.list(),
      () => folder.read('journal-1', 0, 1),
      () => folder.append('journal-1', 6, bytes('x')),
      () => folder.append('journal-2', 0, bytes('x')),
      () => folder.overwrite('head-a', bytes('x')),
      () => folder.truncate('journal-1', 1),
      () => folder.rename('journal-1', 'journal-2'),
      () => folder.remove('journal-1'),
    ]) {
      await expect(touched()).rejects.toMatchObject({ code: 'FOLDER_UNREACHABLE' })
    }
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('case 68: what lies in the folder under another name, as a folder or as a link, is not there', async () => {
    const outside = await emptyFolder()
    await writeFile(join(outside, 'secret'), 'secret')
    const path = await emptyFolder()
    await writeFile(join(path, 'notes.txt'), 'x')
    await mkdir(join(path, 'journal-1'))
    await symlink(join(outside, 'secret'), join(path, 'head-a'))
    const folder = nodeFolder(path)
    expect(await folder.list()).toEqual([])
    for (const name of ['head-a', 'journal-1']) {
      await expect(folder.read(name, 0, 10)).rejects.toMatchObject({ code: 'FOLDER_UNREACHABLE' })
      await expect(folder.overwrite(name, bytes('x'))).rejects.toMatchObject({ code: 'FOLDER_UNREACHABLE' })
    }
    for (const name of ['notes.txt', '../secret', `${outside}/secret`, 'journal-1/x', '', '.', '..']) {
      for (const touched of [
        () => folder.read(name, 0, 10),
        () => folder.append(name, 0, bytes('x')),
        () => folder.overwrite(name, bytes('x')),
        () => folder.truncate(name, 0),
        () => folder.rename(name, 'journal-2'),
        () => folder.rename('journal-2', name),
        () => folder.remove(name),
      ]) {
        await expect(touched()).rejects.toMatchObject({ code: 'FILE_NAME_REFUSED' })
      }
    }
    expect(await readdir(outside)).toEqual(['secret'])
  })

  test('appends that are asked for at once happen one after the other: the second sees the first', async () => {
    const folder = nodeFolder(await emptyFolder())
    const results = await Promise.allSettled([
      folder.append('journal-1', 0, bytes('one')),
      folder.append('journal-1', 0, bytes('two')),
      folder.append('journal-1', 3, bytes('two')),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await textOf(folder, 'journal-1')).toBe('onetwo')
  })

  test('what resolves was flushed: the file, and the folder where a name came or went', async () => {
    const { fs, calls } = faultyDisk(() => null)
    const folder = nodeFolder(await emptyFolder(), { fs })
    const flushes = async (act: Promise<void>): Promise<DiskCall[]> => {
      calls.length = 0
      await act
      return calls.filter((call) => call === 'sync' || call === 'datasync')
    }
    expect(await flushes(folder.append('journal-1', 0, bytes('one')))).toEqual(['datasync', 'sync'])
    expect(await flushes(folder.append('journal-1', 3, bytes('two')))).toEqual(['datasync'])
    expect(await flushes(folder.truncate('journal-1', 3))).toEqual(['datasync'])
    expect(await flushes(folder.overwrite('head-a', bytes('one')))).toEqual(['datasync', 'sync'])
    expect(await flushes(folder.rename('journal-1', 'journal-2'))).toEqual(['sync'])
    expect(await flushes(folder.remove('journal-2'))).toEqual(['sync'])
  })
})

describe('a disk that fails', () => {
  const faulty = async (fault: Fault) => {
    const path = await emptyFolder()
    const whole = nodeFolder(path)
    await whole.append('journal-1', 0, bytes('before'))
    const waits: number[] = []
    const folder = nodeFolder(path, {
      fs: faultyDisk(fault).fs,
      wait: async (ms) => waits.push(ms),
    })
    return { path, whole, folder, waits }
  }

  test.each(['EPERM', 'EBUSY', 'EACCES'])(
    'case 17: %s three times and then not is waited for',
    async (code) => {
      for (const call of ['open', 'rename', 'unlink'] as const) {
        const { folder, whole, waits } = await faulty((one, count) =>
          one === call && count <= 3 ? code : null,
        )
        if (call === 'open') await folder.append('journal-1', 6, bytes(' after'))
        if (call === 'rename') await folder.rename('journal-1', 'journal-2')
        if (call === 'unlink') await folder.remove('journal-1')
        expect(waits).toEqual([5, 10, 20])
        const { open, rename, unlink } = {
          open: [{ name: 'journal-1', size: 12 }],
          rename: [{ name: 'journal-2', size: 6 }],
          unlink: [],
        }
        expect(await whole.list()).toEqual({ open, rename, unlink }[call])
      }
    },
  )

  test('case 17: what another program never lets go is an error, and the old file is whole', async () => {
    for (const call of ['open', 'rename', 'unlink'] as const) {
      const { folder, whole, waits } = await faulty((one) => (one === call ? 'EPERM' : null))
      const touched = {
        open: () => folder.append('journal-1', 6, bytes('x')),
        rename: () => folder.rename('journal-1', 'journal-2'),
        unlink: () => folder.remove('journal-1'),
      }[call]
      await expect(touched()).rejects.toMatchObject({ code: 'FOLDER_UNREACHABLE' })
      expect(waits).toHaveLength(10)
      expect(await whole.list()).toEqual([{ name: 'journal-1', size: 6 }])
      expect(await textOf(whole, 'journal-1')).toBe('before')
    }
  })

  test.each([
    ['ENOSPC', 'NO_SPACE'],
    ['EDQUOT', 'NO_SPACE'],
    ['EIO', 'FOLDER_UNREACHABLE'],
    ['ENODEV', 'FOLDER_UNREACHABLE'],
  ])('case 18: %s at any step of an append is %s, and the file is as it was', async (code, said) => {
    for (const call of ['open', 'stat', 'write', 'datasync'] as const) {
      const { folder, whole } = await faulty((one) => (one === call ? code : null))
      await expect(folder.append('journal-1', 6, bytes(' after'))).rejects.toMatchObject({ code: said })
      expect(await textOf(whole, 'journal-1')).toBe('before')
    }
    for (const call of ['open', 'write', 'datasync', 'sync'] as const) {
      const { folder, whole } = await faulty((one) => (one === call ? code : null))
      await expect(folder.append('journal-2', 0, bytes('new'))).rejects.toMatchObject({ code: said })
      expect(await whole.list()).toEqual([{ name: 'journal-1', size: 6 }])
    }
  })

  test('case 18: a failing read, cut, rename or removal is told of and changes nothing', async () => {
    const touches: [DiskCall, (folder: ReturnType<typeof nodeFolder>) => Promise<unknown>][] = [
      ['readdir', (folder) => folder.list()],
      ['lstat', (folder) => folder.list()],
      ['read', (folder) => folder.read('journal-1', 0, 6)],
      ['stat', (folder) => folder.read('journal-1', 0, 6)],
      ['truncate', (folder) => folder.truncate('journal-1', 2)],
      ['rename', (folder) => folder.rename('journal-1', 'journal-2')],
      ['unlink', (folder) => folder.remove('journal-1')],
    ]
    for (const [call, touch] of touches) {
      const { folder, whole } = await faulty((one) => (one === call ? 'EIO' : null))
      await expect(touch(folder)).rejects.toMatchObject({ code: 'FOLDER_UNREACHABLE' })
      expect([call, await textOf(whole, 'journal-1')]).toEqual([call, 'before'])
    }
  })

  test('a stick that cannot flush its folder is written to all the same; one that fails at it is not', async () => {
    for (const code of ['EINVAL', 'EPERM', 'ENOTSUP']) {
      const { folder, whole } = await faulty((one) => (one === 'sync' ? code : null))
      await folder.append('journal-2', 0, bytes('new'))
      expect(await textOf(whole, 'journal-2')).toBe('new')
    }
    const { folder } = await faulty((one) => (one === 'sync' ? 'EIO' : null))
    await expect(folder.rename('journal-1', 'journal-2')).rejects.toMatchObject({
      code: 'FOLDER_UNREACHABLE',
    })
  })

  test('after a failure the next write happens', async () => {
    const { folder, whole } = await faulty((one, count) => (one === 'write' && count === 1 ? 'ENOSPC' : null))
    await expect(folder.append('journal-1', 6, bytes('x'))).rejects.toMatchObject({ code: 'NO_SPACE' })
    await folder.append('journal-1', 6, bytes(' after'))
    expect(await textOf(whole, 'journal-1')).toBe('before after')
  })

  test('a file that another program cuts while it is read gives what is left', async () => {
    const path = await emptyFolder()
    const folder = nodeFolder(path, {
      fs: faultyDisk((call) => {
        if (call === 'read') truncateSync(join(path, 'journal-1'), 2)
        return null
      }).fs,
    })
    await folder.append('journal-1', 0, bytes('before'))
    expect(await textOf(folder, 'journal-1')).toBe('be')
  })

  test('what is no error of the system is told of as a folder that cannot be reached', async () => {
    const fs = { ...realFileSystem, readdir: () => Promise.reject('broken') }
    await expect(nodeFolder(await emptyFolder(), { fs }).list()).rejects.toMatchObject({
      code: 'FOLDER_UNREACHABLE',
      cause: 'broken',
    })
  })
})
