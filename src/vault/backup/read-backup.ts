import { FolderError } from '../../journal/durable-folder.ts'
import { type Frame, FrameScanner } from '../../journal/frame.ts'
import { VaultError } from '../errors.ts'
import { type Bytes, joined, sameBytes } from '../primitives/bytes.ts'
import { decodeWrites, isRemoval, type StoredRow } from '../store/row-codec.ts'
import { openedBody } from './backup-body.ts'
import type { BackupFile } from './backup-file.ts'
import { type BackupHeader, longestHeader, type ReadHeader, readBackupHeader } from './backup-header.ts'
import { type BackupManifest, readManifest, rowsIn } from './backup-manifest.ts'
import { ChainedDigest } from './chained-digest.ts'
import { endOf } from './write-backup.ts'

/** A backup that opened. Its rows can be read once; only when they ended without an error was it whole. */
export interface OpenedBackup {
  header: BackupHeader
  manifest: BackupManifest
  /** Throws DAMAGED_BACKUP with the byte up to which all is well in `at`, or a FolderError. */
  rows(): AsyncGenerator<StoredRow[]>
}

const beginning = async (pieces: AsyncIterator<Bytes>): Promise<Bytes> => {
  const held: Bytes[] = []
  let size = 0
  while (size < longestHeader) {
    const next = await pieces.next()
    if (next.done) break
    held.push(next.value)
    size += next.value.length
  }
  return joined(...held)
}

/** Reads what a backup says before it is opened. Throws as `readBackupHeader`, or a FolderError. */
export const inspectBackup = async (file: BackupFile): Promise<BackupHeader> => {
  const pieces = file.pieces()[Symbol.asyncIterator]()
  const start = await beginning(pieces)
  await pieces.return?.()
  return (await readBackupHeader(start)).header
}

async function* bodyOf(start: Bytes, rest: AsyncIterator<Bytes>): AsyncGenerator<Bytes> {
  yield start
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

/** The frames of the sealed part, each the next of the one before. */
async function* framesOf(body: AsyncIterable<Bytes>, seen: { bytes: number }): AsyncGenerator<Bytes> {
  const scanner = new FrameScanner()
  let expected = 0
  const inOrder = (frames: Frame[]): Bytes[] =>
    frames.map(({ seq, payload }) => {
      if (seq !== expected) throw new Error('A part is missing')
      expected += 1
      return payload
    })
  for await (const piece of body) {
    seen.bytes += piece.length
    yield* inOrder(scanner.push(piece))
  }
  const { frames, report } = scanner.finish()
  if (frames.length > 0 || report.torn || report.damaged.length > 0) throw new Error('The end is cut off')
}

const next = async (payloads: AsyncIterator<Bytes>): Promise<Bytes> => {
  const found = await payloads.next()
  if (found.done) throw new Error('The end is cut off')
  return found.value
}

const rowsOf = (payload: Bytes): StoredRow[] =>
  decodeWrites(payload).map((write) => {
    if (isRemoval(write)) throw new Error('A backup takes nothing away')
    return write
  })

async function* everyRow(
  manifest: BackupManifest,
  payloads: AsyncIterator<Bytes>,
): AsyncGenerator<StoredRow[]> {
  const digest = new ChainedDigest()
  const found: Record<string, number> = {}
  const total = rowsIn(manifest)
  for (let count = 0; count < total; ) {
    const payload = await next(payloads)
    await digest.add(payload)
    const rows = rowsOf(payload)
    for (const { table } of rows) found[table] = (found[table] ?? 0) + 1
    count += rows.length
    if (count > total) throw new Error('More rows than it speaks of')
    yield rows
  }
  const counted = Object.entries(manifest.counts).every(([table, count]) => (found[table] ?? 0) === count)
  const ended = sameBytes(await next(payloads), endOf(total, digest.hex))
  if (!counted || !ended || !(await payloads.next()).done) throw new Error('Not the rows it speaks of')
}

const checkedManifest = (payload: Bytes, { header, digest }: ReadHeader): BackupManifest => {
  const manifest = readManifest(payload)
  const { vaultId, seq, header: bound } = manifest
  if (vaultId !== header.vaultId || seq !== header.seq || bound !== digest)
    throw new VaultError('DAMAGED_BACKUP', { at: 'manifest' })
  return manifest
}

/**
 * Opens a backup with the private half of one of its two keys, as far as its manifest. Throws as `readBackupHeader`;
 * DAMAGED_BACKUP when the key is another one or the file is not what was written; a FolderError.
 */
export const openBackup = async (file: BackupFile, privateKey: CryptoKey): Promise<OpenedBackup> => {
  const pieces = file.pieces()[Symbol.asyncIterator]()
  const start = await beginning(pieces)
  const read = await readBackupHeader(start)
  const seen = { bytes: 0 }
  const asDamage = (problem: unknown): unknown =>
    problem instanceof FolderError || (problem instanceof VaultError && problem.code === 'DAMAGED_BACKUP')
      ? problem
      : new VaultError('DAMAGED_BACKUP', { at: String(read.size + seen.bytes), cause: problem })
  const payloads = framesOf(openedBody(bodyOf(start.slice(read.size), pieces), privateKey), seen)
  try {
    const manifest = checkedManifest(await next(payloads), read)
    return {
      header: read.header,
      manifest,
      async *rows() {
        try {
          yield* everyRow(manifest, payloads)
        } catch (problem) {
          throw asDamage(problem)
        } finally {
          await payloads.return(undefined)
        }
      },
    }
  } catch (problem) {
    await payloads.return(undefined)
    throw asDamage(problem)
  }
}
