import { type Client, clientKind } from '../casework/clients/client.ts'
import { clientMergeKind } from '../casework/clients/client-merge.ts'
import type { MergedFiles } from '../casework/clients/merged-files.ts'
import { caseStandingKind } from '../casework/files/case-standing.ts'
import { checkChange } from '../casework/records/check-change.ts'
import type { RecordKind, Stored } from '../casework/records/record.ts'
import type { StaffMember } from '../casework/staff/staff.ts'
import type { UnitProfile } from '../casework/unit/unit-profile.ts'
import { factSheetKind } from '../statistics/fact-sheet.ts'
import { ConflictError } from '../vault/errors.ts'
import { checked as checkedValue } from '../vault/sealing/record-sealing.ts'
import type { Change, OpenVault } from '../vault/vault.ts'
import { type CaseShelf, CaseSummaries } from './clients/case-summaries.ts'
import { CasesTogether } from './clients/cases-together.ts'
import { mergedFilesOf } from './clients/merged-files-of.ts'
import { factChanges } from './facts/fact-changes.ts'
import { placeOf } from './facts/fact-reader.ts'
import { RoomError } from './room-error.ts'
import { roomRules } from './rules-in-force.ts'
import { type Shelf, Shelves } from './shelves.ts'

/** One unlocked sitting: the vault, the unit it belongs to, and what has been read so far. */
export interface Session {
  vault: OpenVault
  unit: UnitProfile
  me: StaffMember
  /** Empty when the role holds no key to this kind: what may not be read is not there. */
  list<T>(kind: RecordKind<T>): Promise<Shelf<T>>
  /** One client's records of a kind, as `list` gives them all; with those of the files that are read with theirs. */
  ofClient<T>(kind: RecordKind<T>, clientId: string): Promise<Shelf<T>>
  /** The clients, each summed up: what the caseload and the day's board need without opening a case. */
  cases(): Promise<CaseShelf>
  /** Which files are read together. */
  merged(): Promise<MergedFiles>
  /** Rejects with NOT_FOUND, or with what is wrong with the record. */
  get<T>(kind: RecordKind<T>, id: string): Promise<Stored<T>>
  /**
   * Saves all changes or none, and with them what is to be counted of them; resolves once they are on disk. Rejects with CONFLICT when a record is no longer the one
   * that was changed, RECORD_CLOSED when it may not change so, or as the vault does.
   */
  commit(changes: readonly Change[]): Promise<void>
  /** Reads these tables again when they are next asked for, after another window changed them. */
  forget(tables: readonly string[]): void
}

/** Opens a sitting over a vault. Lists are read once and kept in step with what is saved here. */
export const beginSession = (vault: OpenVault, unit: UnitProfile): Session => {
  const shelves = new Shelves(vault)
  const list = async <T>(kind: RecordKind<T>): Promise<Shelf<T>> =>
    vault.opens(kind.domain) ? shelves.of(kind) : { records: [], unreadable: 0 }

  const intervals = async () => (await roomRules({ list, vault })).followUps
  const summaries = new CaseSummaries(vault, intervals)
  const together = new CasesTogether(vault, intervals)

  const merged = async () => mergedFilesOf((await list(clientMergeKind)).records)

  const get = async <T>(kind: RecordKind<T>, id: string): Promise<Stored<T>> => {
    const record = await vault.get(kind, id)
    if (!record) throw new RoomError('NOT_FOUND')
    return record
  }

  /** The record as it stands, that a change may be made to; null for a new one. */
  const checked = async ({ kind, id, expectedRevision, value }: Change): Promise<Stored<unknown> | null> => {
    // Facts follow from the records alone, and those that cannot be read any more are written over.
    if (expectedRevision === 0 || kind.table === factSheetKind.table) return null
    const before = await get(kind, id)
    if (before.revision !== expectedRevision) throw new ConflictError([id])
    const allowed = checkChange(kind, before.value, value)
    if (!allowed.ok) throw new RoomError(allowed.refusal.code)
    return before
  }

  const save = async (records: readonly Change[]): Promise<void> => {
    const earlier = new Map<string, Stored<unknown>>()
    for (const change of records) {
      // Before anything is counted of it: what is no record leaves no facts either.
      checkedValue(change.kind, change.value)
      const before = await checked(change)
      if (before) earlier.set(placeOf(change), before)
    }
    const changes = [...records, ...(await factChanges({ vault, list }, records, earlier))]
    await vault.commit(changes)
    shelves.put(changes)
    const registered = registeredAlone(records)
    const alone = new Set(registered.map(({ id }) => id))
    const about = records.flatMap(({ kind, id, value }) => kind.clientOf(value, id) ?? [])
    summaries.touch(about.filter((id) => !alone.has(id)))
    summaries.register(registered)
  }

  // One after the other: what a record leaves behind depends on what others say.
  let last: Promise<unknown> = Promise.resolve()

  return {
    vault,
    unit,
    me: vault.staff,
    list,
    async ofClient(kind, clientId) {
      if (!vault.opens(kind.domain)) return { records: [], unreadable: 0 }
      // Each file is closed and opened again by itself.
      const ids = kind.table === caseStandingKind.table ? [clientId] : (await merged()).readTogether(clientId)
      const found = await Promise.all(ids.map((id) => vault.find(kind, 'client', id)))
      return {
        records: found.flatMap(({ records }) => records),
        unreadable: found.reduce((sum, { unreadable }) => sum + unreadable.length, 0),
      }
    },
    cases: async () => together.of(await summaries.current(), (await list(clientMergeKind)).records),
    merged,
    get,
    commit(changes) {
      const saved = last.then(() => save(changes))
      last = saved.catch(() => undefined)
      return saved
    },
    forget(tables) {
      shelves.forget(tables)
      summaries.follow()
    },
  }
}

/** The clients registered by these changes, of whom they say nothing more. */
const registeredAlone = (changes: readonly Change[]): Stored<Client>[] => {
  const times = new Map<string, number>()
  for (const { kind, id, value } of changes) {
    const client = kind.clientOf(value, id)
    if (client !== null) times.set(client, (times.get(client) ?? 0) + 1)
  }
  return changes.flatMap(({ kind, id, value, expectedRevision }) =>
    kind.table === clientKind.table && expectedRevision === 0 && times.get(id) === 1
      ? [{ id, revision: 1, value: clientKind.schema.parse(value) }]
      : [],
  )
}
