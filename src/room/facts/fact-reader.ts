import { clientKind } from '../../casework/clients/client.ts'
import { type ClientMerge, clientMergeKind } from '../../casework/clients/client-merge.ts'
import { type MergedFiles, mergedFiles } from '../../casework/clients/merged-files.ts'
import { isSame } from '../../casework/records/is-same.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { CountedClient } from '../../statistics/facts/people.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import type { Session } from '../session.ts'

/** What facts are worked out with. */
export type FactRoom = Pick<Session, 'vault' | 'list'>

/** Records as they were before a commit, by table and id. */
export type Earlier = ReadonlyMap<string, Stored<unknown>>

export const placeOf = ({ kind, id }: Pick<Change, 'kind' | 'id'>): string => `${kind.table}.${id}`

/** A change as the record it makes. */
export const madeBy = ({ kind, id, expectedRevision, value }: Change): Stored<unknown> => ({
  id,
  revision: expectedRevision + 1,
  value: kind.schema.parse(value),
})

/** Which files are read together before and after these changes. */
export const filesAround = async (
  { list }: FactRoom,
  changes: readonly Change[],
): Promise<{ before: MergedFiles; after: MergedFiles; merging: string[] }> => {
  const merges = (await list(clientMergeKind)).records
  const before = mergedFiles(merges.map(({ value }) => value))
  const changed = new Map<string, ClientMerge>()
  for (const { kind, id, value } of changes)
    if (kind.table === clientMergeKind.table) changed.set(id, clientMergeKind.schema.parse(value))
  if (changed.size === 0) return { before, after: before, merging: [] }
  const left = merges.filter(({ id }) => !changed.has(id)).map(({ value }) => value)
  const after = mergedFiles([...left, ...changed.values()])
  return { before, after, merging: [...changed.values()].flatMap(({ from, into }) => [from, into]) }
}

/** The clients among the changes, and those of whom something is told otherwise that people are counted by. */
export const clientsAmong = (
  changes: readonly Change[],
  earlier: Earlier,
): { clients: Map<string, CountedClient>; otherwise: string[] } => {
  const clients = new Map<string, CountedClient>()
  const otherwise: string[] = []
  for (const change of changes) {
    if (change.kind.table !== clientKind.table) continue
    const value = clientKind.schema.parse(change.value)
    clients.set(change.id, value)
    const before = earlier.get(placeOf(change))
    if (before && !isSame(countedBy(before.value), countedBy(value))) otherwise.push(change.id)
  }
  return { clients, otherwise }
}

const countedBy = (client: unknown): CountedClient => {
  const { sex, birthDate, township } = clientKind.schema.parse(client)
  return { sex, birthDate, township }
}

/** The records of a kind that files hold, with what is about to be saved in place of what was. */
export const recordsOfFiles = async (
  vault: OpenVault,
  kind: Change['kind'],
  files: readonly string[],
  changes: readonly Change[],
): Promise<Stored<unknown>[]> => {
  const { records } = await vault.findAny(kind, 'client', files)
  const made = changes.filter((change) => change.kind.table === kind.table).map(madeBy)
  const ids = new Set(made.map(({ id }) => id))
  const clientOf = kind.indexes?.client ?? null
  const isTheirs = ({ id, value }: Stored<unknown>) => {
    const client = clientOf ? clientOf(value) : kind.clientOf(value, id)
    return client !== null && files.includes(client)
  }
  return [...records.filter(({ id }) => !ids.has(id)), ...made.filter(isTheirs)]
}
