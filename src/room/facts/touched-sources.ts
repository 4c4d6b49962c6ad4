import type { Stored } from '../../casework/records/record.ts'
import type { CountedKind } from '../../statistics/facts/counted-kind.ts'
import { countedKinds } from '../../statistics/facts/counted-kinds.ts'
import type { Change } from '../../vault/vault.ts'
import { deriveFacts, type Surroundings } from './derive-facts.ts'
import {
  clientsAmong,
  type Earlier,
  type FactRoom,
  filesAround,
  madeBy,
  placeOf,
  recordsOfFiles,
} from './fact-reader.ts'
import { type FactSource, keyOfSource } from './fact-source.ts'

/** A source that changes may have changed. `before`: the record as it was, where it counts by itself and was there. */
export interface TouchedSource extends FactSource {
  before: Stored<unknown> | null
  /** No sheet of it can be there yet. */
  isNew: boolean
}

const countedByTable = new Map(countedKinds.map((counted) => [counted.kind.table, counted]))

/** The sources whose facts these changes may change, and where the people stand whom they are about. */
export const touchedSources = async (
  room: FactRoom,
  changes: readonly Change[],
  earlier: Earlier,
): Promise<{ sources: TouchedSource[]; around: Surroundings }> => {
  const { before, after, merging } = await filesAround(room, changes)
  const { clients, otherwise } = clientsAmong(changes, earlier)
  const around: Surroundings = { vault: room.vault, files: after, clients }
  const touched = new Map<string, TouchedSource>()
  const people = new Map<string, { counted: CountedKind<unknown>; of: string }>()
  const touch = (
    counted: CountedKind<unknown>,
    record: Stored<unknown>,
    own: Partial<TouchedSource> = {},
  ) => {
    const source = { counted, of: record.id, records: [record], before: null, isNew: false, ...own }
    if (!touched.has(keyOfSource(source))) touched.set(keyOfSource(source), source)
  }
  const touchPerson = (counted: CountedKind<unknown>, file: string) => {
    const source = { counted, of: file }
    people.set(keyOfSource(source), source)
  }

  for (const change of changes) {
    const counted = countedByTable.get(change.kind.table)
    if (!counted) continue
    const record = madeBy(change)
    const client = change.kind.clientOf(record.value, record.id)
    if (counted.by === 'client' && client !== null) touchPerson(counted, after.readUnder(client))
    if (counted.by === 'record')
      touch(counted, record, {
        before: earlier.get(placeOf(change)) ?? null,
        isNew: change.expectedRevision === 0,
      })
  }

  const told = new Set(
    [...otherwise, ...merging].flatMap((id) => [
      ...before.readTogether(before.readUnder(id)),
      ...after.readTogether(after.readUnder(id)),
    ]),
  )
  if (told.size > 0)
    for (const counted of countedKinds) {
      if (!room.vault.opens(counted.kind.domain)) continue
      if (counted.by === 'client') for (const file of told) touchPerson(counted, file)
      else
        for (const record of await recordsAbout(room, counted, told, changes, around)) touch(counted, record)
    }

  for (const { counted, of } of people.values()) {
    const files = after.readUnder(of) === of ? after.readTogether(of) : []
    const records = await recordsOfFiles(room.vault, counted.kind, files, changes)
    const source = { counted, of, records, before: null, isNew: false }
    touched.set(keyOfSource(source), source)
  }
  return { sources: [...touched.values()], around }
}

/** Records that count by themselves and are about any of these people: their own, and those that name them. */
const recordsAbout = async (
  { vault, list }: FactRoom,
  counted: CountedKind<unknown>,
  people: ReadonlySet<string>,
  changes: readonly Change[],
  around: Surroundings,
): Promise<Stored<unknown>[]> => {
  const { kind } = counted
  const own = await recordsOfFiles(vault, kind, [...people], changes)
  if (kind.without === undefined) return own
  const { records } = await list(kind)
  const derived = await deriveFacts(
    records.map((record) => ({ counted, records: [record] })),
    around,
  )
  return records.filter((_, place) => [...(derived[place]?.about ?? [])].some((id) => people.has(id)))
}
