import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { NONCE_PLACEHOLDER, securityHeaders } from './headers.ts'

const MEDIA_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

/** One answer, for `protocol.handle` and for node:http alike. */
export interface SiteAnswer {
  status: 200 | 404 | 405
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer>
}

/** The built pages: what is in the folder when it is read, and nothing else, ever. */
export interface BuiltSite {
  /** `path` as it stands in the request, still percent-encoded, with or without a query. */
  answer(method: string, path: string): Promise<SiteAnswer>
}

/**
 * Reads which files were built. A request is looked up in that list by its exact characters, so no spelling of `..`
 * reaches the disk. Every answer draws its own nonce.
 */
export const readBuiltSite = async (folder: string): Promise<BuiltSite> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file): [string, string] => [`/${relative(folder, file).split(sep).join('/')}`, file]),
  )

  const answer: BuiltSite['answer'] = async (method, path) => {
    const nonce = randomBytes(18).toString('base64')
    const headers = securityHeaders(nonce)
    const empty = new Uint8Array()
    if (method !== 'GET' && method !== 'HEAD') {
      return { status: 405, headers: { ...headers, Allow: 'GET, HEAD' }, body: empty }
    }
    const name = path.replace(/\?.*$/s, '')
    const file = files.get(name === '/' ? '/index.html' : name)
    if (file === undefined) return { status: 404, headers, body: empty }
    const type = MEDIA_TYPES[extname(file)] ?? 'application/octet-stream'
    const bytes = Uint8Array.from(await readFile(file))
    const body = file.endsWith('.html') ? withNonce(bytes, nonce) : bytes
    return { status: 200, headers: { ...headers, 'Content-Type': type }, body }
  }
  return { answer }
}

const withNonce = (page: Uint8Array, nonce: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(Buffer.from(page).toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)))
