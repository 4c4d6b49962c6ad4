import { type AuditEntry, auditEntryId, auditEntryNumber } from '../../casework/records/audit-entry.ts'
import { type Bytes, toHex } from '../primitives/bytes.ts'
import { appendLeaves, emptyFrontier, leafHash, rootOf, type TreeFrontier } from './tree.ts'

/** A stored entry. */
export interface TrailRow {
  id: string
  envelope: Bytes
}

/** How far somebody says the trail had come; `signed`: they really did sign it. */
export interface ClaimedHead {
  size: number
  /** In hex. */
  root: string
  signed: boolean
}

/**
 * Where the trail stops fitting. `missing`: an entry is not there · `changed`: it is not what was written · `cut`: the last
 * ones are gone · `added`: one nobody counted · `forged`: a head in the name of somebody who did not sign it, or
 * that never was. All that was written before `from` is as it was.
 */
export interface TrailFault {
  kind: 'missing' | 'changed' | 'cut' | 'added' | 'forged'
  /** Running number of the first entry concerned. */
  from: number
  /** The last that may be concerned; greater than `from` only where it cannot be told which one it is. */
  to: number
}

const faultAt = (kind: TrailFault['kind'], from: number, to = from): TrailFault => ({ kind, from, to })

/** What the first entry has for the hash of the one before it. */
export const noEntryBefore = '0'.repeat(64)

/** The entries under the first perfect subtree in which two trees of one size differ; null when they are the same tree. */
const differing = (one: TreeFrontier, other: TreeFrontier): { from: number; to: number } | null => {
  const others = other.hashes.map(toHex)
  let from = 1
  for (const [at, hash] of one.hashes.entries()) {
    const to = from - 1 + 2 ** Math.floor(Math.log2(one.size - from + 1))
    if (toHex(hash) !== others[at]) return { from, to }
    from = to + 1
  }
  return null
}

export interface Trail {
  /** All rows in the order of their ids, part by part. */
  rows: AsyncIterable<readonly TrailRow[]>
  /** What the last commit counted. */
  counted: TreeFrontier
  heads: readonly ClaimedHead[]
  /** Null when it does not open as the entry of this number. */
  open(number: number, envelope: Bytes): Promise<AuditEntry | null>
  /** Told now and then how many entries have been checked. */
  onProgress?(checked: number): void
}

/** Reads every entry again, in order, and compares with all that was ever said of them; null when everything fits. */
export const findFault = async ({
  rows,
  counted,
  heads,
  open,
  onProgress = () => undefined,
}: Trail): Promise<TrailFault | null> => {
  const headsAt = Map.groupBy(heads, ({ size }) => size)
  const signedSizes = heads.filter(({ signed }) => signed).map(({ size }) => size)
  const known = Math.max(counted.size, ...signedSizes)
  let frontier = emptyFrontier
  let previous = noEntryBefore
  /** So many entries are as a signed head says. */
  let vouched = 0

  const checkHeads = async (): Promise<TrailFault | null> => {
    const { size } = frontier
    const here = headsAt.get(size)
    if (!here) return null
    const root = toHex(await rootOf(frontier))
    if (here.some((head) => !head.signed)) return faultAt('forged', size)
    if (here.every((head) => head.root !== root)) return faultAt('changed', vouched + 1, size)
    if (here.some((head) => head.root !== root)) return faultAt('forged', size)
    vouched = size
    return null
  }

  const check = async (id: string, entry: AuditEntry | null, leaf: Bytes): Promise<TrailFault | null> => {
    const { size } = frontier
    const number = size + 1
    if (number > known || auditEntryNumber(id) === null) return faultAt('added', number)
    if (id !== auditEntryId(number)) return faultAt('missing', number)
    if (!entry) return faultAt('changed', number)
    // Whoever wrote this entry saw another one before it.
    if (entry.previous !== previous) return faultAt('changed', Math.max(size, 1))
    frontier = await appendLeaves(frontier, [leaf])
    previous = toHex(leaf)
    return checkHeads()
  }

  for await (const part of rows) {
    const begun = frontier.size + 1
    const read = part.map(async ({ id, envelope }, at) => ({
      id,
      entry: await open(begun + at, envelope),
      leaf: await leafHash(envelope),
    }))
    for (const { id, entry, leaf } of await Promise.all(read)) {
      const fault = await check(id, entry, leaf)
      if (fault) return fault
    }
    onProgress(frontier.size)
  }

  const { size } = frontier
  if (known > size) return faultAt('cut', size + 1, known)
  if (heads.some((head) => head.size > size)) return faultAt('forged', size)
  if (counted.size < size) return faultAt('added', counted.size + 1, size)
  const other = differing(frontier, counted)
  return other && faultAt('changed', Math.max(other.from, vouched + 1), other.to)
}
