import {
  type Bytes,
  type DurableFile,
  type DurableFolder,
  type FolderCode,
  FolderError,
} from '../../journal/durable-folder.ts'
import { isDurableName } from '../../journal/file-name.ts'
import {
  type FolderCall,
  HOST_HEADER,
  type HostFolderPath,
  LARGEST_CALL,
  REFUSAL_HEADER,
} from '../../journal/host-protocol.ts'

/** Asks the loopback server; `fetch` itself, except where a test asks from elsewhere. */
export type AskHost = (path: string, request?: RequestInit) => Promise<Response>

const FOLDER_CODES: readonly string[] = [
  'NO_FILE',
  'FILE_CHANGED',
  'NO_SPACE',
  'FOLDER_UNREACHABLE',
  'FILE_NAME_REFUSED',
] satisfies FolderCode[]

const isFolderCode = (code: string): code is FolderCode => FOLDER_CODES.includes(code)

/**
 * A folder that the loopback server keeps outside of the browser's profile. A write whose answer was lost on the way is
 * FOLDER_UNREACHABLE and may have been done.
 */
export class HostFolder implements DurableFolder {
  readonly #path: HostFolderPath
  readonly #ask: AskHost

  constructor(path: HostFolderPath, ask: AskHost) {
    this.#path = path
    this.#ask = ask
  }

  async list(): Promise<DurableFile[]> {
    const answer = await this.#call('list', {})
    return reached(() => answer.json())
  }

  async read(name: string, from: number, length: number): Promise<Bytes> {
    const pieces: Bytes[] = []
    for (let at = from; at < from + length; at += LARGEST_CALL) {
      const asked = Math.min(LARGEST_CALL, from + length - at)
      const piece = await this.#read(name, at, asked)
      pieces.push(piece)
      if (piece.length < asked) break
    }
    const [first = await this.#read(name, from, 0), ...more] = pieces
    return more.length === 0 ? first : new Uint8Array(await new Blob(pieces).arrayBuffer())
  }

  async #read(name: string, from: number, length: number): Promise<Bytes> {
    const answer = await this.#call('read', { name, from, length })
    return new Uint8Array(await reached(() => answer.arrayBuffer()))
  }

  async append(name: string, at: number, bytes: Bytes): Promise<void> {
    let done = 0
    try {
      do {
        const piece = bytes.subarray(done, done + LARGEST_CALL)
        await this.#call('append', { name, at: at + done }, piece)
        done += piece.length
      } while (done < bytes.length)
    } catch (problem) {
      if (done > 0) await this.truncate(name, at).catch(() => undefined)
      throw problem
    }
  }

  async overwrite(name: string, bytes: Bytes): Promise<void> {
    await this.#call('overwrite', { name }, bytes)
  }

  async truncate(name: string, size: number): Promise<void> {
    await this.#call('truncate', { name, size }, EMPTY)
  }

  async rename(name: string, to: string): Promise<void> {
    await this.#call('rename', { name, to }, EMPTY)
  }

  async remove(name: string): Promise<void> {
    await this.#call('remove', { name }, EMPTY)
  }

  async #call(call: FolderCall, given: Record<string, string | number>, body?: Bytes): Promise<Response> {
    const named = [given.name, given.to].filter((name) => name !== undefined)
    if (!named.every((name) => isDurableName(String(name)))) throw new FolderError('FILE_NAME_REFUSED')
    const query = new URLSearchParams(Object.entries(given).map(([key, value]) => [key, String(value)]))
    const request = body === undefined ? {} : { method: 'POST', body }
    const answer = await reached(() => this.#ask(`/host/${this.#path}/${call}?${query}`, request))
    const code = answer.headers.get(REFUSAL_HEADER)
    if (code !== null && isFolderCode(code)) throw new FolderError(code)
    if (!answer.ok || code !== null || !answer.headers.has(HOST_HEADER)) {
      throw new FolderError('FOLDER_UNREACHABLE', { cause: code ?? answer.status })
    }
    return answer
  }
}

const EMPTY = new Uint8Array()

/** The connection may break before the answer or in the middle of it. */
const reached = async <T>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act()
  } catch (cause) {
    throw new FolderError('FOLDER_UNREACHABLE', { cause })
  }
}
