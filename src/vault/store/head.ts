import type { DomainKey } from '../keys/domain-key.ts'
import { type DomainKeys, recordKeyNamed } from '../keys/domain-keys.ts'
import { fromHex, toHex } from '../primitives/bytes.ts'
import { drawBytes } from '../primitives/random.ts'
import { seal, unseal } from '../sealing/envelope.ts'
import { type Place, readHeader } from '../sealing/envelope-header.ts'
import { type HeadRow, headId } from './database.ts'
import type { RowSum } from './row-sum.ts'

/** What every commit leaves behind: which rows there are after it. */
export interface Head {
  /** Number of the commit, from 1. */
  seq: number
  /** When it was made, as the machine's clock had it. */
  at: string
  /** 32 bytes in hex: the key of the sums. */
  sumKey: string
  tables: Record<string, RowSum>
  /** The tree of the audit log: its size and the roots of its perfect subtrees, the largest first, in hex. */
  audit: { size: number; hashes: string[] }
}

const sumKeyLength = 32

export const drawSumKey = (): string => toHex(drawBytes(sumKeyLength))

const placeOfHead = (vaultId: string, seq: number): Place => ({
  vaultId,
  domain: 'config',
  table: 'head',
  id: headId,
  index: [],
  version: 1,
  revision: seq,
})

/** Seals the head with the key that every member of staff holds. */
export const sealHead = async (vaultId: string, config: DomainKey, head: Head): Promise<HeadRow> => ({
  id: headId,
  revision: head.seq,
  sealed: await seal(await config.recordKey('head'), placeOfHead(vaultId, head.seq), head),
})

/** Opens it with whichever of the keys it was sealed with. Throws what is wrong with the row; see `unseal`. */
export const openHead = async (vaultId: string, keys: DomainKeys, row: HeadRow): Promise<Head> => {
  const key = await recordKeyNamed(keys, 'head', readHeader(row.sealed).keyId)
  return (await unseal(key, placeOfHead(vaultId, row.revision), row.sealed)) as Head
}

export const frontierOf = ({ audit }: Head) => ({ size: audit.size, hashes: audit.hashes.map(fromHex) })
