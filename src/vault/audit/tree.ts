import { type Bytes, joined, sameBytes } from '../primitives/bytes.ts'

/**
 * All that is needed of a tree to append to it: the roots of its perfect subtrees, largest first, 32 bytes each. There is
 * one for every bit that is set in `size`.
 */
export interface TreeFrontier {
  size: number
  hashes: readonly Bytes[]
}

/** What a tree of so many leaves comes to. */
export interface TreeHead {
  size: number
  root: Bytes
}

export const emptyFrontier: TreeFrontier = { size: 0, hashes: [] }

const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)

const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

/** Hash of an entry (RFC 6962 section 2.1). */
export const leafHash = (entry: Bytes): Promise<Bytes> => sha256(joined(leafPrefix, entry))

const nodeHash = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(joined(nodePrefix, left, right))

const isOdd = (count: number): boolean => count % 2 === 1
const halved = (count: number): number => Math.floor(count / 2)

/** The frontier after further leaves, given by their `leafHash`. */
export const appendLeaves = async (
  frontier: TreeFrontier,
  leaves: readonly Bytes[],
): Promise<TreeFrontier> => {
  const hashes = [...frontier.hashes]
  let { size } = frontier
  for (const leaf of leaves) {
    let root = leaf
    for (let full = size; isOdd(full); full = halved(full)) {
      const left = hashes.pop()
      if (!left) throw new RangeError('a frontier has a hash for every bit of its size')
      root = await nodeHash(left, root)
    }
    hashes.push(root)
    size += 1
  }
  return { size, hashes }
}

/** Merkle tree hash (RFC 6962 section 2.1); of no leaves at all it is the hash of nothing. */
export const rootOf = async ({ hashes }: TreeFrontier): Promise<Bytes> => {
  const [last, ...larger] = hashes.toReversed()
  let root = last ?? (await sha256(new Uint8Array()))
  for (const left of larger) root = await nodeHash(left, root)
  return root
}

const treeHash = async (leaves: readonly Bytes[]): Promise<Bytes> =>
  rootOf(await appendLeaves(emptyFrontier, leaves))

/** Leaves in the left subtree: the largest power of two below the size, which is at least 2. */
const leftSize = (size: number): number => {
  let left = 1
  while (left * 2 < size) left *= 2
  return left
}

/** Shows that the leaf at `index`, counted from 0, is one of `leaves`: RFC 9162 section 2.1.3.1. */
export const inclusionProof = async (leaves: readonly Bytes[], index: number): Promise<Bytes[]> => {
  if (leaves.length < 2) return []
  const split = leftSize(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...(await inclusionProof(left, index)), await treeHash(right)]
    : [...(await inclusionProof(right, index - split)), await treeHash(left)]
}

/** Whether the proof shows that `leaf` stands at `index` of the tree: RFC 9162 section 2.1.3.2. */
export const verifyInclusion = async (
  { leaf, index }: { leaf: Bytes; index: number },
  { size, root }: TreeHead,
  proof: readonly Bytes[],
): Promise<boolean> => {
  if (index >= size) return false
  let at = index
  let last = size - 1
  let hash = leaf
  for (const step of proof) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      hash = await nodeHash(step, hash)
      for (; !isOdd(at) && at > 0; last = halved(last)) at = halved(at)
    } else {
      hash = await nodeHash(hash, step)
    }
    at = halved(at)
    last = halved(last)
  }
  return last === 0 && sameBytes(hash, root)
}

/** `known`: the old tree is a whole subtree whose root the verifier has. */
const subproof = async (leaves: readonly Bytes[], oldSize: number, known: boolean): Promise<Bytes[]> => {
  if (oldSize === leaves.length) return known ? [] : [await treeHash(leaves)]
  const split = leftSize(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return oldSize <= split
    ? [...(await subproof(left, oldSize, known)), await treeHash(right)]
    : [...(await subproof(right, oldSize - split, false)), await treeHash(left)]
}

/** Shows that the first `oldSize` of `leaves` were the whole tree once: RFC 9162 section 2.1.4.1. */
export const consistencyProof = async (leaves: readonly Bytes[], oldSize: number): Promise<Bytes[]> =>
  oldSize === 0 ? [] : subproof(leaves, oldSize, true)

/** Whether the proof shows that `later` only appended to `earlier`: RFC 9162 section 2.1.4.2. */
export const verifyConsistency = async (
  earlier: TreeHead,
  later: TreeHead,
  proof: readonly Bytes[],
): Promise<boolean> => {
  if (earlier.size > later.size) return false
  if (earlier.size === 0) return proof.length === 0 && sameBytes(earlier.root, await rootOf(emptyFrontier))
  if (earlier.size === later.size) return proof.length === 0 && sameBytes(earlier.root, later.root)
  let at = earlier.size - 1
  let last = later.size - 1
  for (; isOdd(at); last = halved(last)) at = halved(at)
  // A whole subtree is its own beginning; of any other the proof gives the first piece.
  const [first, ...steps] = at === 0 ? [earlier.root, ...proof] : proof
  if (!first) return false
  let before = first
  let after = first
  for (const step of steps) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      before = await nodeHash(step, before)
      after = await nodeHash(step, after)
      for (; !isOdd(at) && at > 0; last = halved(last)) at = halved(at)
    } else {
      after = await nodeHash(after, step)
    }
    at = halved(at)
    last = halved(last)
  }
  return last === 0 && sameBytes(before, earlier.root) && sameBytes(after, later.root)
}
