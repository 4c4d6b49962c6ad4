import type { DurableFolder } from '../../journal/durable-folder.ts'
import { encodeFrame } from '../../journal/frame.ts'
import { readFrames } from '../../journal/read-frames.ts'
import { VaultError } from '../errors.ts'
import { type Bytes, joined, sameBytes, toHex } from '../primitives/bytes.ts'
import { decodeWrites, encodeWrites, type TableWrite } from './row-codec.ts'

/** What a snapshot holds: rows, and a digest over all their bytes. */
interface Written {
  rows: number
  digest: string
}

export const snapshotName = (seq: number): string => `snapshot-${seq}`

// The frame after the last rows; its row is no row of any table.
const endOf = ({ rows, digest }: Written): Bytes =>
  encodeWrites([{ table: '', row: { id: digest, revision: rows } }])

const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

const nothing: Bytes = new Uint8Array(32)

/** Chains the digest over one more part. */
const further = async (digest: Bytes, part: Bytes): Promise<Bytes> =>
  sha256(joined(digest, await sha256(part)))

/** Writes rows as frames of one number, in parts, with a last frame that says how many there were. */
export const writeSnapshot = async (
  folder: DurableFolder,
  name: string,
  seq: number,
  rows: AsyncIterable<TableWrite[]>,
): Promise<Written> => {
  let at = 0
  let count = 0
  let digest = nothing
  const add = async (payload: Bytes): Promise<void> => {
    const frame = encodeFrame({ seq, payload })
    await folder.append(name, at, frame)
    at += frame.length
  }
  for await (const part of rows) {
    const payload = encodeWrites(part)
    digest = await further(digest, payload)
    count += part.length
    await add(payload)
  }
  const written = { rows: count, digest: toHex(digest) }
  await add(endOf(written))
  return written
}

/** The rows of a snapshot, part by part. Throws DAMAGED_VAULT at the first that does not fit, or at an early end. */
export async function* readSnapshot(folder: DurableFolder, name: string): AsyncGenerator<TableWrite[]> {
  let count = 0
  let digest = nothing
  let ended = false
  for await (const { payload } of readFrames(folder, name)) {
    if (ended) throw new VaultError('DAMAGED_VAULT', { at: 'snapshot' })
    if (sameBytes(payload, endOf({ rows: count, digest: toHex(digest) }))) {
      ended = true
      continue
    }
    const part = decodeWrites(payload)
    digest = await further(digest, payload)
    count += part.length
    yield part
  }
  if (!ended) throw new VaultError('DAMAGED_VAULT', { at: 'snapshot' })
}

/** Throws DAMAGED_VAULT unless the snapshot reads back as it was written. */
export const verifySnapshot = async (
  folder: DurableFolder,
  name: string,
  { rows }: Written,
): Promise<void> => {
  let count = 0
  for await (const part of readSnapshot(folder, name)) count += part.length
  if (count !== rows) throw new VaultError('DAMAGED_VAULT', { at: 'snapshot' })
}

/** Whether a snapshot can be read from its first to its last row. */
export const isWhole = async (folder: DurableFolder, name: string): Promise<boolean> => {
  try {
    for await (const _ of readSnapshot(folder, name));
    return true
  } catch {
    return false
  }
}
