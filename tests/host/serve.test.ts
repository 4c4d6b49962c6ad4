import { readFile, stat, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { BuiltSite } from '../../src/host/built-site.ts'
import { DEFAULT_PORT, runningEntrance, serve } from '../../src/host/serve.ts'
import { emptyFolder } from '../support/empty-folder.ts'

const site: BuiltSite = {
  answer: async (method, path) => ({
    status: 200,
    headers: { 'Content-Type': 'text/plain' },
    body: new TextEncoder().encode(`${method} ${path}`),
  }),
}

const served = async (pages: BuiltSite = site) => {
  const serving = await serve(pages, 0, { data: await emptyFolder() })
  if (!serving.ok) throw new Error(serving.code)
  onTestFinished(() => serving.close())
  return serving
}

interface Answer {
  status: number | undefined
  body: string
}

const ask = (address: string, options: { method?: string; path?: string; host?: string }): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(address)
    request({
      hostname,
      port,
      method: options.method,
      path: options.path,
      headers: { host: options.host ?? host },
    })
      .on('response', (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (text) => {
          body += text
        })
        response.on('end', () => resolve({ status: response.statusCode, body }))
      })
      .on('error', reject)
      .end()
  })

test('a page is asked for by its exact characters and answered', async () => {
  const { address } = await served()
  expect(await ask(address, { path: '/a/..%2fb?c' })).toEqual({ status: 200, body: 'GET /a/..%2fb?c' })
})

test('a question about the page alone has no body', async () => {
  const { address } = await served()
  expect(await ask(address, { method: 'HEAD' })).toEqual({ status: 200, body: '' })
})

test('a request by any other name is refused, so no page elsewhere can point here', async () => {
  const { address } = await served()
  const { port } = new URL(address)
  for (const host of [
    `localhost:${port}`,
    `example.com:${port}`,
    '127.0.0.1',
    `127.0.0.1:${Number(port) + 1}`,
  ]) {
    expect([host, await ask(address, { host })]).toEqual([host, { status: 421, body: '' }])
  }
})

test('a page that cannot be read is an error, never half a page', async () => {
  const { address } = await served({ answer: () => Promise.reject(new Error('disk')) })
  expect(await ask(address, {})).toEqual({ status: 500, body: '' })
})

test('only this machine is listened to', async () => {
  const { address } = await served()
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
  for (const other of others) {
    const elsewhere = `http://${other.address}:${new URL(address).port}/`
    await expect(ask(elsewhere, {})).rejects.toThrow('ECONNREFUSED')
  }
  expect(new URL(address).hostname).toBe('127.0.0.1')
})

test('a port that Anxin holds is refused and told apart', async () => {
  const { address } = await served()
  expect(await serve(site, Number(new URL(address).port), { data: await emptyFolder() })).toEqual({
    ok: false,
    code: 'PORT_IN_USE',
    address,
    byAnxin: true,
  })
})

test('a port that another program holds is refused, never changed', async () => {
  const other = createServer((_request, response) => response.end('hello'))
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void other.close())
  const bound = other.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  expect(await serve(site, bound.port, { data: await emptyFolder() })).toEqual({
    ok: false,
    code: 'PORT_IN_USE',
    address: `http://127.0.0.1:${bound.port}/`,
    byAnxin: false,
  })
})

test('after closing, the port is free again', async () => {
  const data = await emptyFolder()
  const first = await serve(site, 0, { data })
  if (!first.ok) throw new Error(first.code)
  await ask(first.address, {})
  await first.close()
  const second = await serve(site, Number(new URL(first.address).port), { data })
  expect(second.ok).toBe(true)
  if (second.ok) await second.close()
})

test('where the records cannot lie, nothing is served', async () => {
  const file = join(await emptyFolder(), 'file')
  await writeFile(file, '')
  const serving = await serve(site, 0, { data: file })
  expect(serving).toMatchObject({ ok: false, code: 'DATA_FOLDER_UNREACHABLE' })
})

test('the token lies in a file for this user alone, is drawn anew at each start and goes with the server', async () => {
  const data = await emptyFolder()
  const tokens: string[] = []
  for (let start = 0; start < 2; start++) {
    const serving = await serve(site, 0, { data })
    if (!serving.ok) throw new Error(serving.code)
    const folder = join(data, `port-${new URL(serving.address).port}`)
    const token = await readFile(join(folder, 'token'), 'utf8')
    expect((await stat(join(folder, 'token'))).mode & 0o777).toBe(0o600)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    expect(serving.entrance).toBe(`${serving.address}enter?token=${token}`)
    tokens.push(token)
    await serving.close()
    await expect(stat(join(folder, 'token'))).rejects.toMatchObject({ code: 'ENOENT' })
  }
  expect(new Set(tokens).size).toBe(2)
})

test('a second start finds the way in to the program that runs', async () => {
  const data = await emptyFolder()
  expect(await runningEntrance(data)).toBeNull()
  await writeFile(join(data, 'token'), 'abc')
  expect(await runningEntrance(data)).toBe(`http://127.0.0.1:${DEFAULT_PORT}/enter?token=abc`)
})
