import { readdir, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { BuiltSite } from '../../src/host/built-site.ts'
import { serve } from '../../src/host/serve.ts'
import { emptyFolder } from '../support/empty-folder.ts'

const site: BuiltSite = {
  answer: async () => ({ status: 200, headers: {}, body: new TextEncoder().encode('page') }),
}

const running = async () => {
  const data = await emptyFolder()
  const serving = await serve(site, 0, { data })
  if (!serving.ok) throw new Error(serving.code)
  onTestFinished(() => serving.close())
  const { hostname, port } = new URL(serving.address)
  return { ...serving, hostname, port, data, folder: join(data, `port-${port}`) }
}
type Running = Awaited<ReturnType<typeof running>>

interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
}

/** Asks with the path as it stands, which `fetch` would tidy up. */
const ask = ({ hostname, port }: Running, path: string, { method = 'GET', headers = {}, body }: Asked = {}) =>
  new Promise<{
    status: number
    refusal: string | undefined
    headers: Record<string, unknown>
    body: string
  }>((resolve, reject) => {
    request({ hostname, port, path, method, headers })
      .on('response', (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (piece) => {
          text += piece
        })
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            refusal: response.headers['anxin-refusal']?.toString(),
            headers: response.headers,
            body: text,
          }),
        )
      })
      .on('error', reject)
      .end(body)
  })

const cookieOf = async (server: Running, entrance = server.entrance): Promise<string> => {
  const { pathname, search } = new URL(entrance)
  const { headers } = await ask(server, `${pathname}${search}`)
  return String(headers['set-cookie']).split(';')[0] ?? ''
}

describe('the door', () => {
  test('who comes with the token gets a cookie no script can read, and goes on to the pages', async () => {
    const server = await running()
    const { pathname, search } = new URL(server.entrance)
    const { status, headers } = await ask(server, `${pathname}${search}`)
    expect([status, headers.location]).toEqual([303, '/'])
    expect(String(headers['set-cookie'])).toMatch(
      new RegExp(`^anxin-${server.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/host$`),
    )
    expect(headers['referrer-policy']).toBe('no-referrer')
  })

  test('who comes with anything else goes on to the pages without one', async () => {
    const server = await running()
    for (const query of ['', 'token=', 'token=wrong', `token=${'a'.repeat(43)}`, 'ticket=x']) {
      const { status, headers } = await ask(server, `/enter?${query}`)
      expect([status, headers.location, headers['set-cookie']]).toEqual([303, '/', undefined])
    }
  })

  test('an address for a command line opens once', async () => {
    const server = await running()
    const once = server.entranceOnce()
    expect(await cookieOf(server, once)).toBe(await cookieOf(server))
    expect(await cookieOf(server, once)).toBe('undefined')
  })

  test('pages are public; host calls without the token of this start are not answered', async () => {
    const server = await running()
    expect((await ask(server, '/')).status).toBe(200)
    const cookie = await cookieOf(server)
    const earlier = `anxin-${server.port}=${'a'.repeat(43)}`
    const otherPort = cookie.replace(server.port, '1')
    for (const headers of [
      {},
      { cookie: '' },
      { cookie: earlier },
      { cookie: otherPort },
      { cookie: `${cookie}x` },
    ]) {
      for (const path of ['/host/hello', '/host/vaults', '/host/journal/anxin/list', '/host/nothing']) {
        const { status, refusal } = await ask(server, path, { headers })
        expect([status, refusal]).toEqual([401, 'HOST_SHUT'])
      }
    }
    const { status, headers } = await ask(server, '/host/hello', {
      headers: { cookie: `a=b; ${cookie}; c=d` },
    })
    expect([status, headers['anxin-host']]).toEqual([200, '1'])
  })

  test('a page that is not ours is refused, with the token or without', async () => {
    const server = await running()
    const cookie = await cookieOf(server)
    const foreign = [
      { origin: 'https://example.com' },
      { origin: 'null' },
      { origin: `http://127.0.0.1:${Number(server.port) + 1}` },
      { origin: `http://localhost:${server.port}` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: `http://127.0.0.1:${server.port}`, 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of foreign) {
      const { status, refusal } = await ask(server, '/host/hello', { headers: { cookie, ...headers } })
      expect([headers, status, refusal]).toEqual([headers, 403, 'FOREIGN_PAGE'])
    }
    const own = { origin: `http://127.0.0.1:${server.port}`, 'sec-fetch-site': 'same-origin' }
    expect((await ask(server, '/host/hello', { headers: { cookie, ...own } })).status).toBe(200)
    const elsewhere = await ask(server, '/host/hello', {
      headers: { cookie, host: `localhost:${server.port}` },
    })
    expect(elsewhere.status).toBe(421)
  })
})

describe('the calls', () => {
  const admitted = async () => {
    const server = await running()
    const headers = { cookie: await cookieOf(server) }
    return {
      server,
      call: (path: string, asked: Asked = {}) =>
        ask(server, path, { ...asked, headers: { ...headers, ...asked.headers } }),
    }
  }

  test('a journal and an inbox are written under the folders of their vault, backups beside them', async () => {
    const { server, call } = await admitted()
    const post = { method: 'POST', body: '示例' }
    expect((await call('/host/journal/anxin/append?name=journal-1&at=0', post)).refusal).toBeUndefined()
    await call('/host/journal/anxin-demo/overwrite?name=head-a', post)
    await call('/host/backup/append?name=room.anxin-backup&at=0', post)
    await call(`/host/inbox/anxin/append?name=answer-${'0'.repeat(32)}-1&at=0`, post)
    expect((await readdir(server.folder, { recursive: true })).sort()).toEqual([
      'backup',
      'backup/room.anxin-backup',
      'inbox',
      'inbox/anxin',
      `inbox/anxin/answer-${'0'.repeat(32)}-1`,
      'journal',
      'journal/anxin',
      'journal/anxin-demo',
      'journal/anxin-demo/head-a',
      'journal/anxin/journal-1',
      'token',
    ])
    const { body, headers } = await call('/host/journal/anxin/read?name=journal-1&from=3&length=100')
    expect([body, headers['content-type']]).toEqual(['例', 'application/octet-stream'])
    expect(JSON.parse((await call('/host/vaults')).body)).toEqual(['anxin', 'anxin-demo'])
    expect(JSON.parse((await call('/host/journal/anxin/list')).body)).toEqual([
      { name: 'journal-1', size: 6 },
    ])
  })

  test('no vault has a folder before one is written to', async () => {
    const { call } = await admitted()
    expect(JSON.parse((await call('/host/vaults')).body)).toEqual([])
    expect(JSON.parse((await call('/host/journal/anxin/list')).body)).toEqual([])
    expect(JSON.parse((await call('/host/vaults')).body)).toEqual([])
  })

  test('free space is told in bytes', async () => {
    const { call } = await admitted()
    expect(JSON.parse((await call('/host/space')).body)).toBeGreaterThan(0)
  })

  test('what a folder refuses is an answer with its code, which the browser does not log as an error', async () => {
    const { call } = await admitted()
    const { status, refusal } = await call('/host/journal/anxin/read?name=journal-9&from=0&length=1')
    expect([status, refusal]).toEqual([200, 'NO_FILE'])
    const changed = await call('/host/journal/anxin/append?name=journal-1&at=7', {
      method: 'POST',
      body: 'x',
    })
    expect([changed.status, changed.refusal]).toEqual([200, 'FILE_CHANGED'])
  })

  test('case 68: no spelling of a path leaves the folders', async () => {
    const { server, call } = await admitted()
    await writeFile(join(server.data, 'secret'), 'secret')
    const paths = [
      '/host/journal/..',
      '/host/journal/../list',
      '/host/journal/%2e%2e/list',
      '/host/journal/anxin/../../list',
      '/host/journal/anxin%2f..%2f../list',
      '/host/journal/anxin%5c..%5c../list',
      '/host/journal/anxin\\..\\../list',
      '/host/journal/anxin%00/list',
      '/host/journal//list',
      '/host/journal/list',
      '/host/journal/Anxin/list',
      '/host/journal/anxin./list',
      '/host/journal/con/list',
      '/host/journal/other/list',
      '/host/inbox/..',
      '/host/inbox/list',
      '/host/inbox/other/list',
      '/host/inbox/anxin/anxin/list',
      '/host/inbox/anxin%2f..%2f../list',
      '/host//list',
      '/host/list',
      '/host/',
      '/host/backup/',
      '/host/backup/anxin/list',
      '/host/backup/__proto__',
      '/host/backup/constructor',
      '/host/../token',
      '/host/token',
    ]
    for (const path of paths) {
      const { status, refusal, body } = await call(path)
      expect([path, status, refusal, body]).toEqual([path, 404, 'UNKNOWN_CALL', ''])
    }
    const names = [
      '..',
      '../secret',
      '../token',
      '..%2fsecret',
      '%2e%2e%2fsecret',
      '..%5csecret',
      'token',
      '%00',
      '/etc/passwd',
      'head-a%00',
      'head-a/',
    ]
    for (const name of names) {
      for (const [rest, method] of [
        ['read?from=0&length=10', 'GET'],
        ['overwrite?', 'POST'],
        ['remove?', 'POST'],
        ['truncate?size=0', 'POST'],
        ['append?at=0', 'POST'],
        ['rename?to=head-b', 'POST'],
      ] as const) {
        const { refusal, body } = await call(`/host/backup/${rest}&name=${name}`, { method })
        expect([name, rest, refusal, body]).toEqual([name, rest, 'FILE_NAME_REFUSED', ''])
      }
    }
    expect((await readdir(server.folder)).sort()).toEqual(['token'])
  })

  test('a call is asked for in its own way, with its own words', async () => {
    const { call } = await admitted()
    const wrong: [string, string, number, string][] = [
      ['GET', '/host/backup/remove?name=head-a', 405, 'WRONG_METHOD'],
      ['GET', '/host/backup/append?name=head-a&at=0', 405, 'WRONG_METHOD'],
      ['HEAD', '/host/backup/list', 405, 'WRONG_METHOD'],
      ['OPTIONS', '/host/backup/list', 405, 'WRONG_METHOD'],
      ['POST', '/host/backup/list', 405, 'WRONG_METHOD'],
      ['POST', '/host/hello', 405, 'WRONG_METHOD'],
      ['POST', '/host/backup/append?name=head-a', 400, 'WRONG_ARGUMENTS'],
      ['POST', '/host/backup/append?at=0', 400, 'WRONG_ARGUMENTS'],
      ['POST', '/host/backup/append?name=head-a&at=-1', 400, 'WRONG_ARGUMENTS'],
      ['POST', '/host/backup/append?name=head-a&at=1e3', 400, 'WRONG_ARGUMENTS'],
      ['POST', '/host/backup/append?name=head-a&at=9999999999999999', 400, 'WRONG_ARGUMENTS'],
      ['POST', '/host/backup/append?name=head-a&name=head-b&at=0', 400, 'WRONG_ARGUMENTS'],
      ['GET', '/host/backup/read?name=head-a&from=0&length=33554433', 413, 'TOO_LARGE'],
    ]
    for (const [method, path, status, code] of wrong) {
      const { status: got, refusal } = await call(path, { method })
      expect([method, path, got, refusal]).toEqual([method, path, status, code])
    }
  })

  test('more than 32 MB in one call is refused, and nothing is written', async () => {
    const { call } = await admitted()
    const body = new Uint8Array(32 * 1024 * 1024 + 1)
    const put = call('/host/backup/overwrite?name=head-a', {
      method: 'POST',
      body,
      headers: { 'content-length': String(body.length) },
    })
    const refused = await put.then(({ refusal }) => refusal, String)
    expect(refused).toMatch(/TOO_LARGE|ECONNRESET|EPIPE/)
    const streamed = await call('/host/backup/overwrite?name=head-a', {
      method: 'POST',
      body,
      headers: { 'transfer-encoding': 'chunked' },
    }).then(({ refusal }) => refusal, String)
    expect(streamed).toMatch(/TOO_LARGE|ECONNRESET|EPIPE|socket hang up/)
    expect(JSON.parse((await call('/host/backup/list')).body)).toEqual([])
    const most = await call('/host/backup/overwrite?name=head-a', { method: 'POST', body: body.subarray(1) })
    expect(most.refusal).toBeUndefined()
  })
})
