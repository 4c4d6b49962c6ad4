import type { RecordKind, Stored } from '../casework/record.ts'
import { idSchema } from '../casework/values.ts'
import { indexEntries } from './blind-index.ts'
import { sealForDomain, unsealForDomain } from './boxed-envelope.ts'
import type { RowWrite } from './commit-rows.ts'
import type { RecordRow } from './database.ts'
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
  { header }: Session,
  { domain, table, version }: RecordKind<unknown>,
  { id, index, revision }: Omit<RecordRow, 'envelope'>,
): Place => ({ vaultId: header.vaultId, domain, table, id, index, version, revision })

/**
 * Checks a value against its kind and seals it. Into a domain that is closed to this person only new records go.
 * Throws INVALID_RECORD and NO_KEY.
 */
export const sealChange = async (session: Session, change: Change): Promise<RowWrite> => {
  const { kind, id, expectedRevision } = change
  if (!idSchema.safeParse(id).success) throw new VaultError('INVALID_RECORD', { at: `${kind.table}.id` })
  const value = checked(kind, change.value)
  const key = session.domainKeys.get(kind.domain)
  if (!key && expectedRevision > 0) throw new VaultError('NO_KEY', { at: kind.domain })
  const index = await indexEntries(key, kind, value)
  const row = { id, domain: kind.domain, revision: expectedRevision + 1, index }
  const place = placeOf(session, kind, row)
  const author = { id: session.staff.id, privateKey: session.keys.signing.privateKey }
  const envelope = key
    ? await seal(await key.recordKey(kind.table), place, value)
    : await sealForDomain(publicKeyOf(session, kind.domain), author, place, value)
  const sealed: RecordRow = { ...row, envelope }
  return { table: kind.table, row: sealed }
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
  const place = placeOf(session, kind, row)
  const value =
    suite === suites.keyed
      ? await unseal(await key.recordKey(kind.table), place, row.envelope)
      : await unsealForDomain(key.sealing, session.roster.signedByMember, place, row.envelope)
  return { id: row.id, revision: row.revision, value: checked(kind, value) }
}
