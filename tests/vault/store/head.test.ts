import { expect, test } from 'vitest'
import { appendLeaves, emptyFrontier, leafHash } from '../../../src/vault/audit/tree.ts'
import { domainKey } from '../../../src/vault/keys/domain-key.ts'
import { toHex } from '../../../src/vault/primitives/bytes.ts'
import { drawBytes, drawId } from '../../../src/vault/primitives/random.ts'
import type { Row } from '../../../src/vault/store/database.ts'
import { firstHead } from '../../../src/vault/store/first-head.ts'
import { openHead, sealHead } from '../../../src/vault/store/head.ts'
import { headAfter } from '../../../src/vault/store/next-head.ts'
import type { StoredRow, TableWrite } from '../../../src/vault/store/row-codec.ts'
import { rowSumKey } from '../../../src/vault/store/row-sum.ts'
import { codeOf } from '../sealing/places.ts'

const entry = (id: string, fill: number): StoredRow => ({
  table: 'audit',
  row: { id, revision: 1, ...{ envelope: new Uint8Array(40).fill(fill) } },
})
const note = (id: string, revision = 1): StoredRow => ({ table: 'notes', row: { id, revision } })

const after = async (stored: readonly StoredRow[], writes: readonly TableWrite[]) => {
  const head = await firstHead(1, stored)
  const rowsOf = (table: string) =>
    stored.filter((write) => write.table === table).map(({ row }): [string, Row] => [row.id, row])
  const tables = new Set(stored.map(({ table }) => table))
  const rows = new Map(Array.from(tables, (table) => [table, new Map(rowsOf(table))]))
  return headAfter(head, await rowSumKey(head.sumKey), writes, rows)
}

test('the first head counts the rows there are, and the entries of the log in their order', async () => {
  const head = await firstHead(3, [entry('02', 2), note('a'), entry('01', 1)])
  expect(head.seq).toBe(3)
  expect(head.tables).toMatchObject({ audit: { count: 2 }, notes: { count: 1 } })
  const leaves = await Promise.all([1, 2].map((fill) => leafHash(new Uint8Array(40).fill(fill))))
  const { size, hashes } = await appendLeaves(emptyFrontier, leaves)
  expect(head.audit).toEqual({ size, hashes: hashes.map(toHex) })
})

test('an entry of the log that is not sealed is none', async () => {
  for (const row of [
    { id: '01', revision: 1 },
    { id: '01', revision: 1, ...{ envelope: 'text' } },
  ])
    await expect(firstHead(1, [{ table: 'audit', row }])).rejects.toThrow(TypeError)
})

test('what was changed or taken away by somebody else meanwhile is a conflict', async () => {
  const stored = [note('a'), note('b', 4)]
  expect((await after(stored, [{ table: 'notes', remove: 'a' }])).tables.notes?.count).toBe(1)
  const writes: TableWrite[] = [
    note('b', 4),
    { table: 'notes', remove: 'c' },
    note('d', 2),
    { table: 'notes', remove: 'a' },
    { table: 'notes', remove: 'a' },
  ]
  await expect(after(stored, writes)).rejects.toMatchObject({ code: 'CONFLICT', ids: ['b', 'c', 'd', 'a'] })
})

test('a head opens with the key of its generation, and with no other', async () => {
  const vaultId = drawId()
  const [first, second, stranger] = await Promise.all(
    [1, 2, 2].map((generation) => domainKey('config', generation, drawBytes(generation * 32))),
  )
  if (!first || !second || !stranger) throw new Error('no keys')
  const head = await firstHead(7, [note('a')])
  const row = await sealHead(vaultId, first, head)
  expect(await openHead(vaultId, [second, first], row)).toEqual(head)
  expect(await codeOf(openHead(vaultId, [second, stranger], row))).toBe('WRONG_KEY')
})

test('the first row of a table is counted, too', async () => {
  const head = await after([], [note('a')])
  expect(head.tables.notes?.count).toBe(1)
})
