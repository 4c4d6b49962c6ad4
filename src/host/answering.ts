import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { HOST_HEADER, HOST_VERSION, type HostRefusal, REFUSAL_HEADER } from '../journal/host-protocol.ts'
import type { BuiltSite } from './built-site.ts'
import type { Entry } from './entry-token.ts'
import { securityHeaders } from './headers.ts'
import { answerHostCall, type HostAnswer } from './host-calls.ts'
import type { HostFolders } from './host-folders.ts'

export const SERVER_NAME = 'Anxin'

/** What a server has to give, and whom it lets in. */
interface Premises {
  /** Its own name and port, as a browser must call it. */
  host: string
  site: BuiltSite
  folders: HostFolders
  entry: Entry
}

interface Answer {
  status: number
  headers: Record<string, string>
  body: Uint8Array
}

const EMPTY = new Uint8Array()

/** A refusal that a working page never meets; every other is an answer like any. */
const STATUS: Partial<Record<HostRefusal, number>> = {
  HOST_SHUT: 401,
  FOREIGN_PAGE: 403,
  UNKNOWN_CALL: 404,
  WRONG_METHOD: 405,
  WRONG_ARGUMENTS: 400,
  TOO_LARGE: 413,
}

/** Answers every request: the pages to anyone on this machine, the folders to who entered. */
export const answering =
  (premises: Premises) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, headers, body } = await answerTo(request, premises).catch(
      (): Answer => ({ status: 500, headers: {}, body: EMPTY }),
    )
    response.writeHead(status, { ...headers, 'Content-Length': body.length, Server: SERVER_NAME })
    response.end(request.method === 'HEAD' ? undefined : body)
  }

const answerTo = async (request: IncomingMessage, premises: Premises): Promise<Answer> => {
  // A page elsewhere can make its own name point here (DNS rebinding); then Host is not ours.
  if (request.headers.host !== premises.host) return { status: 421, headers: {}, body: EMPTY }
  const url = request.url ?? ''
  if (url.startsWith('/enter?')) return enter(url, premises.entry)
  if (url.startsWith('/host/')) return hostAnswer(await askHost(request, url, premises))
  return premises.site.answer(request.method ?? '', url)
}

/** Goes on to the pages either way: they say in words that they were not let in. */
const enter = (url: string, entry: Entry): Answer => {
  const cookie = entry.admit(new URLSearchParams(url.slice('/enter?'.length)).get('token'))
  const headers = { ...plainHeaders(), Location: '/' }
  return {
    status: 303,
    headers: cookie === null ? headers : { ...headers, 'Set-Cookie': cookie },
    body: EMPTY,
  }
}

const askHost = async (
  request: IncomingMessage,
  url: string,
  { host, folders, entry }: Premises,
): Promise<HostAnswer> => {
  const { origin = `http://${host}`, 'sec-fetch-site': site = 'same-origin', cookie } = request.headers
  if (origin !== `http://${host}` || site !== 'same-origin') return { refused: 'FOREIGN_PAGE' }
  if (!entry.isAdmitted(cookie)) return { refused: 'HOST_SHUT' }
  return answerHostCall(request, url, folders)
}

const hostAnswer = (answer: HostAnswer): Answer => {
  const headers = { ...plainHeaders(), [HOST_HEADER]: HOST_VERSION }
  if ('refused' in answer) {
    const { refused } = answer
    return { status: STATUS[refused] ?? 200, headers: { ...headers, [REFUSAL_HEADER]: refused }, body: EMPTY }
  }
  if ('bytes' in answer) {
    return {
      status: 200,
      headers: { ...headers, 'Content-Type': 'application/octet-stream' },
      body: answer.bytes,
    }
  }
  const body = Buffer.from(JSON.stringify(answer.json))
  return { status: 200, headers: { ...headers, 'Content-Type': 'application/json' }, body }
}

const plainHeaders = (): Record<string, string> => securityHeaders(randomBytes(18).toString('base64'))
