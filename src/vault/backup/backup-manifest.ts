import type { RecordKind } from '../../casework/records/record.ts'
import { VaultError } from '../errors.ts'
import { type Bytes, utf8 } from '../primitives/bytes.ts'
import { layoutVersion } from '../store/database.ts'
import type { Head } from '../store/head.ts'

/** What the sealed part of a backup begins with. */
export interface BackupManifest {
  vaultId: string
  /** Number of the last commit it holds. */
  seq: number
  createdAt: string
  layout: number
  /** Digest of the header before it. */
  header: string
  /** Rows of each table. */
  counts: Record<string, number>
  /** Schema versions of the record kinds, by table. */
  versions: Record<string, number>
  audit: Head['audit']
}

export const versionsOf = (kinds: readonly RecordKind<unknown>[]): Record<string, number> =>
  Object.fromEntries(kinds.map(({ table, version }) => [table, version]))

export const rowsIn = ({ counts }: Pick<BackupManifest, 'counts'>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

export const writeManifest = (manifest: BackupManifest): Bytes => utf8(JSON.stringify(manifest))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const isCounts = (value: unknown): value is Record<string, number> =>
  isObject(value) && Object.values(value).every(isCount)

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string')

const manifestOf = (content: unknown): BackupManifest | null => {
  if (!isObject(content)) return null
  const { vaultId, seq, createdAt, layout, header, counts, versions, audit } = content
  if (typeof vaultId !== 'string' || typeof createdAt !== 'string' || typeof header !== 'string') return null
  if (!isCount(seq) || !isCount(layout) || !isCounts(counts) || !isCounts(versions)) return null
  if (!isObject(audit) || !isCount(audit.size) || !isTexts(audit.hashes)) return null
  const { size, hashes } = audit
  return { vaultId, seq, createdAt, layout, header, counts, versions, audit: { size, hashes } }
}

/** Throws DAMAGED_BACKUP. */
export const readManifest = (payload: Bytes): BackupManifest => {
  let content: unknown
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
  } catch (cause) {
    throw new VaultError('DAMAGED_BACKUP', { at: 'manifest', cause })
  }
  const manifest = manifestOf(content)
  if (!manifest) throw new VaultError('DAMAGED_BACKUP', { at: 'manifest' })
  return manifest
}

/** Throws NEWER_BACKUP, with the table, when a later release made it: this one would not understand every row. */
export const checkVersions = (
  { layout, versions, counts }: BackupManifest,
  tables: readonly string[],
  kinds: readonly RecordKind<unknown>[],
): void => {
  if (layout > layoutVersion) throw new VaultError('NEWER_BACKUP')
  const known = versionsOf(kinds)
  for (const table of Object.keys(counts)) {
    const newer = (versions[table] ?? 0) > (known[table] ?? 0)
    if (newer || !tables.includes(table)) throw new VaultError('NEWER_BACKUP', { at: table })
  }
}
