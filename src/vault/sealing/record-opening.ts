import type { RecordKind, Stored } from '../../casework/records/record.ts'
import { type VaultCode, VaultError } from '../errors.ts'
import type { DomainKey, RecordKey } from '../keys/domain-key.ts'
import { keyOfGeneration, recordKeyNamed } from '../keys/domain-keys.ts'
import { keysOf, type Session } from '../session.ts'
import type { RecordRow } from '../store/database.ts'
import { unsealForDomain } from './boxed-envelope.ts'
import { unseal } from './envelope.ts'
import { type Place, readHeader, suites } from './envelope-header.ts'
import { type OwnedEnvelope, ownerOf, readOwned, unsealOwned } from './owned-envelope.ts'
import { checked, placeOf } from './record-sealing.ts'

/** Records that were asked for, and those among them that could not be read. */
export interface Listing<T> {
  records: Stored<T>[]
  unreadable: { id: string; code: VaultCode }[]
}

/** Rows opened at once. */
const pageSize = 512

/** A row that was looked at: what opens it, as far as that can be told without a client's key. */
interface Located {
  row: RecordRow
  place: Place
  /** For a client's record: the key that opens it, where that is at hand, else whose it is. */
  owned: { envelope: OwnedEnvelope; by: RecordKey | Owner } | null
}

/** Whose key opens a record. */
interface Owner {
  domainKey: DomainKey
  clientId: string
}

const locate = async (session: Session, kind: RecordKind<unknown>, row: RecordRow): Promise<Located> => {
  const { suite, keyId } = readHeader(row.envelope)
  if (row.domain !== kind.domain) throw new VaultError('DAMAGED_RECORD')
  if (suite === suites.boxed && (!kind.fromAnyRole || row.revision !== 1))
    throw new VaultError('UNKNOWN_AUTHOR')
  const place = placeOf(session.header.vaultId, kind, row)
  if (suite !== suites.owned) return { row, place, owned: null }
  const envelope = readOwned(row.envelope)
  const domainKey = keyOfGeneration(keysOf(session, kind.domain), envelope.generation)
  const known = session.clientKeys.known(keyId)
  const by = known ?? { domainKey, clientId: await ownerOf(domainKey, place, envelope) }
  return { row, place, owned: { envelope, by } }
}

const contentOf = async (
  session: Session,
  { domain, table }: RecordKind<unknown>,
  { row, place, owned }: Located,
): Promise<unknown> => {
  const { suite, keyId } = readHeader(row.envelope)
  if (owned) {
    const { envelope, by } = owned
    const key =
      'clientId' in by ? await session.clientKeys.named(by.domainKey, by.clientId, { table, keyId }) : by
    return unsealOwned(key, place, envelope)
  }
  const keys = keysOf(session, domain)
  if (suite === suites.keyed) return unseal(await recordKeyNamed(keys, table, keyId), place, row.envelope)
  return unsealForDomain(keys, session.roster.signedByMember, place, row.envelope)
}

const opened = async <T>(session: Session, kind: RecordKind<T>, located: Located): Promise<Stored<T>> => {
  const { id, revision } = located.row
  return { id, revision, value: checked(kind, await contentOf(session, kind, located)) }
}

/** Opens a stored row. Throws NO_KEY, or what is wrong with the row. */
export const unsealRow = async <T>(
  session: Session,
  kind: RecordKind<T>,
  row: RecordRow,
): Promise<Stored<T>> => opened(session, kind, await locate(session, kind, row))

type Tried<T> = { done: T } | { id: string; code: VaultCode }

const attempt = async <T>(id: string, work: Promise<T>): Promise<Tried<T>> => {
  try {
    return { done: await work }
  } catch (problem) {
    if (!(problem instanceof VaultError)) throw problem
    return { id, code: problem.code }
  }
}

const unsealPage = async <T>(
  session: Session,
  kind: RecordKind<T>,
  rows: readonly RecordRow[],
): Promise<Tried<Stored<T>>[]> => {
  const located = await Promise.all(rows.map((row) => attempt(row.id, locate(session, kind, row))))
  const owners = located.flatMap((tried): Owner[] => {
    const by = 'done' in tried && tried.done.owned?.by
    return by && 'clientId' in by ? [by] : []
  })
  for (const [domainKey, group] of Map.groupBy(owners, (owner) => owner.domainKey))
    await session.clientKeys.load(
      domainKey,
      group.map(({ clientId }) => clientId),
    )
  return Promise.all(
    located.map(async (tried) =>
      'done' in tried ? attempt(tried.done.row.id, opened(session, kind, tried.done)) : tried,
    ),
  )
}

/** Opens stored rows, keys of their clients read together. Throws NO_KEY. */
export const unsealRows = async <T>(
  session: Session,
  kind: RecordKind<T>,
  rows: readonly RecordRow[],
): Promise<Listing<T>> => {
  keysOf(session, kind.domain)
  const listing: Listing<T> = { records: [], unreadable: [] }
  for (let at = 0; at < rows.length; at += pageSize)
    for (const tried of await unsealPage(session, kind, rows.slice(at, at + pageSize)))
      if ('done' in tried) listing.records.push(tried.done)
      else listing.unreadable.push(tried)
  return listing
}
