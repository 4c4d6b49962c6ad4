import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'

const binaries = globSync('/usr/lib/postgresql/*/bin/postgres')
  .sort()
  .at(-1)
  ?.replace(/postgres$/, '')
const isRoot = process.getuid?.() === 0

/** Why no server can be started here; null when one can. As root there has to be the user `postgres`, as Debian makes it. */
export const noPostgres: string | null =
  binaries === undefined ? 'PostgreSQL is not installed (Debian: postgresql-15)' : null

/** A real server of our own on the loopback interface. */
export interface PostgresServer {
  port: number
  /** Address of a database, with a password in it. */
  address(database?: string): string
  /** As its owner. */
  run(statements: readonly string[], database?: string): Promise<Record<string, unknown>[]>
  /** Address of a new, empty database. */
  newDatabase(): Promise<string>
  /** Ends it at once, as when its machine fails. */
  stop(): Promise<void>
  /** Begins again with the same data and port. */
  start(): Promise<void>
  /** Stops it and removes its data. */
  remove(): Promise<void>
}

export const serverUser = 'anxin_county'
/** Found nowhere but in an address. */
export const serverPassword = 'S3cret-Pa55/Tzq#81@x\\y'

/** Makes an empty server in a temporary folder. Nothing in it outlives the machine: it does not wait for the disk. */
export const makePostgres = async (): Promise<PostgresServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'anxin-postgres-'))
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'))
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, `${serverPassword}\n`, { mode: 0o644 })
  const data = join(folder, 'data')
  execFileSync(
    ...asPostgres('initdb', [
      ...['-D', data, '-U', serverUser, '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
      ...['--no-sync', '--encoding=UTF8', '--locale=C.UTF-8', '--no-instructions'],
    ]),
    { stdio: 'ignore', cwd: tmpdir() },
  )
  rmSync(passwordFile)
  const port = await freePort()
  let running: ChildProcess | null = null
  let databases = 0

  const server: PostgresServer = {
    port,
    address: (database = 'postgres') =>
      `postgres://${serverUser}:${encodeURIComponent(serverPassword)}@127.0.0.1:${port}/${database}`,
    async run(statements, database) {
      const client = new Client(server.address(database))
      await client.connect()
      try {
        let rows: Record<string, unknown>[] = []
        for (const statement of statements) ({ rows } = await client.query(statement))
        return rows
      } finally {
        await client.end()
      }
    },
    async newDatabase() {
      databases += 1
      await server.run([`create database county_${databases}`])
      return server.address(`county_${databases}`)
    },
    async start() {
      const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', fsync: 'off' }
      const options = Object.entries({ ...settings, shared_buffers: '32MB', max_connections: 40 })
      const args = ['-D', data, ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])]
      const child = spawn(...asPostgres('postgres', args), {
        stdio: ['ignore', 'ignore', 'pipe'],
        cwd: tmpdir(),
      })
      running = child
      await ready(child)
    },
    async stop() {
      const child = running
      running = null
      if (child === null || child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGQUIT')
      await gone
    },
    async remove() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await server.start()
  return server
}

/** PostgreSQL refuses to run as root. The server ends with the process that started it, however that ends. */
const asPostgres = (program: string, args: string[]): [string, string[]] => {
  const command = `${binaries}${program}`
  if (!isRoot) return [command, args]
  const change = ['--reuid=postgres', '--regid=postgres', '--init-groups', '--pdeathsig=QUIT']
  return ['setpriv', [...change, command, ...args]]
}

const idOf = (which: '-u' | '-g'): number =>
  Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }))

const ready = async (child: ChildProcess): Promise<void> => {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  for (let tries = 0; tries < 600; tries++) {
    if (said.includes('ready to accept connections')) return
    if (child.exitCode !== null) break
    await pause(50)
  }
  throw new Error(`PostgreSQL did not start:\n${said}`)
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
