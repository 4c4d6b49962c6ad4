import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { BuiltSite } from '../../../src/host/built-site.ts'
import { serve } from '../../../src/host/serve.ts'
import { type AskHost, HostFolder } from '../../../src/room/journal/host-folder.ts'
import { emptyFolder } from '../../support/empty-folder.ts'
import { folderContract } from '../../support/folder-contract.ts'

const site: BuiltSite = { answer: async () => ({ status: 404, headers: {}, body: new Uint8Array() }) }

/** The real server with its real disk, asked as a page that came in through the entrance. */
const host = async () => {
  const data = await emptyFolder()
  const serving = await serve(site, 0, { data })
  if (!serving.ok) throw new Error(serving.code)
  onTestFinished(() => serving.close())
  const entered = await fetch(serving.entrance, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const ask: AskHost = (path, request) =>
    fetch(new URL(path, serving.address), { ...request, headers: { cookie } })
  return { ask, serving, path: join(data, `port-${new URL(serving.address).port}`) }
}

folderContract(async () => new HostFolder('journal/anxin', (await host()).ask))

describe('over the loopback', () => {
  const bytes = (text: string) => Uint8Array.from(new TextEncoder().encode(text))

  test('more than one call can carry is written and read in pieces', async () => {
    const { ask } = await host()
    const folder = new HostFolder('backup', ask)
    const large = new Uint8Array(40 * 1024 * 1024).map((_, index) => index >> 12)
    await folder.append('snapshot-1', 0, large)
    expect(await folder.list()).toEqual([{ name: 'snapshot-1', size: large.length }])
    const read = await folder.read('snapshot-1', 0, large.length + 10)
    expect(Buffer.compare(read, large)).toBe(0)
  })

  test('of a piece-wise append that fails midway nothing stays', async () => {
    const { ask } = await host()
    let appends = 0
    const folder = new HostFolder('backup', (path, request) => {
      if (path.includes('/append') && ++appends === 3) throw new TypeError('Failed to fetch')
      return ask(path, request)
    })
    await folder.append('journal-1', 0, bytes('before'))
    const large = new Uint8Array(40 * 1024 * 1024)
    await expect(folder.append('journal-1', 6, large)).rejects.toMatchObject({ code: 'FOLDER_UNREACHABLE' })
    expect(await folder.list()).toEqual([{ name: 'journal-1', size: 6 }])
  })

  test('a file that was changed or removed behind the page is not written to', async () => {
    const { ask, path } = await host()
    const folder = new HostFolder('journal/anxin', ask)
    await folder.append('journal-1', 0, bytes('示例'))
    expect(await readFile(join(path, 'journal/anxin/journal-1'), 'utf8')).toBe('示例')
    await rm(join(path, 'journal'), { recursive: true })
    await expect(folder.append('journal-1', 6, bytes('x'))).rejects.toMatchObject({ code: 'FILE_CHANGED' })
    await expect(folder.read('journal-1', 0, 1)).rejects.toMatchObject({ code: 'NO_FILE' })
  })

  test('case 18: a host that is gone, shut, or no host at all is a folder that cannot be reached', async () => {
    const { ask, serving } = await host()
    const broken: AskHost[] = [
      (path, request) => fetch(new URL(path, serving.address), request ?? {}),
      async () => new Response('<!doctype html>'),
      async () => new Response('gone', { status: 500, headers: { 'anxin-host': '1' } }),
      async () => new Response('', { headers: { 'anxin-host': '1', 'anxin-refusal': 'WRONG_ARGUMENTS' } }),
      async () => new Response('', { headers: { 'anxin-host': '1' } }),
      () => Promise.reject(new TypeError('Failed to fetch')),
    ]
    for (const other of broken) {
      await expect(new HostFolder('backup', other).list()).rejects.toMatchObject({
        code: 'FOLDER_UNREACHABLE',
      })
    }
    await serving.close()
    const folder = new HostFolder('backup', ask)
    for (const touched of [() => folder.list(), () => folder.append('journal-1', 0, bytes('x'))]) {
      await expect(touched()).rejects.toMatchObject({ code: 'FOLDER_UNREACHABLE' })
    }
  })
})
