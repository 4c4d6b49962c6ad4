import { saved, VaultError } from '../errors.ts'
import { type DomainKey, domainKey } from '../keys/domain-key.ts'
import { grantedSecret } from '../keys/grant.ts'
import { checkVaultHeader } from '../keys/header.ts'
import { readRoster } from '../keys/roster.ts'
import { expectedOf, fits, sumOf, type TableCount } from '../store/completeness.ts'
import {
  type HeaderRow,
  type HeadRow,
  headerId,
  headId,
  type Row,
  type VaultDatabase,
} from '../store/database.ts'
import { type Head, openHead } from '../store/head.ts'
import type { StoredRow } from '../store/row-codec.ts'
import { noRows, type RowSumKey, rowHash, rowSumKey, shifted } from '../store/row-sum.ts'
import type { BackupKey } from './backup-key.ts'
import { rowsIn } from './backup-manifest.ts'
import type { OpenedBackup } from './read-backup.ts'

/** A backup's rows in a database of their own, all but the two that would make it a vault. */
export interface RestoredRows {
  database: VaultDatabase
  header: HeaderRow
  head: Head
  rows: number
}

const isRow = <T extends Row>(id: string, row: Row | undefined): row is T => row?.id === id

/** Throws DAMAGED_BACKUP with the first table that is not what the head counts. */
const checkTables = (tables: readonly TableCount[]): void => {
  const wrong = tables.find((table) => !fits(table))
  if (wrong) throw new VaultError('DAMAGED_BACKUP', { at: wrong.table })
}

/** The configuration key, and those of earlier generations: the head may have been sealed just before the newest came. */
const configKeys = async (
  database: VaultDatabase,
  vaultId: string,
  { config, grantee: { staffId, sealing } }: BackupKey,
): Promise<[DomainKey, ...DomainKey[]]> => {
  const earlier: DomainKey[] = []
  for (const { domain, generation, sealed } of await database.grants.where({ staffId }).toArray()) {
    if (domain !== 'config' || generation === config.generation || !sealed) continue
    const secret = await grantedSecret(vaultId, { staffId, domain, generation }, sealed, sealing)
    earlier.push(await domainKey(domain, generation, secret))
    secret.fill(0)
  }
  return [config, ...earlier]
}

const vaultTable = async (header: HeaderRow, head: Head, key: RowSumKey): Promise<TableCount> => ({
  table: 'vault',
  expected: expectedOf(head, 'vault'),
  found: shifted(noRows, [rowHash(key, 'vault', header)], []),
})

/**
 * Writes the rows of a backup into an empty database and counts them there against their head. The header and the head stay
 * out, so that it is no vault yet. Throws DAMAGED_BACKUP or DAMAGED_VAULT when it is not
 * what its vault's staff or its recovery identity vouch for; a FolderError.
 */
export const restoreRows = async (
  backup: OpenedBackup,
  key: BackupKey,
  database: VaultDatabase,
  progress: (part: number) => void,
): Promise<RestoredRows> => {
  const total = rowsIn(backup.manifest)
  const held = new Map<string, Row>()
  let rows = 0
  for await (const part of backup.rows()) {
    await put(database, part, held)
    rows += part.length
    progress((0.8 * rows) / total)
  }
  const [header, headRow] = [held.get('vault'), held.get('head')]
  if (!isRow<HeaderRow>(headerId, header) || !isRow<HeadRow>(headId, headRow))
    throw new VaultError('DAMAGED_BACKUP', { at: 'vault' })
  const { root } = await readRoster(database, header, key.root)
  await checkVaultHeader(header, root)
  const head = await openHead(header.vaultId, await configKeys(database, header.vaultId, key), headRow)
  const sumKey = await rowSumKey(head.sumKey)
  const tables = [await vaultTable(header, head, sumKey)]
  for (const table of database.kept.filter((kept) => kept !== 'vault'))
    tables.push({
      table,
      expected: expectedOf(head, table),
      found: await sumOf(database, table, sumKey),
    })
  checkTables(tables)
  progress(1)
  return { database, header, head, rows }
}

/** Writes rows; those that would make it a vault are held back. */
const put = async (
  database: VaultDatabase,
  rows: readonly StoredRow[],
  held: Map<string, Row>,
): Promise<void> => {
  for (const [table, group] of Map.groupBy(rows, (row) => row.table)) {
    const found = group.map(({ row }) => row)
    if (table === 'vault' || table === 'head') for (const row of found) held.set(table, row)
    else await saved(database.table<Row>(table).bulkPut(found))
  }
}
