import type { IncomingMessage } from 'node:http'
import { type Bytes, type DurableFolder, FolderError } from '../journal/durable-folder.ts'
import { type FolderCall, type HostRefusal, LARGEST_CALL } from '../journal/host-protocol.ts'
import type { HostFolders } from './host-folders.ts'

/** One answer: bytes of a file, or something as JSON. */
export type HostAnswer = { bytes: Bytes } | { json: unknown } | { refused: HostRefusal }

type Arguments = { text(name: string): string; count(name: string): number; bytes(): Promise<Bytes> }

interface Call {
  method: 'GET' | 'POST'
  act(folder: DurableFolder, given: Arguments): Promise<HostAnswer>
}

const done = async (act: Promise<void>): Promise<HostAnswer> => {
  await act
  return { json: null }
}

const CALLS: Record<FolderCall, Call> = {
  list: { method: 'GET', act: async (folder) => ({ json: await folder.list() }) },
  read: {
    method: 'GET',
    act: async (folder, { text, count }) => {
      const length = count('length')
      if (length > LARGEST_CALL) return { refused: 'TOO_LARGE' }
      return { bytes: await folder.read(text('name'), count('from'), length) }
    },
  },
  append: {
    method: 'POST',
    act: async (folder, { text, count, bytes }) =>
      done(folder.append(text('name'), count('at'), await bytes())),
  },
  overwrite: {
    method: 'POST',
    act: async (folder, { text, bytes }) => done(folder.overwrite(text('name'), await bytes())),
  },
  truncate: {
    method: 'POST',
    act: (folder, { text, count }) => done(folder.truncate(text('name'), count('size'))),
  },
  rename: { method: 'POST', act: (folder, { text }) => done(folder.rename(text('name'), text('to'))) },
  remove: { method: 'POST', act: (folder, { text }) => done(folder.remove(text('name'))) },
}

/** Answers one host call of a page that was let in. `url` is matched as it stands: no spelling of `..` is decoded. */
export const answerHostCall = async (
  request: IncomingMessage,
  url: string,
  folders: HostFolders,
): Promise<HostAnswer> => {
  const [path = '', query = ''] = url.slice('/host/'.length).split('?')
  const ask = questionOf(path, folders) ?? folderQuestion(path, folders)
  if (ask === null) return { refused: 'UNKNOWN_CALL' }
  if (request.method !== ask.method) return { refused: 'WRONG_METHOD' }
  try {
    return await ask.answer(argumentsOf(new URLSearchParams(query), request))
  } catch (problem) {
    if (problem instanceof FolderError) return { refused: problem.code }
    if (problem instanceof Refused) return { refused: problem.code }
    throw problem
  }
}

interface Question {
  method: 'GET' | 'POST'
  answer(given: Arguments): Promise<HostAnswer>
}

const questionOf = (path: string, folders: HostFolders): Question | null => {
  if (path === 'hello') return { method: 'GET', answer: async () => ({ json: null }) }
  if (path === 'vaults') return { method: 'GET', answer: async () => ({ json: await folders.vaultNames() }) }
  if (path === 'space') return { method: 'GET', answer: async () => ({ json: await folders.freeSpace() }) }
  return null
}

const folderQuestion = (path: string, folders: HostFolders): Question | null => {
  const place = path.lastIndexOf('/')
  const name = path.slice(place + 1)
  const folder = folders.folderOf(path.slice(0, Math.max(0, place)))
  if (folder === null || !isFolderCall(name)) return null
  const { method, act } = CALLS[name]
  return { method, answer: (given) => act(folder, given) }
}

const isFolderCall = (name: string): name is FolderCall => Object.hasOwn(CALLS, name)

class Refused extends Error {
  readonly code: HostRefusal

  constructor(code: HostRefusal) {
    super(code)
    this.code = code
  }
}

const argumentsOf = (query: URLSearchParams, request: IncomingMessage): Arguments => {
  const text = (name: string): string => {
    const [value, ...more] = query.getAll(name)
    if (value === undefined || more.length > 0) throw new Refused('WRONG_ARGUMENTS')
    return value
  }
  return {
    text,
    count: (name) => {
      const value = text(name)
      if (!/^\d{1,15}$/.test(value)) throw new Refused('WRONG_ARGUMENTS')
      return Number(value)
    },
    bytes: () => bodyOf(request),
  }
}

const bodyOf = async (request: IncomingMessage): Promise<Bytes> => {
  if (Number(request.headers['content-length']) > LARGEST_CALL) throw new Refused('TOO_LARGE')
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request) {
    size += piece.length
    if (size > LARGEST_CALL) throw new Refused('TOO_LARGE')
    pieces.push(piece)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
