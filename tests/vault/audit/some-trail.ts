import type { AuditEntry } from '../../../src/casework/records/audit-entry.ts'
import {
  type ClaimedHead,
  noEntryBefore,
  type Trail,
  type TrailRow,
} from '../../../src/vault/audit/check-trail.ts'
import { openEntry, sealEntry } from '../../../src/vault/audit/seal-entry.ts'
import {
  appendLeaves,
  emptyFrontier,
  leafHash,
  rootOf,
  type TreeFrontier,
} from '../../../src/vault/audit/tree.ts'
import { VaultError } from '../../../src/vault/errors.ts'
import { type DomainKey, domainKey } from '../../../src/vault/keys/domain-key.ts'
import { type Bytes, toHex } from '../../../src/vault/primitives/bytes.ts'
import { type KeyPair, signingPair } from '../../../src/vault/primitives/key-pair.ts'
import { drawBytes } from '../../../src/vault/primitives/random.ts'
import { verify } from '../../../src/vault/primitives/signature.ts'
import type { Author } from '../../../src/vault/sealing/boxed-envelope.ts'

export const vaultId = '00000000000000000000000000000001'
const authorId = '0123456789abcdef0123456789abcdef'

/** A room's audit key, and somebody at work in it. */
export interface Keys {
  audit: DomainKey
  pair: KeyPair
  author: Author
}

export const someKeys = async (): Promise<Keys> => {
  const pair = await signingPair(drawBytes(32))
  return {
    audit: await domainKey('audit', 1, drawBytes(32)),
    pair,
    author: { id: authorId, privateKey: pair.privateKey },
  }
}

export const entry = (previous = noEntryBefore, count = 1): AuditEntry => ({
  at: '2026-11-22T08:00:00.000Z',
  counter: 5,
  actor: authorId,
  action: 'changed',
  domain: 'assessment',
  table: 'assessments',
  object: 'a'.repeat(32),
  count,
  detail: null,
  previous,
})

export const sealAt = async (keys: Keys, number: number, content: AuditEntry): Promise<TrailRow> =>
  sealEntry({ vaultId, publicKey: keys.audit.sealing.publicKey, author: keys.author }, number, content)

/** Rows as they are written, one knowing the other. */
export const writeTrail = async (
  keys: Keys,
  size: number,
  { rows = [], count = 1 }: { rows?: readonly TrailRow[]; count?: number } = {},
): Promise<TrailRow[]> => {
  const written = [...rows]
  while (written.length < size) {
    const before = written.at(-1)
    const previous = before ? toHex(await leafHash(before.envelope)) : noEntryBefore
    written.push(await sealAt(keys, written.length + 1, entry(previous, count)))
  }
  return written
}

export const treeOf = async (rows: readonly TrailRow[]): Promise<TreeFrontier> =>
  appendLeaves(emptyFrontier, await Promise.all(rows.map(({ envelope }) => leafHash(envelope))))

export const headOf = async (rows: readonly TrailRow[]): Promise<ClaimedHead> => ({
  size: rows.length,
  root: toHex(await rootOf(await treeOf(rows))),
  signed: true,
})

/** Opens entries as the vault does; what it has opened once it remembers. */
export const opener = ({ audit, pair, author }: Keys): Trail['open'] => {
  const known = new Map<string, AuditEntry | null>()
  const isAuthor = async (id: string, statement: string, signature: Bytes) =>
    id === author.id && verify(pair.publicKey, statement, signature)
  return async (number, envelope) => {
    const name = `${number} ${toHex(envelope)}`
    const opened =
      known.get(name) ??
      (await openEntry({ vaultId, keys: [audit], isAuthor }, number, envelope).then(
        ({ entry }) => entry,
        (problem: unknown) => {
          if (problem instanceof VaultError) return null
          throw problem
        },
      ))
    known.set(name, opened)
    return opened
  }
}

/** In the order a database gives them, some at a time. */
export async function* inParts(rows: readonly TrailRow[], part = 64): AsyncGenerator<TrailRow[]> {
  const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  for (let at = 0; at < sorted.length; at += part) yield sorted.slice(at, at + part)
}
