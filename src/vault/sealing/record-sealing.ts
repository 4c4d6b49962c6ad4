import type { Domain, RecordKind } from '../../casework/records/record.ts'
import { idSchema } from '../../casework/records/values.ts'
import { VaultError } from '../errors.ts'
import { type ClientKey, drawClientKey } from '../keys/client-key.ts'
import type { ClientKeys } from '../keys/client-keys.ts'
import type { DomainKey } from '../keys/domain-key.ts'
import type { DomainKeys } from '../keys/domain-keys.ts'
import { keysOf, publicKeyOf, type Session } from '../session.ts'
import type { RecordRow } from '../store/database.ts'
import type { StoredRow } from '../store/row-codec.ts'
import { indexEntries } from './blind-index.ts'
import { sealForDomain } from './boxed-envelope.ts'
import { seal } from './envelope.ts'
import type { Place } from './envelope-header.ts'
import { sealOwned } from './owned-envelope.ts'

/** A record to be stored. `expectedRevision` is the one it was read at, 0 when it is new. */
export interface Change<T = unknown> {
  kind: RecordKind<T>
  id: string
  expectedRevision: number
  value: T
}

/** What seals the records of domains that are open. */
export interface SealingKeys {
  vaultId: string
  domainKeys: ReadonlyMap<Domain, DomainKeys>
  clientKeys: ClientKeys
}

/** Throws INVALID_RECORD unless the value is what its kind says. */
export const checked = <T>(kind: RecordKind<T>, value: unknown): T => {
  const result = kind.schema.safeParse(value)
  if (result.success) return result.data
  const path = result.error.issues.slice(0, 1).flatMap((issue) => issue.path)
  throw new VaultError('INVALID_RECORD', { at: [kind.table, ...path].join('.') })
}

const checkedId = (id: string, at: string): string => {
  if (!idSchema.safeParse(id).success) throw new VaultError('INVALID_RECORD', { at })
  return id
}

/** Where a stored record stands. */
export const placeOf = (
  vaultId: string,
  { domain, table, version }: RecordKind<unknown>,
  { id, index, revision }: Omit<RecordRow, 'envelope'>,
): Place => ({ vaultId, domain, table, id, index, version, revision })

/** A checked change as a row still without its envelope, and what the seal will bind. */
const drafted = async (vaultId: string, key: DomainKey | undefined, change: Change) => {
  const { kind, id, expectedRevision } = change
  checkedId(id, `${kind.table}.id`)
  const value = checked(kind, change.value)
  const owner = kind.clientOf(value, id)
  const clientId = owner === null ? null : checkedId(owner, `${kind.table}.client`)
  const index = await indexEntries(key, kind, { id, value })
  const draft = { id, domain: kind.domain, revision: expectedRevision + 1, index }
  return { value, clientId, draft, place: placeOf(vaultId, kind, draft) }
}

/** Seals the changes of one commit; the keys of clients who have none yet are made with them. */
class CommitSealing {
  readonly #keys: SealingKeys
  readonly #drawn = new Map<string, Promise<ClientKey>>()
  readonly writes: StoredRow[] = []

  constructor(keys: SealingKeys) {
    this.#keys = keys
  }

  /** With the newest key of a domain that is open, or with the client's under it. */
  async add(key: DomainKey, change: Change): Promise<void> {
    const { table } = change.kind
    const { value, clientId, draft, place } = await drafted(this.#keys.vaultId, key, change)
    const envelope =
      clientId === null
        ? await seal(await key.recordKey(table), place, value)
        : await sealOwned(
            key,
            await (await this.#clientKey(key, clientId)).recordKey(table),
            place,
            clientId,
            value,
          )
    const row: RecordRow = { ...draft, envelope }
    this.writes.push({ table, row })
  }

  #clientKey(key: DomainKey, clientId: string): Promise<ClientKey> {
    const name = `${clientId}.${key.domain}`
    const known = this.#drawn.get(name) ?? this.#keyOrNew(key, clientId)
    this.#drawn.set(name, known)
    return known
  }

  async #keyOrNew(domainKey: DomainKey, clientId: string): Promise<ClientKey> {
    const existing = await this.#keys.clientKeys.of(domainKey, clientId)
    if (existing) return existing
    const { key, row } = await drawClientKey(this.#keys.vaultId, domainKey, clientId)
    this.writes.push({ table: 'clientKeys', row })
    return key
  }
}

/** Checks and seals the first records of a vault. Throws INVALID_RECORD, or NO_KEY for a domain that is not open. */
export const sealWithKeys = async (keys: SealingKeys, changes: readonly Change[]): Promise<StoredRow[]> => {
  const sealing = new CommitSealing(keys)
  for (const change of changes) await sealing.add(keysOf(keys, change.kind.domain)[0], change)
  return sealing.writes
}

/**
 * Checks values against their kinds and seals them. Into a domain that is closed to this person only new records go, of kinds
 * that may come from any role. Throws INVALID_RECORD, NO_KEY and RETIRED_KEY.
 */
export const sealChanges = async (session: Session, changes: readonly Change[]): Promise<StoredRow[]> => {
  const sealing = new CommitSealing(sealingKeys(session))
  const seal = async (change: Change): Promise<void> => {
    const [key] = session.domainKeys.get(change.kind.domain) ?? []
    if (key) await sealing.add(key, change)
    else sealing.writes.push(await boxed(session, change))
  }
  await Promise.all(changes.map(seal))
  return sealing.writes
}

const sealingKeys = ({ header, domainKeys, clientKeys }: Session): SealingKeys => ({
  vaultId: header.vaultId,
  domainKeys,
  clientKeys,
})

const boxed = async (session: Session, change: Change): Promise<StoredRow> => {
  const { domain, table, fromAnyRole } = change.kind
  if (!fromAnyRole || change.expectedRevision > 0) throw new VaultError('NO_KEY', { at: domain })
  const { value, draft, place } = await drafted(session.header.vaultId, undefined, change)
  const author = { id: session.staff.id, privateKey: session.keys.signing.privateKey }
  const envelope = await sealForDomain(publicKeyOf(session, domain), author, place, value)
  const row: RecordRow = { ...draft, envelope }
  return { table, row }
}
