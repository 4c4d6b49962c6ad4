import { inspect } from 'node:util'
import { serverPassword, serverUser } from './postgres-server.ts'

/** All that an error says to anybody who looks, hidden parts and causes among them. */
export const shownError = (problem: unknown): string => {
  const error = problem as Error
  return [
    inspect(problem, { showHidden: true, depth: null, getters: true, showProxy: true }),
    String(problem),
    error.message,
    error.stack,
    JSON.stringify(problem),
    JSON.stringify(problem, Object.getOwnPropertyNames(problem)),
    inspect(error.cause, { showHidden: true, depth: null }),
  ].join('\n')
}

/** What may stand in no error: the password however it is written, the user, and where the server is. */
export const secretsOf = (port: number): string[] => [
  serverPassword,
  encodeURIComponent(serverPassword),
  Buffer.from(serverPassword).toString('base64'),
  serverPassword.slice(0, 8),
  serverUser,
  '127.0.0.1',
  String(port),
  'postgres://',
]
