import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  appendLeaves,
  consistencyProof,
  emptyFrontier,
  inclusionProof,
  leafHash,
  rootOf,
  type TreeFrontier,
  verifyConsistency,
  verifyInclusion,
} from '../../../src/vault/audit/tree.ts'
import { type Bytes, fromHex, toHex } from '../../../src/vault/primitives/bytes.ts'

// RFC 6962 section 2.1 read aloud, by another implementation of SHA-256.
const naiveHash = (...parts: Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest()
const naiveRoot = (entries: readonly Uint8Array[]): Buffer => {
  const [only] = entries
  if (!only) return naiveHash()
  if (entries.length === 1) return naiveHash(Buffer.of(0), only)
  const split = 2 ** Math.floor(Math.log2(entries.length - 1))
  return naiveHash(Buffer.of(1), naiveRoot(entries.slice(0, split)), naiveRoot(entries.slice(split)))
}

const entriesOf = (size: number): Bytes[] =>
  Array.from({ length: size }, (_, at) => new TextEncoder().encode(`entry ${at}`))
const leavesOf = (size: number): Promise<Bytes[]> => Promise.all(entriesOf(size).map(leafHash))
const treeOf = async (leaves: readonly Bytes[]): Promise<TreeFrontier> => appendLeaves(emptyFrontier, leaves)
const headOf = async (leaves: readonly Bytes[]) => ({
  size: leaves.length,
  root: await rootOf(await treeOf(leaves)),
})
const flipped = (bytes: Bytes): Bytes => bytes.map((byte, at) => (at === 5 ? byte ^ 1 : byte))

// The eight entries that Certificate Transparency logs are tested with, and the roots of the trees they make.
const published: [string, string][] = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  ['606162636465666768696a6b6c6d6e6f', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
]

describe('the root of a tree', () => {
  test('is as published for logs of one to eight entries', async () => {
    let frontier = emptyFrontier
    expect(toHex(await rootOf(frontier))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
    for (const [entry, root] of published) {
      frontier = await appendLeaves(frontier, [await leafHash(fromHex(entry))])
      expect(toHex(await rootOf(frontier))).toBe(root)
    }
    expect(frontier.size).toBe(8)
    expect(frontier.hashes).toHaveLength(1)
  })

  test('is the recursive definition of RFC 6962, for every size up to 130', async () => {
    const leaves = await leavesOf(130)
    let frontier = emptyFrontier
    for (let size = 0; size <= leaves.length; size += 1) {
      expect(toHex(await rootOf(frontier))).toBe(naiveRoot(entriesOf(size)).toString('hex'))
      frontier = await appendLeaves(frontier, leaves.slice(size, size + 1))
    }
  })

  test('does not depend on how many entries come at once', async () => {
    const leaves = await leavesOf(40)
    await fc.assert(
      fc.asyncProperty(fc.nat(40), fc.nat(40), async (one, other) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)]
        const begun = await treeOf(leaves.slice(0, first))
        const more = await appendLeaves(begun, leaves.slice(first, second))
        const whole = await appendLeaves(more, leaves.slice(second))
        expect(whole).toEqual(await treeOf(leaves))
        expect(begun.size).toBe(first)
      }),
    )
  })

  test('needs every hash its size speaks of', async () => {
    const [leaf = new Uint8Array()] = await leavesOf(1)
    await expect(appendLeaves({ size: 1, hashes: [] }, [leaf])).rejects.toThrow(RangeError)
  })
})

describe('an inclusion proof', () => {
  test('shows every entry of every tree of up to 33 entries in its place, and no other', async () => {
    for (let size = 1; size <= 33; size += 1) {
      const leaves = await leavesOf(size)
      const head = await headOf(leaves)
      for (const [index, leaf] of leaves.entries()) {
        const proof = await inclusionProof(leaves, index)
        expect(await verifyInclusion({ leaf, index }, head, proof)).toBe(true)
        expect(await verifyInclusion({ leaf: flipped(leaf), index }, head, proof)).toBe(false)
        for (const other of [index - 1, index + 1, size].filter((place) => place >= 0))
          expect(await verifyInclusion({ leaf, index: other }, head, proof)).toBe(false)
        for (const step of proof.keys()) {
          const wrong = proof.map((hash, at) => (at === step ? flipped(hash) : hash))
          expect(await verifyInclusion({ leaf, index }, head, wrong)).toBe(false)
          expect(await verifyInclusion({ leaf, index }, head, proof.toSpliced(step, 1))).toBe(false)
        }
        expect(await verifyInclusion({ leaf, index }, head, [...proof, leaf])).toBe(false)
      }
    }
  })
})

describe('a consistency proof', () => {
  test('shows that every tree is the beginning of every later one, up to 33 entries', async () => {
    const leaves = await leavesOf(33)
    const heads = await Promise.all(Array.from({ length: 34 }, (_, size) => headOf(leaves.slice(0, size))))
    for (const later of heads)
      for (const earlier of heads.slice(0, later.size + 1)) {
        const proof = await consistencyProof(leaves.slice(0, later.size), earlier.size)
        expect(await verifyConsistency(earlier, later, proof)).toBe(true)
        const forged = { ...earlier, root: flipped(earlier.root) }
        expect(await verifyConsistency(forged, later, proof)).toBe(false)
        if (earlier.size > 0)
          expect(await verifyConsistency(earlier, { ...later, root: flipped(later.root) }, proof)).toBe(false)
        expect(await verifyConsistency(earlier, later, [...proof, later.root])).toBe(false)
        if (earlier.size < later.size) expect(await verifyConsistency(later, earlier, proof)).toBe(false)
        for (const step of proof.keys()) {
          const wrong = proof.map((hash, at) => (at === step ? flipped(hash) : hash))
          expect(await verifyConsistency(earlier, later, wrong)).toBe(false)
          expect(await verifyConsistency(earlier, later, proof.toSpliced(step, 1))).toBe(false)
        }
      }
  })

  test('of nothing shows nothing', async () => {
    const leaves = await leavesOf(5)
    const earlier = await headOf(leaves.slice(0, 3))
    expect(await verifyConsistency(earlier, await headOf(leaves), [])).toBe(false)
  })

  test('cannot be made for a past that was changed', async () => {
    const leaves = await leavesOf(50)
    await fc.assert(
      fc.asyncProperty(fc.nat(29), fc.integer({ min: 30, max: 50 }), async (changed, later) => {
        const rewritten = leaves.slice(0, later).map((leaf, at) => (at === changed ? flipped(leaf) : leaf))
        const proof = await consistencyProof(rewritten, 30)
        const earlier = await headOf(leaves.slice(0, 30))
        expect(await verifyConsistency(earlier, await headOf(rewritten), proof)).toBe(false)
      }),
    )
  })

  test('takes a hash a level, which is at most 2 KB at a million entries', { timeout: 300_000 }, async () => {
    const size = process.env.ANXIN_LONG === undefined ? 2 ** 12 + 5 : 2 ** 16 + 5
    const leaf = await leafHash(new Uint8Array())
    const leaves = Array.from({ length: size }, () => leaf)
    // No proof has more steps than this: one for every level, and the first piece.
    const steps = Math.ceil(Math.log2(size)) + 1
    const later = await headOf(leaves)
    for (const old of [1, 2 ** 11 - 1, 2 ** 11 + 1, size - 2]) {
      const proof = await consistencyProof(leaves, old)
      expect(proof.length).toBeLessThanOrEqual(steps)
      expect(await verifyConsistency(await headOf(leaves.slice(0, old)), later, proof)).toBe(true)
    }
    expect((Math.ceil(Math.log2(1_000_000)) + 1) * leaf.length).toBeLessThanOrEqual(2048)
  })
})
