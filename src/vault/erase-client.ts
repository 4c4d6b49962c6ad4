import type { RecordKind } from '../casework/records/record.ts'
import { notesOf } from './audit/notes.ts'
import { forgetDraft, listDrafts } from './drafts.ts'
import { saved, VaultError } from './errors.ts'
import { dropPages } from './pages/summary-pages.ts'
import { listRecords } from './records.ts'
import { indexEntry, unknownEntry } from './sealing/blind-index.ts'
import { unsealRows } from './sealing/record-opening.ts'
import { type Change, sealChanges } from './sealing/record-sealing.ts'
import { keysOf, type Session, storeOf } from './session.ts'
import { VaultDatabase } from './store/database.ts'
import { databaseOfDrill, databasesOf } from './store/database-names.ts'
import { deleteDatabase } from './store/delete-database.ts'
import type { VaultPlace } from './store/place.ts'
import type { TableWrite } from './store/row-codec.ts'

/** What went with a client: records, and the keys that opened them. */
export interface ErasedClient {
  records: number
  keys: number
}

/** Ids of the rows of a kind that belong to the client, also of those that cannot be read. */
const rowsOfClient = async <T>(
  session: Session,
  kind: RecordKind<T>,
  clientId: string,
): Promise<string[]> => {
  const table = session.database.records(kind)
  const own = await Promise.all(
    keysOf(session, kind.domain).map((key) => indexEntry(key, kind, 'client', clientId)),
  )
  const indexed = await table
    .where('index')
    .anyOf([...own, unknownEntry('client')])
    .distinct()
    .toArray()
  // A client's own row had no index entry in vaults of an earlier layout.
  const self = indexed.some(({ id }) => id === clientId) ? undefined : await table.get(clientId)
  const rows = self ? [...indexed, self] : indexed
  const { records, unreadable } = await unsealRows(session, kind, rows)
  const closed = new Set(unreadable.map(({ id }) => id))
  return [
    ...records
      .filter(({ id, value }) => (kind.clientOf(value, id) ?? kind.goesWith?.(value) ?? null) === clientId)
      .map(({ id }) => id),
    ...rows
      .filter(({ id, index }) => closed.has(id) && index.some((entry) => own.includes(entry)))
      .map(({ id }) => id),
  ]
}

/** Destroys the client's keys in databases that were set aside too; what cannot be opened there stays unreadable. */
const forgetSetAside = async (
  { database }: Session,
  { name, kinds }: VaultPlace,
  clientId: string,
): Promise<void> => {
  for (const other of await databasesOf(name)) {
    if (other === database.name) continue
    const aside = new VaultDatabase(other, kinds)
    try {
      await aside.clientKeys.where({ clientId }).delete()
    } catch (cause) {
      throw new VaultError('NOT_SAVED', { at: other, cause })
    } finally {
      aside.close()
    }
  }
}

/** A client who was erased. It stays, `done`, for the drafts of colleagues: only they can open them, when they are at work. */
interface ErasureRow {
  id: string
  done?: true
}

const erasures = ({ database }: Session) => database.table<ErasureRow, string>('erasures')

/** Forgets what this person was writing about clients who were erased. */
const forgetDraftsAbout = async (session: Session, clientIds: readonly string[]): Promise<void> => {
  for (const { form, content } of await listDrafts(session)) {
    const text = form + JSON.stringify(content)
    if (clientIds.some((id) => text.includes(id))) await forgetDraft(session, form)
  }
}

/** Does what is still to be done about clients who were erased, so that nothing on this machine holds their keys; see `OpenVault.finishErasing`. */
export const finishErasing = async (session: Session, place: VaultPlace): Promise<void> => {
  const store = storeOf(session)
  const erased = await erasures(session).toArray()
  if (erased.length === 0) return
  await forgetDraftsAbout(
    session,
    erased.map(({ id }) => id),
  )
  const unfinished = erased.filter(({ done }) => !done).map(({ id }) => id)
  if (unfinished.length === 0) return
  session.clientKeys.forget()
  await dropPages(session)
  await saved(store.snapshot({ forgetOlder: true }))
  await saved(deleteDatabase(databaseOfDrill(place.name)))
  for (const clientId of unfinished) await forgetSetAside(session, place, clientId)
  await saved(erasures(session).bulkPut(unfinished.map((id): ErasureRow => ({ id, done: true }))))
}

/** The records that stay and name the client, as they are without them. */
const withoutClient = async <T>(
  session: Session,
  kind: RecordKind<T>,
  clientId: string,
  under: string | null,
): Promise<Change[]> => {
  if (kind.without === undefined) return []
  const { records } = await listRecords(session, kind)
  return records.flatMap(({ id, revision, value }) => {
    const left = kind.without?.(value, clientId, under) ?? null
    return left === null ? [] : [{ kind, id, expectedRevision: revision, value: left }]
  })
}

/** What else is changed with the records that stay, without the client. */
export type Alongside = (naming: readonly Change[]) => Promise<readonly Change[]>

/** Destroys a client's keys and everything that belongs to them; see `OpenVault.eraseClient`. */
export const eraseClient = async (
  session: Session,
  place: VaultPlace,
  { clientId, under }: { clientId: string; under: string | null },
  alongside: Alongside,
): Promise<ErasedClient> => {
  const { database, staff, domainKeys } = session
  if (!staff.roles.some((role) => role === 'counsellor' || role === 'supervisor'))
    throw new VaultError('NO_KEY', { at: 'case' })
  const keys = await database.clientKeys.where({ clientId }).primaryKeys()
  const removals: TableWrite[] = keys.map((id) => ({ table: 'clientKeys', remove: id }))
  const naming: Change[] = []
  for (const kind of place.kinds) {
    if (!domainKeys.has(kind.domain)) continue
    for (const id of await rowsOfClient(session, kind, clientId))
      removals.push({ table: kind.table, remove: id })
    naming.push(...(await withoutClient(session, kind, clientId, under)))
  }
  const records = removals.length - keys.length
  if (removals.length > 0) {
    const also = await alongside(naming)
    await session.trail.commit(session, async () => ({
      writes: [...removals, ...(await sealChanges(session, [...naming, ...also]))],
      notes: [{ action: 'erased', about: clientId, count: records }, ...notesOf(naming)],
      local: [{ touched: clientId }, { table: 'erasures', put: { id: clientId } }],
    }))
  } else if ((await erasures(session).get(clientId))?.done ?? true) throw new VaultError('UNKNOWN_CLIENT')
  await finishErasing(session, place)
  return { records, keys: keys.length }
}
