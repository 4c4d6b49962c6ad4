import type { PoolConfig } from 'pg'
import { StoreError } from '../county/store/store-error.ts'

/**
 * What the driver is given for an address `postgres://user:password@host:port/database?…`. Throws STORE_ADDRESS_INVALID; nothing of a
 * wrong address is looked up, for it may be a piece of the password: `#`, `?`, `/` and `@` in one have to be written as %23, %3F, %2F, %40.
 */
export const connectionSettings = (connectionString: string): PoolConfig => {
  const address = URL.parse(connectionString)
  if (address === null || !['postgres:', 'postgresql:'].includes(address.protocol)) throw invalid()
  const { hash, pathname, search, searchParams } = address
  if (hash !== '' || `${pathname}${search}`.includes('@') || !isDecodable(connectionString)) throw invalid()
  // The driver takes these to mean the strictest one, and says so at length on standard error.
  if (['prefer', 'require', 'verify-ca'].includes(searchParams.get('sslmode') ?? ''))
    searchParams.set('sslmode', 'verify-full')
  return {
    connectionString: address.href,
    application_name: 'anxin',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    max: 4,
    onConnect: async (client) => void (await client.query(letGo)),
  }
}

/** When the machine at this end is gone without a word, the server gives its place to the next. */
const letGo = `select set_config(name, value, false) from (values
  ('tcp_keepalives_idle', '30'), ('tcp_keepalives_interval', '10'), ('tcp_keepalives_count', '6'),
  ('idle_in_transaction_session_timeout', '600000')) as settings (name, value)`

const invalid = () => new StoreError('STORE_ADDRESS_INVALID')

const isDecodable = (text: string): boolean => {
  try {
    return decodeURIComponent(text) !== ''
  } catch {
    return false
  }
}
