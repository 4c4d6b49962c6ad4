import type { Dexie } from 'dexie'
import { type Domain, domains, type RecordKind } from '../../../src/casework/records/record.ts'
import { decodeFrames } from '../../../src/journal/frame.ts'
import { clientKeyId, openClientKey } from '../../../src/vault/keys/client-key.ts'
import { type DomainKey, domainKey } from '../../../src/vault/keys/domain-key.ts'
import { grantStatement } from '../../../src/vault/keys/grant.ts'
import { unwrapSecret } from '../../../src/vault/keys/passphrase-wrap.ts'
import { type StaffKeys, staffKeys } from '../../../src/vault/keys/staff-keys.ts'
import type { Bytes } from '../../../src/vault/primitives/bytes.ts'
import { openBox } from '../../../src/vault/primitives/sealed-box.ts'
import { unsealForDomain } from '../../../src/vault/sealing/boxed-envelope.ts'
import { unseal } from '../../../src/vault/sealing/envelope.ts'
import { readOwned, unsealOwned } from '../../../src/vault/sealing/owned-envelope.ts'
import { placeOf } from '../../../src/vault/sealing/record-sealing.ts'
import type {
  ClientKeyRow,
  GrantRow,
  HeaderRow,
  RecordRow,
  Row,
  StaffRow,
} from '../../../src/vault/store/database.ts'
import { decodeWrites, isRemoval } from '../../../src/vault/store/row-codec.ts'
import { onDisk, type TestRoom } from '../room.ts'

/** Every state of every row that can be found anywhere, by table. */
export type RowsFound = ReadonlyMap<string, readonly Row[]>

const gathered = (found: readonly { table: string; row: Row }[]): RowsFound =>
  new Map(
    [...Map.groupBy(found, ({ table }) => table)].map(([table, group]) => [
      table,
      group.map(({ row }) => row),
    ]),
  )

const inFiles = (files: ReadonlyMap<string, Bytes>) =>
  [...files].flatMap(([name, bytes]) =>
    /^(journal|snapshot)-/.test(name)
      ? decodeFrames(bytes)
          .frames.flatMap(({ payload }) => decodeWrites(payload))
          .flatMap((write) => (isRemoval(write) ? [] : [write]))
      : [],
  )

/** All rows of the database, the journals and the snapshots, as a thief with the disk has them. */
export const everyRow = async ({ name, place }: TestRoom): Promise<RowsFound> => {
  const inDatabase = await onDisk(name, async (database: Dexie) => {
    const rows = await Promise.all(
      database.tables.map(async (table) =>
        (await table.toArray()).map((row: Row) => ({ table: table.name, row })),
      ),
    )
    return rows.flat()
  })
  return gathered([...inDatabase, ...inFiles(place.folder.files)])
}

const rowsIn = <R extends Row>(found: RowsFound, table: string): readonly R[] =>
  (found.get(table) ?? []) as readonly R[]

/** All that follows from one person's passphrase and rows, asking none of the program's doors. */
export interface KeyWalk {
  keys: StaffKeys
  domainKeys: readonly DomainKey[]
  /** In the order of all domains. */
  domains: Domain[]
  /** Clients whose keys open, as `client.domain.generation`. */
  clientKeys: string[]
  /** What a record row says, opened with whichever key opens it; null when none does. */
  read(kind: RecordKind<unknown>, row: RecordRow): Promise<unknown>
}

// Deriving takes its time on purpose: the same wrap is not opened twice.
const unwrapped = new Map<string, Promise<StaffKeys | null>>()

const staffKeysIn = (vaultId: string, row: StaffRow, passphrase: string): Promise<StaffKeys | null> => {
  const name = [passphrase, ...row.wrapped].join()
  const opening =
    unwrapped.get(name) ??
    unwrapSecret(passphrase, row, { vaultId, staffId: row.id }).then(staffKeys, () => null)
  unwrapped.set(name, opening)
  return opening
}

/** Tries every key on everything. */
export const keyWalk = async (found: RowsFound, staffId: string, passphrase: string): Promise<KeyWalk> => {
  const [header] = rowsIn<HeaderRow>(found, 'vault')
  if (!header) throw new Error('missing header')
  const { vaultId } = header
  const staff = rowsIn<StaffRow>(found, 'staff')
  const opened: StaffKeys[] = []
  for (const row of staff) {
    if (row.id !== staffId) continue
    const found = await staffKeysIn(vaultId, row, passphrase)
    if (found) opened.push(found)
  }
  const [keys] = opened
  if (!keys) throw new Error('the passphrase opens nothing')

  const sealKeys = new Set([...staff.map(({ sealKey }) => sealKey), header.recovery.sealKey])
  const domainKeys = new Map<string, DomainKey>()
  for (const grant of rowsIn<GrantRow>(found, 'grants'))
    for (const sealKey of sealKeys) {
      const purpose = grantStatement(vaultId, { ...grant, sealKey })
      const secret = await openBox(keys.sealing, purpose, grant.sealed).catch(() => null)
      if (!secret) continue
      const key = await domainKey(grant.domain, grant.generation, secret, 'decrypt-only')
      domainKeys.set(`${grant.domain}.${grant.generation}`, key)
    }

  const clientKeys = new Map<string, Awaited<ReturnType<typeof openClientKey>>>()
  for (const row of rowsIn<ClientKeyRow>(found, 'clientKeys'))
    for (const key of domainKeys.values()) {
      const client = await openClientKey(vaultId, key, row.clientId, row).catch(() => null)
      if (client) clientKeys.set(clientKeyId(row.clientId, key), client)
    }

  return {
    keys,
    domainKeys: [...domainKeys.values()],
    domains: domains.filter((domain) => [...domainKeys.values()].some((key) => key.domain === domain)),
    clientKeys: [...clientKeys.keys()],
    async read(kind, row) {
      const place = placeOf(vaultId, kind, row)
      const tries: (() => Promise<unknown>)[] = []
      for (const key of domainKeys.values()) {
        tries.push(async () => unseal(await key.recordKey(kind.table), place, row.envelope))
        tries.push(() => unsealForDomain([key], async () => true, place, row.envelope))
      }
      for (const key of clientKeys.values())
        tries.push(async () => unsealOwned(await key.recordKey(kind.table), place, readOwned(row.envelope)))
      for (const attempt of tries) {
        const content = await attempt().catch(() => null)
        if (content !== null) return content
      }
      return null
    },
  }
}

/** What of a kind's rows the walk can read, without doubles. */
export const readable = async (
  walk: KeyWalk,
  found: RowsFound,
  kind: RecordKind<unknown>,
): Promise<unknown[]> => {
  const contents = await Promise.all(rowsIn<RecordRow>(found, kind.table).map((row) => walk.read(kind, row)))
  const distinct = new Map(contents.map((content) => [JSON.stringify(content), content]))
  return [...distinct.values()].filter((content) => content !== null)
}
