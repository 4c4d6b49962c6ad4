import { VaultError } from '../errors.ts'
import { type Bytes, sameBytes } from '../primitives/bytes.ts'
import type { ClientKeyRow } from '../store/database.ts'
import { type ClientKey, clientKeyId, openClientKey } from './client-key.ts'
import type { DomainKey, RecordKey } from './domain-key.ts'

/** Where the rows of client keys are read, in the order of their ids. */
export type ClientKeyRows = (ids: string[]) => PromiseLike<(ClientKeyRow | undefined)[]>

const nameOf = (keyId: Bytes): string => String.fromCharCode(...keyId)

/** The clients' keys of one session, read and opened once. */
export class ClientKeys {
  readonly #vaultId: string
  readonly #rows: ClientKeyRows
  readonly #mostHeld: number
  readonly #opened = new Map<string, ClientKey>()
  readonly #recordKeys = new Map<string, RecordKey>()

  /** `mostHeld`: keys kept at once; beyond that they are read again when they are needed. */
  constructor(vaultId: string, rows: ClientKeyRows, mostHeld = 20_000) {
    this.#vaultId = vaultId
    this.#rows = rows
    this.#mostHeld = mostHeld
  }

  /** A client's key in this generation of a domain; null when there is none, or none any more. Throws WRONG_KEY. */
  async of(domainKey: DomainKey, clientId: string): Promise<ClientKey | null> {
    const id = clientKeyId(clientId, domainKey)
    const known = this.#opened.get(id)
    if (known) return known
    const [row] = await this.#rows([id])
    return row ? this.#open(domainKey, clientId, row) : null
  }

  /** Reads and opens the keys of many clients at once; what is wrong with one shows when it is asked for. */
  async load(domainKey: DomainKey, clientIds: Iterable<string>): Promise<void> {
    const missing = [...new Set(clientIds)].filter((id) => !this.#opened.has(clientKeyId(id, domainKey)))
    const rows = await this.#rows(missing.map((id) => clientKeyId(id, domainKey)))
    await Promise.allSettled(
      missing.map(async (clientId, at) => {
        const row = rows[at]
        if (row) await this.#open(domainKey, clientId, row)
      }),
    )
  }

  #hold<Value>(held: Map<string, Value>, name: string, value: Value): void {
    if (held.size >= this.#mostHeld) held.clear()
    held.set(name, value)
  }

  async #open(domainKey: DomainKey, clientId: string, row: ClientKeyRow): Promise<ClientKey> {
    const key = await openClientKey(this.#vaultId, domainKey, clientId, row)
    this.#hold(this.#opened, row.id, key)
    return key
  }

  /** A key that has opened a record before, by the id that stands in its envelopes. */
  known(keyId: Bytes): RecordKey | undefined {
    return this.#recordKeys.get(nameOf(keyId))
  }

  /** The key that an envelope of this client names. Throws NO_CLIENT_KEY after the client was erased, WRONG_KEY for another. */
  async named(
    domainKey: DomainKey,
    clientId: string,
    { table, keyId }: { table: string; keyId: Bytes },
  ): Promise<RecordKey> {
    const key = await this.of(domainKey, clientId)
    if (!key) throw new VaultError('NO_CLIENT_KEY', { at: table })
    const recordKey = await key.recordKey(table)
    if (!sameBytes(recordKey.id, keyId)) throw new VaultError('WRONG_KEY')
    this.#hold(this.#recordKeys, nameOf(keyId), recordKey)
    return recordKey
  }

  /** Forgets every key; they are read again when they are needed. */
  forget(): void {
    this.#opened.clear()
    this.#recordKeys.clear()
  }
}
