import type { RecordKind } from '../casework/records/record.ts'
import { ConflictError } from './errors.ts'
import type { DomainKey, RecordKey } from './keys/domain-key.ts'
import { sameBytes } from './primitives/bytes.ts'
import { readHeader, suites } from './sealing/envelope-header.ts'
import { readOwned } from './sealing/owned-envelope.ts'
import { unsealRows } from './sealing/record-opening.ts'
import { type Change, sealChanges } from './sealing/record-sealing.ts'
import { keyOf, type Session, storeOf } from './session.ts'
import type { RecordRow } from './store/database.ts'
import type { TableWrite } from './store/row-codec.ts'
import { refreshSession } from './unlock.ts'

/** What a pass over the records did: how many it sealed anew, and whether all now stand under the newest keys. */
export interface Resealed {
  resealed: number
  done: boolean
}

/** Rows looked at at once; those that need it are sealed anew in one commit. */
const pageSize = 200

/** The trail is a tree over its envelopes: an entry is never sealed anew. */
const isResealed = ({ domainKeys }: Session, { domain }: Pick<RecordKind<unknown>, 'domain'>): boolean =>
  domain !== 'audit' && domainKeys.has(domain)

/** Whether a record may stand under a key that it should not stand under any more. */
export const resealDue = (session: Session): boolean =>
  [...session.domainKeys].some(([domain, keys]) => keys.length > 1 && isResealed(session, { domain }))

const headerOf = ({ envelope }: RecordRow) => {
  try {
    return readHeader(envelope)
  } catch {
    return null // what is wrong with it shows when it is opened
  }
}

/** Whether the row stands under a client's key of this generation. */
const isOwned = (row: RecordRow, { generation }: DomainKey): boolean =>
  headerOf(row)?.suite === suites.owned && readOwned(row.envelope).generation === generation

/** Whether the row stands under the domain's own key of this generation. */
const isKeyed = (row: RecordRow, { id }: RecordKey): boolean => {
  const header = headerOf(row)
  return header?.suite === suites.keyed && sameBytes(header.keyId, id)
}

/** What has to be sealed anew of a page, and how many rows of it cannot be opened. */
const staleIn = async <T>(
  session: Session,
  kind: RecordKind<T>,
  rows: readonly RecordRow[],
): Promise<{ changes: Change[]; unreadable: number }> => {
  const newest = keyOf(session, kind.domain)
  const recordKey = await newest.recordKey(kind.table)
  const suspects = new Map(rows.filter((row) => !isOwned(row, newest)).map((row) => [row.id, row]))
  const { records, unreadable } = await unsealRows(session, kind, [...suspects.values()])
  const changes: Change[] = []
  for (const { id, revision, value } of records) {
    const row = suspects.get(id)
    const stands = row && kind.clientOf(value, id) === null && isKeyed(row, recordKey)
    if (!stands) changes.push({ kind, id, expectedRevision: revision, value })
  }
  return { changes, unreadable: unreadable.length }
}

/** The rows of a table, page by page, in order of their ids. */
async function* pagesOf({ database }: Session, kind: RecordKind<unknown>): AsyncGenerator<RecordRow[]> {
  let last = ''
  for (;;) {
    const rows = await database.records(kind).where('id').above(last).limit(pageSize).toArray()
    if (rows.length === 0) return
    yield rows
    last = rows.at(-1)?.id ?? last
  }
}

/** Seals records anew, at most about `limit`; see `OpenVault.reseal`. */
export const reseal = async (
  session: Session,
  kinds: readonly RecordKind<unknown>[],
  limit: number,
): Promise<Resealed> => {
  let resealed = 0
  let left = 0
  for (const kind of kinds) {
    if (!isResealed(session, kind)) continue
    for await (const rows of pagesOf(session, kind)) {
      const { changes, unreadable } = await staleIn(session, kind, rows)
      left += unreadable
      try {
        // Nothing is changed by it that the trail would tell of.
        const deed = async () => ({ writes: await sealChanges(session, changes), notes: [] })
        if (changes.length > 0) await session.trail.commit(session, deed)
        resealed += changes.length
      } catch (problem) {
        // Whoever changed one of them meanwhile sealed it with the newest key; the others come the next time.
        if (!(problem instanceof ConflictError)) throw problem
        left += changes.length
      }
      if (resealed >= limit) return { resealed, done: false }
    }
  }
  return { resealed, done: left === 0 }
}

/** Forgets the keys that nothing stands under any more; see `OpenVault.forgetFormerKeys`. */
export const forgetFormerKeys = async (session: Session): Promise<void> => {
  const { database, domainKeys } = session
  const isFormer = ({ domain, generation }: Pick<DomainKey, 'domain' | 'generation'>): boolean =>
    isResealed(session, { domain }) && generation < (domainKeys.get(domain)?.[0].generation ?? 0)
  const grants = (await database.grants.toArray()).filter(isFormer)
  const clientKeys = (await database.clientKeys.toArray()).filter(isFormer)
  const removals: TableWrite[] = [
    ...grants.map(({ id }) => ({ table: 'grants', remove: id })),
    ...clientKeys.map(({ id }) => ({ table: 'clientKeys', remove: id })),
  ]
  if (removals.length === 0) return
  const store = storeOf(session)
  // What is owed to the trail may be sealed for one of them.
  await session.trail.enterOwed(session)
  await store.commit(removals)
  await refreshSession(session)
  await store.rekey()
}
