import type { RecordKind } from '../../casework/records/record.ts'
import { encodeFrame } from '../../journal/frame.ts'
import { VaultError } from '../errors.ts'
import type { DomainKey } from '../keys/domain-key.ts'
import { type Bytes, utf8 } from '../primitives/bytes.ts'
import { layoutVersion, recoveryId } from '../store/database.ts'
import type { Head } from '../store/head.ts'
import { sealedBody } from './backup-body.ts'
import { type BackupHeader, type BackupStaff, writeBackupHeader } from './backup-header.ts'
import { type BackupManifest, rowsIn, versionsOf, writeManifest } from './backup-manifest.ts'
import { ChainedDigest } from './chained-digest.ts'
import type { GatheredRows } from './gather-rows.ts'

/** What a backup names besides the rows. */
export interface BackupFacts {
  createdAt: string
  /** The newest key of the configuration, which every member of staff holds. */
  config: Pick<DomainKey, 'generation' | 'sealing'>
  audit: Head['audit']
}

/** What a backup of these rows says before it is opened. Whoever still waits for the key has to open it by another's. */
export const headerFor = (
  { header, head, staff, grants }: GatheredRows,
  { createdAt, config }: Omit<BackupFacts, 'audit'>,
): BackupHeader => {
  const { vaultId, kind, layout, recovery } = header
  const { generation } = config
  const sealedTo = (id: string): Bytes | null =>
    grants.find((own) => own.staffId === id && own.domain === 'config' && own.generation === generation)
      ?.sealed ?? null
  const recovered = sealedTo(recoveryId)
  if (!recovered) throw new VaultError('DAMAGED_VAULT', { at: 'grants' })
  const opens = staff.flatMap(({ id, kdf, salt, wrapped }): BackupStaff[] => {
    const sealed = sealedTo(id)
    return sealed ? [{ id, kdf, salt, wrapped, sealed }] : []
  })
  return {
    vaultId,
    kind,
    sheet: recovery.sheet,
    seq: head.revision,
    createdAt,
    layout,
    config: { generation, publicKey: config.sealing.publicKey },
    recovery: { sealKey: recovery.sealKey, signKey: recovery.signKey, sealed: recovered },
    staff: opens,
  }
}

/** What the frame after the last rows says. */
export const endOf = (rows: number, digest: string): Bytes => utf8(JSON.stringify({ rows, digest }))

async function* content(manifest: BackupManifest, parts: readonly Bytes[]): AsyncGenerator<Bytes> {
  const digest = new ChainedDigest()
  let seq = 0
  yield encodeFrame({ seq, payload: writeManifest(manifest) })
  for (const payload of parts) {
    await digest.add(payload)
    seq += 1
    yield encodeFrame({ seq, payload })
  }
  yield encodeFrame({ seq: seq + 1, payload: endOf(rowsIn(manifest), digest.hex) })
}

/**
 * A backup, piece by piece: header, then one age file to the recovery sheet and to the configuration key. Needs no secret:
 * `audit` alone comes from a head that was opened.
 */
export async function* writeBackup(
  rows: GatheredRows,
  facts: BackupFacts,
  kinds: readonly RecordKind<unknown>[],
): AsyncGenerator<Bytes> {
  const header = headerFor(rows, facts)
  const { bytes, digest } = await writeBackupHeader(header)
  yield bytes
  const { vaultId, seq, createdAt } = header
  const manifest: BackupManifest = {
    vaultId,
    seq,
    createdAt,
    layout: layoutVersion,
    header: digest,
    counts: rows.counts,
    versions: versionsOf(kinds),
    audit: facts.audit,
  }
  yield* sealedBody(content(manifest, rows.parts), [header.recovery.sealKey, header.config.publicKey])
}
