import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { answering, SERVER_NAME } from './answering.ts'
import type { BuiltSite } from './built-site.ts'
import { drawEntry } from './entry-token.ts'
import { systemCode } from './file-system.ts'
import { hostFolders } from './host-folders.ts'

const ADDRESS = '127.0.0.1'

export type Serving =
  | {
      ok: true
      address: string
      /** Opens the pages with their folders, as often as wanted until the server ends. */
      entrance: string
      /** An address that does so once, for a command line that others on the machine can read. */
      entranceOnce(): string
      close(): Promise<void>
    }
  /** `byAnxin`: what holds the port is this program, so its address can be opened. */
  | { ok: false; code: 'PORT_IN_USE'; address: string; byAnxin: boolean }
  | { ok: false; code: 'PORT_FORBIDDEN' | 'DATA_FOLDER_UNREACHABLE'; address: string }

/** The port of the browser edition. It is part of the origin that keeps the records, so it never changes by itself. */
export const DEFAULT_PORT = 5230

/**
 * Serves the built pages to this machine alone, and to who entered, the folders below `data`. A busy port is refused,
 * never changed. Port 0 takes any free one.
 */
export const serve = async (site: BuiltSite, port: number, { data }: { data: string }): Promise<Serving> => {
  // Never ends an idle connection: a write sent just then would be lost between both ends.
  const server = createServer({ keepAliveTimeout: 0 })
  const refusal = await listening(server, port)
  if (refusal !== null) return refusal
  const bound = portOf(server)
  const address = addressOf(bound)
  const folder = recordsFolder(data, bound)
  const entry = drawEntry(bound)
  server.on('request', answering({ host: `${ADDRESS}:${bound}`, site, folders: hostFolders(folder), entry }))
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await rm(tokenFile(folder), { force: true })
    await writeFile(tokenFile(folder), entry.token, { mode: 0o600, flag: 'wx' })
  } catch {
    await close()
    return { ok: false, code: 'DATA_FOLDER_UNREACHABLE', address: folder }
  }
  return {
    ok: true,
    address,
    entrance: entranceOf(address, entry.token),
    entranceOnce: () => entranceOf(address, entry.ticket()),
    async close() {
      await close()
      // On a disk that is gone it stays, and lets nobody in any more.
      await rm(tokenFile(folder), { force: true }).catch(() => undefined)
    },
  }
}

/** Where the program that already runs on the usual port lets its own user in, or null. */
export const runningEntrance = async (data: string): Promise<string | null> => {
  try {
    const token = await readFile(tokenFile(recordsFolder(data, DEFAULT_PORT)), 'utf8')
    return entranceOf(addressOf(DEFAULT_PORT), token)
  } catch {
    return null
  }
}

/** Another port is another origin with records of its own, so it has a folder of its own too. */
const recordsFolder = (data: string, port: number): string =>
  port === DEFAULT_PORT ? data : join(data, `port-${port}`)

const tokenFile = (folder: string): string => join(folder, 'token')

const entranceOf = (address: string, secret: string): string => `${address}enter?token=${secret}`

/** Null when it listens. */
const listening = async (server: Server, port: number): Promise<Extract<Serving, { ok: false }> | null> => {
  try {
    await listen(server, port)
    return null
  } catch (problem) {
    const address = addressOf(port)
    const code = systemCode(problem)
    if (code === 'EADDRINUSE')
      return { ok: false, code: 'PORT_IN_USE', address, byAnxin: await isAnxin(address) }
    if (code === 'EACCES') return { ok: false, code: 'PORT_FORBIDDEN', address }
    throw problem
  }
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: ADDRESS, port, exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })

const addressOf = (port: number): string => `http://${ADDRESS}:${port}/`

const portOf = (server: Server): number => {
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port')
  return bound.port
}

const isAnxin = async (address: string): Promise<boolean> => {
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(2000) })
    return answer.headers.get('server') === SERVER_NAME
  } catch {
    return false
  }
}
