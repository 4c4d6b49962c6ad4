import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBuiltSite } from '../../src/host/built-site.ts'
import { NONCE_PLACEHOLDER } from '../../src/host/headers.ts'
import { emptyFolder } from '../support/empty-folder.ts'

const site = async () => {
  const outside = await emptyFolder()
  const folder = join(outside, 'renderer')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(outside, 'secret.json'), 'secret')
  await writeFile(
    join(folder, 'index.html'),
    `<script nonce="${NONCE_PLACEHOLDER}"></script>${NONCE_PLACEHOLDER}`,
  )
  await writeFile(join(folder, 'kiosk.html'), 'kiosk')
  await writeFile(join(folder, 'assets', 'staff.js'), `// ${NONCE_PLACEHOLDER}`)
  await writeFile(join(folder, 'assets', 'pglite.data'), Uint8Array.of(0, 255, 128))
  await symlink(join(outside, 'secret.json'), join(folder, 'assets', 'link.json'))
  return readBuiltSite(folder)
}
const text = (body: Uint8Array) => new TextDecoder().decode(body)

test('both pages and every built file are served with their media type', async () => {
  const { answer } = await site()
  for (const [path, type] of [
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/kiosk.html?x=1', 'text/html; charset=utf-8'],
    ['/assets/staff.js', 'text/javascript; charset=utf-8'],
    ['/assets/pglite.data', 'application/octet-stream'],
  ] as const) {
    const { status, headers } = await answer('GET', path)
    expect([path, status, headers['Content-Type']]).toEqual([path, 200, type])
  }
  expect((await answer('GET', '/assets/pglite.data')).body).toEqual(Uint8Array.of(0, 255, 128))
})

test('each load has a nonce of its own, in the page and in its policy', async () => {
  const { answer } = await site()
  const nonces = new Set<string>()
  for (let load = 0; load < 20; load += 1) {
    const { headers, body } = await answer('GET', '/')
    const nonce = /'nonce-([^']+)'/.exec(headers['Content-Security-Policy'] ?? '')?.[1] ?? ''
    expect(Buffer.from(nonce, 'base64').length).toBe(18)
    expect(text(body)).toBe(`<script nonce="${nonce}"></script>${nonce}`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(20)
})

test('only pages have the nonce put in', async () => {
  const { answer } = await site()
  expect(text((await answer('GET', '/assets/staff.js')).body)).toBe(`// ${NONCE_PLACEHOLDER}`)
})

test('no spelling of a path leaves the folder, and a link out of it is not followed', async () => {
  const { answer } = await site()
  for (const path of [
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..%5c..%5csecret.json',
    '/assets\\..\\..\\secret.json',
    '//secret.json',
    '/assets/link.json',
    '/assets/',
    '/assets',
    '/index.html%00',
    '/INDEX.HTML',
    '',
    'index.html',
  ]) {
    const { status, body } = await answer('GET', path)
    expect([path, status, body.length]).toEqual([path, 404, 0])
  }
})

test('whatever is asked for, the answer is a built file or nothing', async () => {
  const { answer } = await site()
  const piece = fc.constantFrom(
    '/',
    '..',
    '.',
    '%2e',
    '%2f',
    '%5c',
    '\\',
    'secret.json',
    'assets',
    'staff.js',
    '\0',
    '?',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      expect(text((await answer('GET', pieces.join(''))).body)).not.toContain('secret')
    }),
  )
})

test('every answer carries the policy, also the one that has nothing', async () => {
  const { answer } = await site()
  for (const [method, path] of [
    ['GET', '/'],
    ['GET', '/assets/staff.js'],
    ['GET', '/nothing'],
    ['POST', '/'],
  ] as const) {
    const { headers } = await answer(method, path)
    expect(headers['Content-Security-Policy']).toContain("default-src 'none'")
    expect(headers['Cache-Control']).toBe('no-store')
    expect(headers['X-Content-Type-Options']).toBe('nosniff')
  }
})

test('a page is read, never written to', async () => {
  const { answer } = await site()
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', '']) {
    expect((await answer(method, '/')).status).toBe(405)
  }
})
