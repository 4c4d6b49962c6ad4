import { expect, test } from 'vitest'
import { drawClientKey } from '../../../src/vault/keys/client-key.ts'
import { ClientKeys } from '../../../src/vault/keys/client-keys.ts'
import { drawBytes, drawId } from '../../../src/vault/primitives/random.ts'
import type { ClientKeyRow } from '../../../src/vault/store/database.ts'
import { codeOf, someDomainKey } from '../sealing/places.ts'

const vaultId = drawId()
const table = 'notes'

/** Keys of some clients, and how often their rows were read. */
const somebody = async (count: number, mostHeld?: number) => {
  const domain = await someDomainKey()
  const clients = Array.from({ length: count }, drawId)
  const rows = new Map<string, ClientKeyRow>()
  const keyIds = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const client of clients) {
    const { key, row } = await drawClientKey(vaultId, domain, client)
    rows.set(row.id, row)
    keyIds.set(client, (await key.recordKey(table)).id)
  }
  let reads = 0
  const read = async (ids: string[]) => {
    reads += ids.length
    return ids.map((id) => rows.get(id))
  }
  const keys = new ClientKeys(vaultId, read, mostHeld)
  const named = (client: string) =>
    keys.named(domain, client, { table, keyId: keyIds.get(client) ?? drawBytes(16) })
  return { domain, clients, rows, keys, keyIds, named, reads: () => reads }
}

test('a key is read and opened once', async () => {
  const { clients, domain, keys, keyIds, named, reads } = await somebody(3)
  await keys.load(domain, [...clients, ...clients])
  for (const client of clients) await named(client)
  expect(reads()).toBe(3)
  const [client = ''] = clients
  expect(keys.known(keyIds.get(client) ?? drawBytes(16))).toBe(await named(client))
  keys.forget()
  expect(keys.known(keyIds.get(client) ?? drawBytes(16))).toBeUndefined()
  await named(client)
  expect(reads()).toBe(4)
})

test('only so many are held; the others are read again and open all the same', async () => {
  const { clients, named, reads } = await somebody(5, 2)
  for (let round = 0; round < 2; round++) for (const client of clients) await named(client)
  expect(reads()).toBeGreaterThan(5)
})

test('one that is not there, or not what it was, is told of when it is asked for, and stands in nobody’s way', async () => {
  const { clients, domain, rows, keys, named } = await somebody(3)
  const [gone = '', spoilt = '', sound = ''] = clients
  rows.delete(`${gone}.case.1`)
  const row = rows.get(`${spoilt}.case.1`)
  if (row) rows.set(row.id, { ...row, wrapped: drawBytes(60) })
  await keys.load(domain, clients)
  expect(await keys.of(domain, gone)).toBeNull()
  expect(await codeOf(named(gone))).toBe('NO_CLIENT_KEY')
  expect(await codeOf(named(spoilt))).toBe('WRONG_KEY')
  expect(await codeOf(keys.named(domain, sound, { table, keyId: drawBytes(16) }))).toBe('WRONG_KEY')
  await named(sound)
})
