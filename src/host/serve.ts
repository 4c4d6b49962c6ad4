import { createServer, type Server } from 'node:http'
import type { BuiltSite } from './built-site.ts'

const ADDRESS = '127.0.0.1'
const SERVER_NAME = 'Anxin'

/** The port of the browser edition. It is part of the origin that keeps the records, so it never changes by itself. */
export const DEFAULT_PORT = 5230

export type Serving =
  | { ok: true; address: string; close(): Promise<void> }
  /** `byAnxin`: what holds the port is this program, so its address can be opened. */
  | { ok: false; code: 'PORT_IN_USE'; address: string; byAnxin: boolean }
  | { ok: false; code: 'PORT_FORBIDDEN'; address: string }

/** Serves the built pages to this machine alone. A busy port is refused, never changed. Port 0 takes any free one. */
export const serve = async (site: BuiltSite, port: number): Promise<Serving> => {
  const server = serverOf(site)
  try {
    await listening(server, port)
  } catch (problem) {
    const address = addressOf(port)
    const code = problem instanceof Error && 'code' in problem ? problem.code : undefined
    if (code === 'EADDRINUSE')
      return { ok: false, code: 'PORT_IN_USE', address, byAnxin: await isAnxin(address) }
    if (code === 'EACCES') return { ok: false, code: 'PORT_FORBIDDEN', address }
    throw problem
  }
  return {
    ok: true,
    address: addressOf(portOf(server)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const serverOf = (site: BuiltSite): Server =>
  createServer(async (request, response) => {
    // A page elsewhere can make its own name point here (DNS rebinding); then Host is not ours.
    if (request.headers.host !== `${ADDRESS}:${request.socket.localPort}`) {
      response.writeHead(421, { Server: SERVER_NAME }).end()
      return
    }
    try {
      const { status, headers, body } = await site.answer(request.method ?? '', request.url ?? '')
      response.writeHead(status, { ...headers, 'Content-Length': body.length, Server: SERVER_NAME })
      response.end(request.method === 'HEAD' ? undefined : body)
    } catch {
      response.writeHead(500, { Server: SERVER_NAME }).end()
    }
  })

const listening = (server: Server, port: number): Promise<void> =>
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
