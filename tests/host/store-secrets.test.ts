import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StoreError } from '../../src/county/store/store-error.ts'
import { openStore } from '../../src/host/open-store.ts'
import {
  makePostgres,
  noPostgres,
  type PostgresServer,
  serverPassword,
  serverUser,
} from '../support/postgres-server.ts'
import { secretsOf, shownError } from '../support/shown-error.ts'

const problemOf = async (address: string): Promise<StoreError> => {
  const problem = await openStore(address).then(
    () => expect.fail('was opened'),
    (error: unknown) => error,
  )
  if (!(problem instanceof StoreError)) throw problem
  return problem
}
const password = encodeURIComponent(serverPassword)
/** Nothing listens there. */
const nobody = 1

describe('an address that cannot be used says nothing of itself', () => {
  it.each([
    ['no server', `postgres://${serverUser}:${password}@127.0.0.1:${nobody}/x`, 'STORE_UNREACHABLE'],
    ['not a port', `postgres://${serverUser}:${password}@127.0.0.1:99999/x`, 'STORE_ADDRESS_INVALID'],
    [
      'an open # in the password',
      `postgres://${serverUser}:12#${password}@127.0.0.1/x`,
      'STORE_ADDRESS_INVALID',
    ],
    [
      'an open / in the password',
      `postgres://${serverUser}:12/${serverPassword.replace('#', '')}@127.0.0.1/x`,
      'STORE_ADDRESS_INVALID',
    ],
    [
      'an open ? in the password',
      `postgres://${serverUser}:12?${serverPassword.replace('#', '')}@127.0.0.1/x`,
      'STORE_ADDRESS_INVALID',
    ],
    [
      'an open % in the password',
      `postgres://${serverUser}:100%${password}@127.0.0.1/x`,
      'STORE_ADDRESS_INVALID',
    ],
    ['another kind', `mysql://${serverUser}:${password}@127.0.0.1/x`, 'STORE_ADDRESS_INVALID'],
    [
      'a certificate that is not there',
      `postgres://${serverUser}:${password}@127.0.0.1/x?sslrootcert=/none/${serverUser}`,
      'STORE_ADDRESS_INVALID',
    ],
  ])('%s', async (_, address, code) => {
    const problem = await problemOf(address)
    expect(problem.code).toBe(code)
    for (const secret of [...secretsOf(nobody), '/x', '99999'].filter((text) => text !== '1'))
      expect(shownError(problem)).not.toContain(secret)
  })
})

const title = noPostgres === null ? 'a server' : `a server, skipped: ${noPostgres}`
describe.skipIf(noPostgres !== null)(title, { timeout: 60_000 }, () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await makePostgres()
    await server.run(["create role looker login password 'looker'"])
  }, 60_000)
  afterAll(() => server?.remove(), 60_000)

  const wrong = (): [string, string, string][] => [
    ['a wrong password', server.address().replace(password, `${password}x`), 'STORE_REFUSED'],
    ['no password', server.address().replace(`:${password}`, ''), 'STORE_REFUSED'],
    ['a wrong user', server.address().replace(serverUser, `${serverUser}_2`), 'STORE_REFUSED'],
    ['a wrong database', server.address(`of_${serverUser}`), 'STORE_REFUSED'],
    ['too few rights', `postgres://looker:looker@127.0.0.1:${server.port}/postgres`, 'STORE_REFUSED'],
    ['no encryption there', `${server.address()}?sslmode=require`, 'STORE_REFUSED'],
  ]

  it('that refuses is told apart, and nothing of the address is said', async () => {
    for (const [what, address, code] of wrong()) {
      const problem = await problemOf(address)
      expect(`${what}: ${problem.code}`).toBe(`${what}: ${code}`)
      for (const secret of secretsOf(server.port)) expect(shownError(problem)).not.toContain(secret)
    }
  })

  it('leaves no word of it on a terminal, whatever a program does with the error', async () => {
    const right = server.address()
    const cases = [
      ...wrong().map(([, address]) => address),
      `postgres://${serverUser}:${password}@127.0.0.1:${nobody}/x`,
      `postgres://${serverUser}:12#${password}@127.0.0.1/x`,
      right,
    ]
    const said = await Promise.all([
      ...cases.map((address) => runChild(address)),
      runChild(right, 'broken statement'),
    ])
    expect(said.map(({ exit }) => exit)).toEqual([...cases.map((address) => (address === right ? 0 : 1)), 1])
    for (const { output } of said) {
      expect(output).toMatch(/StoreError|query/)
      for (const secret of secretsOf(server.port)) expect(output).not.toContain(secret)
    }
  })
})

const child = fileURLToPath(new URL('../support/open-store-child.ts', import.meta.url))
const runChild = async (address: string, work = ''): Promise<{ exit: number | null; output: string }> => {
  const running = spawn(process.execPath, ['--trace-warnings', '--trace-uncaught', child], {
    env: { ...process.env, ANXIN_TEST_STORE: address, ANXIN_TEST_WORK: work },
  })
  let output = ''
  for (const stream of [running.stdout, running.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  const exit = await new Promise<number | null>((resolve) => running.once('close', resolve))
  return { exit, output }
}
