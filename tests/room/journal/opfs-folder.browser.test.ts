import { wrap } from 'comlink'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Bytes, DurableFolder } from '../../../src/journal/durable-folder.ts'
import { FolderError } from '../../../src/journal/durable-folder.ts'
import { folderOf, freeSpace, knownVaultNames } from '../../../src/room/journal/folders.ts'
import { OpfsFolder } from '../../../src/room/journal/opfs-folder.ts'
import { folderContract } from '../../support/folder-contract.ts'
import type { RemoteFolder } from './folder.worker.ts'

const bytes = (text: string): Bytes => Uint8Array.from(new TextEncoder().encode(text))

/** A name nobody else uses, cleared away after the test. */
const newName = (): string => {
  const name = `room-${crypto.randomUUID()}`
  onTestFinished(async () => {
    const root = await navigator.storage.getDirectory()
    await root.removeEntry(name, { recursive: true }).catch(() => undefined)
  })
  return name
}

/** The same folder as a worker has it, where files are opened for synchronous access. */
const inWorker = (name: string): DurableFolder & { end(): void } => {
  const worker = new Worker(new URL('./folder.worker.ts', import.meta.url), { type: 'module' })
  onTestFinished(() => worker.terminate())
  const remote = wrap<RemoteFolder>(worker)
  const call = async <Call extends keyof DurableFolder>(
    which: Call,
    ...args: Parameters<DurableFolder[Call]>
  ) => {
    const { value, code } = await remote.call(name, which, args)
    if (code !== null) throw new FolderError(code)
    return value
  }
  return {
    list: () => call('list'),
    read: (...args) => call('read', ...args),
    append: (...args) => call('append', ...args),
    overwrite: (...args) => call('overwrite', ...args),
    truncate: (...args) => call('truncate', ...args),
    rename: (...args) => call('rename', ...args),
    remove: (...args) => call('remove', ...args),
    end: () => worker.terminate(),
  } as DurableFolder & { end(): void }
}

describe('in a worker', () => {
  folderContract(async () => inWorker(newName()))

  test('changes that are asked for at once happen one after the other', async () => {
    const folder = inWorker(newName())
    const appended = await Promise.allSettled([
      folder.append('journal-1', 0, bytes('one')),
      folder.append('journal-1', 3, bytes('two')),
      folder.append('journal-1', 3, bytes('two')),
      folder.overwrite('head-a', bytes('a')),
    ])
    expect(appended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect((await folder.read('journal-1', 0, 100)).length).toBe(6)
  })

  test('what one worker wrote another reads, goes on with, and finds after the first ended', async () => {
    const name = newName()
    const first = inWorker(name)
    await first.append('journal-1', 0, bytes('one'))
    const second = inWorker(name)
    expect(new TextDecoder().decode(await second.read('journal-1', 0, 9))).toBe('one')
    await second.append('journal-1', 3, bytes('two'))
    await expect(first.append('journal-1', 3, bytes('x'))).rejects.toMatchObject({ code: 'FILE_CHANGED' })
    first.end()
    await second.append('journal-1', 6, bytes('three'))
    const [file] = await new OpfsFolder(name).list()
    expect(file).toEqual({ name: 'journal-1', size: 11 })
  })

  test('a folder that was cleared away is made anew by the next file', async () => {
    const name = newName()
    const folder = inWorker(name)
    await folder.append('journal-1', 0, bytes('one'))
    await (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true })
    expect(await folder.list()).toEqual([])
    await expect(folder.append('journal-1', 3, bytes('two'))).rejects.toMatchObject({ code: 'FILE_CHANGED' })
    await folder.append('journal-1', 0, bytes('again'))
    expect(await folder.list()).toEqual([{ name: 'journal-1', size: 5 }])
  })
})

describe('in a window', () => {
  folderContract(async () => new OpfsFolder(newName()))
})

describe('where no server of ours answers', () => {
  test('a vault has its folder in the browser, and is known by it', async () => {
    const name = `anxin-${crypto.randomUUID().slice(0, 8)}`
    const folder = await folderOf(name)
    expect(await knownVaultNames()).not.toContain(name)
    await folder.append('journal-1', 0, bytes('one'))
    expect(await knownVaultNames()).toContain(name)
    expect(await folderOf(name)).toBe(folder)
    await folder.remove('journal-1')
    expect(await knownVaultNames()).not.toContain(name)
  })

  test('free space is what the browser still grants', async () => {
    expect(await freeSpace()).toBeGreaterThan(0)
  })
})
