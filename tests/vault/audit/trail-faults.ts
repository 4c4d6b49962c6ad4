import { beforeAll, describe, expect, test } from 'vitest'
import { auditEntryId } from '../../../src/casework/records/audit-entry.ts'
import {
  type ClaimedHead,
  findFault,
  type Trail,
  type TrailFault,
  type TrailRow,
} from '../../../src/vault/audit/check-trail.ts'
import { emptyFrontier, type TreeFrontier } from '../../../src/vault/audit/tree.ts'
import type { Bytes } from '../../../src/vault/primitives/bytes.ts'
import {
  entry,
  headOf,
  inParts,
  type Keys,
  opener,
  sealAt,
  someKeys,
  treeOf,
  writeTrail,
} from './some-trail.ts'

const size = 200

/** Where a head, a subtree or the trail itself begins or ends. */
const edges = [1, 2, 49, 50, 51, 120, 121, 128, 129, 192, 193, 199, 200]

/** Tampering is found where it was done, the same in Node and in the browser: at every place, or at one in `step`. */
export const testTrailFaults = (step: number): void => {
  let keys: Keys
  let rows: TrailRow[]
  let counted: TreeFrontier
  let heads: ClaimedHead[]
  let open: Trail['open']

  beforeAll(async () => {
    keys = await someKeys()
    rows = await writeTrail(keys, size)
    counted = await treeOf(rows)
    heads = [await headOf(rows.slice(0, 50)), await headOf(rows.slice(0, 120)), await headOf(rows)]
    open = opener(keys)
  })

  const faultOf = (changed: readonly TrailRow[], rest: Partial<Trail> = {}): Promise<TrailFault | null> =>
    findFault({ rows: inParts(changed), counted, heads, open, ...rest })
  const numbers = Array.from({ length: size }, (_, at) => at + 1).filter(
    (number) => number % step === 0 || edges.includes(number),
  )
  const at = (number: number): TrailRow => rows[number - 1] ?? { id: '', envelope: new Uint8Array() }
  const replaced = (number: number, envelope: Bytes): TrailRow[] =>
    rows.map((row) => (row.id === auditEntryId(number) ? { ...row, envelope } : row))
  const only = (kind: TrailFault['kind'], from: number, to = from): TrailFault => ({ kind, from, to })

  describe('case 47: a trail of 200 entries', () => {
    test('fits as it was written, and says how far it has been read', async () => {
      const seen: number[] = []
      expect(await faultOf(rows, { onProgress: (checked) => seen.push(checked) })).toBeNull()
      expect(seen).toEqual([64, 128, 192, 200])
    })

    test('with one bit of any entry flipped names it', async () => {
      for (const number of numbers) {
        const { envelope } = at(number)
        const flipped = envelope.map((byte, place) =>
          place === (number * 7) % envelope.length ? byte ^ 1 : byte,
        )
        expect(await faultOf(replaced(number, flipped))).toEqual(only('changed', number))
      }
    })

    test('with any entry written anew by whoever wrote it names it, or the entries since the last signed head', async () => {
      for (const number of numbers) {
        const before = (await open(number, at(number).envelope))?.previous
        const { envelope } = await sealAt(keys, number, entry(before, 2))
        const fault = await faultOf(replaced(number, envelope))
        const vouched = heads.findLast((head) => head.size < number)?.size ?? 0
        const isHead = heads.some((head) => head.size === number)
        expect(fault).toEqual(only('changed', isHead ? vouched + 1 : number, number))
      }
    })

    test('with any entry taken away names it', async () => {
      for (const number of numbers) {
        const rest = rows.filter(({ id }) => id !== auditEntryId(number))
        expect(await faultOf(rest)).toEqual(only(number === size ? 'cut' : 'missing', number))
      }
    })

    test('with any entry taken away and the later ones moved up names it', async () => {
      for (const number of numbers.slice(0, -1)) {
        const rest = rows
          .toSpliced(number - 1, 1)
          .map((row, index) => ({ ...row, id: auditEntryId(index + 1) }))
        expect(await faultOf(rest)).toEqual(only('changed', number))
      }
    })

    test('cut anywhere names the first that is gone, also when the count was cut as well', async () => {
      for (const kept of numbers.slice(0, -1)) {
        const cut = rows.slice(0, kept)
        expect(await faultOf(cut)).toEqual(only('cut', kept + 1, size))
        expect(await faultOf(cut, { counted: await treeOf(cut) })).toEqual(only('cut', kept + 1, size))
      }
      expect(await faultOf([])).toEqual(only('cut', 1, size))
    })

    test('with any two neighbours exchanged, in place or by number, names the first', async () => {
      for (const number of numbers.slice(0, -1)) {
        const [one, other] = [at(number), at(number + 1)]
        const exchanged = rows.toSpliced(number - 1, 2, { ...other, id: one.id }, { ...one, id: other.id })
        expect(await faultOf(exchanged)).toEqual(only('changed', number))
      }
    })

    test('in which everything after any entry was written anew does not fit the next signed head', async () => {
      for (const kept of [0, 1, 49, 50, 51, 119, 120, 198]) {
        const forged = await writeTrail(keys, size, { rows: rows.slice(0, kept), count: 3 })
        const fault = await faultOf(forged, { counted: await treeOf(forged) })
        const head = heads.find((known) => known.size > kept)?.size ?? 0
        const vouched = heads.findLast((known) => known.size <= kept)?.size ?? 0
        expect(fault).toEqual(only('changed', vouched + 1, head))
      }
    })

    test('in which everything since the last head was written anew does not fit what was counted', async () => {
      const forged = await writeTrail(keys, size, { rows: rows.slice(0, 130), count: 3 })
      expect(await faultOf(forged, { heads: heads.slice(0, 2) })).toEqual(only('changed', 129, 192))
    })

    test('with an entry nobody counted names it', async () => {
      const longer = await writeTrail(keys, size + 2, { rows })
      expect(await faultOf(longer)).toEqual(only('added', size + 1))
      expect(await faultOf([...rows, { id: 'ffff', envelope: at(1).envelope }])).toEqual(
        only('added', size + 1),
      )
      const withHead = [...heads, await headOf(longer)]
      expect(await faultOf(longer, { heads: withHead })).toEqual(only('added', size + 1, size + 2))
    })

    test('does not start with an entry that knows of one before it', async () => {
      const { envelope } = await sealAt(keys, 1, entry('b'.repeat(64)))
      expect(await faultOf(replaced(1, envelope))).toEqual(only('changed', 1))
    })

    test('with a head that nobody signed, or a second one of another trail, says so', async () => {
      const [first, ...others] = heads
      if (!first) throw new Error('no head')
      expect(await faultOf(rows, { heads: [...heads, { ...first, signed: false }] })).toEqual(
        only('forged', 50),
      )
      const another = { ...first, root: 'c'.repeat(64) }
      expect(await faultOf(rows, { heads: [another, ...heads] })).toEqual(only('forged', 50))
      expect(await faultOf(rows, { heads: [another, ...others] })).toEqual(only('changed', 1, 50))
      const beyond = { ...first, size: size + 5, signed: false }
      expect(await faultOf(rows, { heads: [...heads, beyond] })).toEqual(only('forged', size))
    })

    test('that was never begun fits', async () => {
      expect(await faultOf([], { counted: emptyFrontier, heads: [] })).toBeNull()
    })
  })
}
