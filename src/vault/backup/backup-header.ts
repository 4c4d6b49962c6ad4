import { VaultError } from '../errors.ts'
import { checkKdf, saltLength } from '../keys/key-derivation.ts'
import type { PassphraseWrap } from '../keys/passphrase-wrap.ts'
import { type Bytes, fromHex, joined, sameBytes, toHex, utf8 } from '../primitives/bytes.ts'
import { type HeaderRow, layoutVersion } from '../store/database.ts'

/** What one member of staff's passphrase opens the backup with. No name: the file may lie about. */
export interface BackupStaff extends PassphraseWrap {
  id: string
  /** The configuration secret, sealed to this person. */
  sealed: Bytes
}

/** What a backup says before it is opened. */
export interface BackupHeader {
  vaultId: string
  kind: HeaderRow['kind']
  /** Number of the recovery sheet that opens it. */
  sheet: number
  /** Number of the last commit it holds. */
  seq: number
  createdAt: string
  layout: number
  config: { generation: number; publicKey: Bytes }
  /** Of the recovery sheet, and the configuration secret sealed to it. */
  recovery: { sealKey: Bytes; signKey: Bytes; sealed: Bytes }
  staff: BackupStaff[]
}

/** A header that was read: what it says, where the body begins, and its digest, which the body repeats. */
export interface ReadHeader {
  header: BackupHeader
  size: number
  digest: string
}

// magic | length of the text u32 | JSON text, bytes in hex | SHA-256 of all that
const magic = utf8('ANXIN-BACKUP 1\n')
const lengthAt = magic.length
const textAt = lengthAt + 4
const digestLength = 32
const mostStaff = 1000
const mostText = 1_000_000

/** No header is longer. */
export const longestHeader = textAt + mostText + digestLength

const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

export const writeBackupHeader = async (header: BackupHeader): Promise<{ bytes: Bytes; digest: string }> => {
  const inHex = (_: string, value: unknown) => (value instanceof Uint8Array ? toHex(value.slice()) : value)
  const text = utf8(JSON.stringify(header, inHex))
  const beginning = joined(magic, new Uint8Array(4), text)
  new DataView(beginning.buffer).setUint32(lengthAt, text.length)
  const digest = await sha256(beginning)
  return { bytes: joined(beginning, digest), digest: toHex(digest) }
}

const damaged = (at: number, cause?: unknown): VaultError =>
  new VaultError('DAMAGED_BACKUP', { at: String(at), cause })

type Fields = Record<string, unknown>

const fieldsOf = (value: unknown): Fields => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw damaged(textAt)
  return { ...value }
}

const text = (value: unknown, pattern: RegExp): string => {
  if (typeof value !== 'string' || !pattern.test(value)) throw damaged(textAt)
  return value
}

const count = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw damaged(textAt)
  return value
}

const bytes = (value: unknown, least: number, most: number): Bytes => {
  const read = fromHex(text(value, /^([0-9a-f]{2})*$/))
  if (read.length < least || read.length > most) throw damaged(textAt)
  return read
}

const key = (value: unknown): Bytes => bytes(value, 32, 32)
const id = (value: unknown): string => text(value, /^[0-9a-f]{32}$/)

/** What is no number is below every floor. */
const costOf = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN)

const staffOf = (value: unknown): BackupStaff => {
  const { id: staffId, kdf, salt, wrapped, sealed } = fieldsOf(value)
  const { memorySize, iterations, parallelism } = fieldsOf(kdf)
  const cost = {
    memorySize: costOf(memorySize),
    iterations: costOf(iterations),
    parallelism: costOf(parallelism),
  }
  checkKdf(cost)
  return {
    id: id(staffId),
    kdf: cost,
    salt: bytes(salt, saltLength, 64),
    wrapped: bytes(wrapped, 64, 1024),
    sealed: bytes(sealed, 64, 1024),
  }
}

const kindOf = (value: unknown): BackupHeader['kind'] => {
  if (value === 'room' || value === 'county' || value === 'demo') return value
  throw damaged(textAt)
}

const headerOf = (content: unknown): BackupHeader => {
  const { vaultId, kind, sheet, seq, createdAt, layout, config, recovery, staff } = fieldsOf(content)
  if (count(layout) > layoutVersion) throw new VaultError('NEWER_BACKUP')
  const { generation, publicKey } = fieldsOf(config)
  const { sealKey, signKey, sealed } = fieldsOf(recovery)
  if (!Array.isArray(staff) || staff.length > mostStaff) throw damaged(textAt)
  if (staff.length === 0) throw new VaultError('BACKUP_WITHOUT_KEYS')
  return {
    vaultId: id(vaultId),
    kind: kindOf(kind),
    sheet: count(sheet),
    seq: count(seq),
    createdAt: text(createdAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
    layout: count(layout),
    config: { generation: count(generation), publicKey: key(publicKey) },
    recovery: { sealKey: key(sealKey), signKey: key(signKey), sealed: bytes(sealed, 64, 1024) },
    staff: staff.map(staffOf),
  }
}

/**
 * Reads the header from a file's first bytes, `longestHeader` of them or all there are. Nothing is derived from it yet. Throws
 * NOT_A_BACKUP, NEWER_BACKUP, BACKUP_WITHOUT_KEYS, KDF_DOWNGRADE, KDF_EXCESSIVE, or DAMAGED_BACKUP with the position in `at`.
 */
export const readBackupHeader = async (start: Bytes): Promise<ReadHeader> => {
  const family = magic.length - 2
  if (!sameBytes(start.slice(0, family), magic.slice(0, family))) throw new VaultError('NOT_A_BACKUP')
  if (!sameBytes(start.slice(0, magic.length), magic)) throw new VaultError('NEWER_BACKUP')
  if (start.length < textAt) throw damaged(start.length)
  const length = new DataView(start.buffer, start.byteOffset).getUint32(lengthAt)
  if (length > mostText) throw damaged(lengthAt)
  const end = textAt + length
  const size = end + digestLength
  if (start.length < size) throw damaged(start.length)
  const digest = await sha256(start.slice(0, end))
  if (!sameBytes(digest, start.slice(end, size))) throw damaged(textAt)
  try {
    const content: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(start.slice(textAt, end)),
    )
    return { header: headerOf(content), size, digest: toHex(digest) }
  } catch (problem) {
    throw problem instanceof VaultError ? problem : damaged(textAt, problem)
  }
}
