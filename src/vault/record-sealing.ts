import type { RecordKind, Stored } from '../casework/record.ts'
import { idSchema } from '../casework/values.ts'
import { indexEntries } from './blind-index.ts'
import { sealForDomain, unsealForDomain } from './boxed-envelope.ts'
import type { RowWrite } from './commit-rows.ts'
import type { RecordRow } from './database.ts'
import type { DomainKey } from './domain-key.ts'
import { seal, unseal } from './envelope.ts'
import { type Place, readHeader, suites } from './envelope-header.ts'
import { VaultError } from './errors.ts'
import { keyOf, publicKeyOf, type Session } from './session.ts'

/** A record to be stored. `expectedRevision` is the one it was read at, 0 when it is new. */
export interface Change<T = unknown> {
  kind: RecordKind<T>
  id: string
  expectedRevision: number
  value: T
}

const checked = <T>(kind: RecordKind<T>, value: unknown): T => {
  const result = kind.schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new VaultError('INVALID_RECORD', { at: [kind.table, ...(issue?.path ?? [])].join('.') })
}

const placeOf = (
  vaultId: string,
  { domain, table, version }: RecordKind<unknown>,
  { id, index, revision }: Omit<RecordRow, 'envelope'>,
): Place => ({ vaultId, domain, table, id, index, version, revision })

/** A checked change as a row still without its envelope, and what the seal will bind. */
const drafted = async (vaultId: string, key: DomainKey | undefined, change: Change) => {
  const { kind, id, expectedRevision } = change
  if (!idSchema.safeParse(id).success) throw new VaultError('INVALID_RECORD', { at: `${kind.table}.id` })
  const value = checked(kind, change.value)
  const index = await indexEntries(key, kind, value)
  const draft = { id, domain: kind.domain, revision: expectedRevision + 1, index }
  return { value, draft, place: placeOf(vaultId, kind, draft) }
}

/** Checks a value against its kind and seals it with the domain's key. Throws INVALID_RECORD. */
export const sealWithKey = async (vaultId: string, key: DomainKey, change: Change): Promise<RowWrite> => {
  const { table } = change.kind
  const { value, draft, place } = await drafted(vaultId, key, change)
  const row: RecordRow = { ...draft, envelope: await seal(await key.recordKey(table), place, value) }
  return { table, row }
}

/**
 * Checks a value against its kind and seals it. Into a domain that is closed to this person only new records go, of kinds
 * that may come from any role. Throws INVALID_RECORD and NO_KEY.
 */
export const sealChange = async (session: Session, change: Change): Promise<RowWrite> => {
  const { vaultId } = session.header
  const { domain, table, fromAnyRole } = change.kind
  const key = session.domainKeys.get(domain)
  if (key) return sealWithKey(vaultId, key, change)
  if (!fromAnyRole || change.expectedRevision > 0) throw new VaultError('NO_KEY', { at: domain })
  const { value, draft, place } = await drafted(vaultId, undefined, change)
  const author = { id: session.staff.id, privateKey: session.keys.signing.privateKey }
  const envelope = await sealForDomain(publicKeyOf(session, domain), author, place, value)
  const row: RecordRow = { ...draft, envelope }
  return { table, row }
}

/** Opens a stored row. Throws NO_KEY, or what is wrong with the row. */
export const unsealRow = async <T>(
  session: Session,
  kind: RecordKind<T>,
  row: RecordRow,
): Promise<Stored<T>> => {
  const key = keyOf(session, kind.domain)
  const { suite } = readHeader(row.envelope)
  if (row.domain !== kind.domain) throw new VaultError('DAMAGED_RECORD')
  if (suite === suites.boxed && (!kind.fromAnyRole || row.revision !== 1))
    throw new VaultError('UNKNOWN_AUTHOR')
  const place = placeOf(session.header.vaultId, kind, row)
  const value =
    suite === suites.keyed
      ? await unseal(await key.recordKey(kind.table), place, row.envelope)
      : await unsealForDomain(key.sealing, session.roster.signedByMember, place, row.envelope)
  return { id: row.id, revision: row.revision, value: checked(kind, value) }
}
