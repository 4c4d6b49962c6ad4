import { DatabaseError } from 'pg'
import { StoreError, type StoreProblem } from '../county/store/store-error.ts'

/** What went wrong, without a word of what the server or the driver said. */
export const storeErrorOf = (problem: unknown): StoreError => {
  if (problem instanceof StoreError) return problem
  if (problem instanceof DatabaseError) {
    const state = /^[0-9A-Z]{5}$/.test(problem.code ?? '') ? (problem.code ?? null) : null
    return new StoreError(byState(state ?? ''), state)
  }
  return new StoreError(byDriver(problem))
}

/** By SQLSTATE, its first two letters or the whole. */
const states: [RegExp, StoreProblem][] = [
  // Connections, also from a coordinator to its shards; shut down, starting up, or let go of.
  [/^(08|57P|25P03|HV00N)/, 'STORE_UNREACHABLE'],
  [/^(28|3D|42501|25006)/, 'STORE_REFUSED'],
  [/^53/, 'STORE_EXHAUSTED'],
]
const byState = (state: string): StoreProblem =>
  states.find(([pattern]) => pattern.test(state))?.[1] ?? 'STORE_FAILED'

const byDriver = (problem: unknown): StoreProblem => {
  const { code = '', message = '' } = (problem ?? {}) as { code?: unknown; message?: unknown }
  if (/SASL|SSL|TLS|CERT|password/i.test(`${code} ${message}`)) return 'STORE_REFUSED'
  const isOfSystem = /^E[A-Z]+$/.test(String(code))
  return isOfSystem || /connect|terminated|timeout|queryable/i.test(String(message))
    ? 'STORE_UNREACHABLE'
    : 'STORE_FAILED'
}
