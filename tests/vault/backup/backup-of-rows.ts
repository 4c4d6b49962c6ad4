import { type BackupFile, backupInMemory } from '../../../src/vault/backup/backup-file.ts'
import { firstHead } from '../../../src/vault/store/first-head.ts'
import { sealHead } from '../../../src/vault/store/head.ts'
import { encodeWrites, type StoredRow } from '../../../src/vault/store/row-codec.ts'
import { backupOf, exampleRecord, type exampleRows } from './example-rows.ts'

export type Example = Awaited<ReturnType<typeof exampleRows>>

export const note = (digit: string): StoredRow =>
  exampleRecord('notes', digit.repeat(32), new Uint8Array(40).fill(1))

/** What makes a vault of rows: the header and the keys. */
export const vaultRows = ({ gathered: { header, staff, grants } }: Example): StoredRow[] => [
  { table: 'vault', row: header },
  ...staff.map((row): StoredRow => ({ table: 'staff', row })),
  ...grants.map((row): StoredRow => ({ table: 'grants', row })),
]

/** The head over these rows, as staff of the example seal it. */
export const headOver = async (
  { vaultId, config }: Example,
  rows: readonly StoredRow[],
): Promise<StoredRow> => ({
  table: 'head',
  row: await sealHead(vaultId, config, await firstHead(7, rows)),
})

/** A backup that says just this, part by part, sealed as it should be: anyone who knows the public keys can make one. */
export const backupOfParts = async (
  example: Example,
  ...parts: readonly (readonly StoredRow[])[]
): Promise<BackupFile> => {
  const counts: Record<string, number> = {}
  for (const { table } of parts.flat()) counts[table] = (counts[table] ?? 0) + 1
  const gathered = { ...example.gathered, counts, parts: parts.map((part) => encodeWrites(part)) }
  return backupInMemory(await backupOf({ gathered, config: example.config }))
}
