import { createHash } from 'node:crypto'
import { mkdir, realpath, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Makes a folder where it is not there, and holds it for this process: null when another has it. The system lets go of what a
 * killed process held.
 */
export const holdFolder = async (
  folder: string,
  platform: NodeJS.Platform = process.platform,
): Promise<{ letGo(): Promise<void> } | null> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = `anxin-store-${createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 32)}`
  const address = addressOf(name, platform)
  const isFile = address.startsWith('/')
  let server = await listening(address)
  // The socket of a process that was killed stays as a file, on systems where it is one.
  if (server === null && isFile && !(await answers(address))) {
    await rm(address, { force: true })
    server = await listening(address)
  }
  if (server === null) return null
  server.unref()
  return { letGo: () => new Promise((resolve) => server.close(() => resolve())) }
}

const addressOf = (name: string, platform: NodeJS.Platform): string => {
  if (platform === 'win32') return `\\\\.\\pipe\\${name}`
  return platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`)
}

const listening = (address: string): Promise<Server | null> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('listening', () => resolve(server))
    server.once('error', (problem: NodeJS.ErrnoException) =>
      problem.code === 'EADDRINUSE' ? resolve(null) : reject(problem),
    )
    server.listen(address)
  })

const answers = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(address)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
