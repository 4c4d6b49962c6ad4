import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkMerge, checkUndo, type MergeCandidate } from '../../../src/casework/clients/check-merge.ts'
import {
  type ClientMerge,
  clientMergeKind,
  clientMergeSchema,
} from '../../../src/casework/clients/client-merge.ts'
import { mergedFiles } from '../../../src/casework/clients/merged-files.ts'
import { checkChange } from '../../../src/casework/records/check-change.ts'
import { idOf } from '../records.ts'

const at = (second: number): string => new Date(Date.UTC(2026, 10, 22, 1, 0, second)).toISOString()
const merge = (from: number, into: number, more: Partial<ClientMerge> = {}): ClientMerge => ({
  from: idOf(from),
  into: idOf(into),
  mergedBy: idOf(900),
  mergedAt: at(0),
  because: '示例：同一个人登记了两次',
  undoUntil: '2026-12-22',
  undone: null,
  ...more,
})
const undone = { by: idOf(900), at: '2026-11-23T01:00:00.000Z' }
const known = (): MergeCandidate => ({})
const numbers = (ids: readonly string[]) => ids.map((id) => Number(`0x${id}`))

describe('files read together', () => {
  it('follow a chain of merges to its end', () => {
    const files = mergedFiles([merge(2, 3), merge(1, 2), merge(5, 3)])
    expect(numbers(['1', '2', '3', '4', '5'].map((id) => files.readUnder(idOf(Number(id)))))).toEqual([
      3, 3, 3, 4, 3,
    ])
    expect(numbers(files.readTogether(idOf(3))).sort()).toEqual([1, 2, 3, 5])
    expect(numbers(files.readTogether(idOf(4)))).toEqual([4])
  })

  it('come apart where a merge is undone, and nowhere else', () => {
    const files = mergedFiles([merge(1, 2), merge(2, 3, { undone })])
    expect(files.readUnder(idOf(1))).toBe(idOf(2))
    expect(files.readUnder(idOf(2))).toBe(idOf(2))
    expect(numbers(files.readTogether(idOf(3)))).toEqual([3])
  })

  it('stand by themselves when hostile records go round in a circle', () => {
    const files = mergedFiles([merge(1, 2), merge(2, 3), merge(3, 1)])
    expect(numbers([1, 2, 3].map((id) => files.readUnder(idOf(id))))).toEqual([1, 2, 3])
    expect(numbers(files.readTogether(idOf(1)))).toEqual([1])
  })

  it('the first merge out of a file holds', () => {
    const files = mergedFiles([merge(1, 3, { mergedAt: at(2) }), merge(1, 2, { mergedAt: at(1) })])
    expect(files.readUnder(idOf(1))).toBe(idOf(2))
  })
})

describe('merging two files', () => {
  const check = (
    from: number,
    into: number,
    merges: ClientMerge[] = [],
    clients: (id: string) => MergeCandidate | null = known,
  ) => checkMerge({ from: idOf(from), into: idOf(into) }, clients, merges)
  const refusal = (code: string, more = {}) => ({ ok: false, refusal: { code, ...more } })
  const restricted = { by: idOf(900), at: at(0), because: '示例：本人要求' }

  it('is allowed for two that stand by themselves', () => {
    expect(check(1, 2).ok).toBe(true)
    expect(check(1, 3, [merge(2, 3)]).ok).toBe(true)
    expect(check(3, 4, [merge(2, 3)]).ok).toBe(true)
    expect(check(1, 2, [merge(1, 3, { undone })]).ok).toBe(true)
  })

  it('is refused with itself, and where a file is gone or restricted', () => {
    expect(check(1, 1)).toEqual(refusal('SAME_FILE'))
    const gone = (id: string) => (id === idOf(2) ? null : {})
    expect(check(1, 2, [], gone)).toEqual(refusal('FILE_GONE', { at: 'into' }))
    expect(check(2, 1, [], gone)).toEqual(refusal('FILE_GONE', { at: 'from' }))
    const kept = (id: string) => (id === idOf(2) ? { restricted } : {})
    expect(check(1, 2, [], kept)).toEqual(refusal('FILE_RESTRICTED', { at: 'into' }))
    expect(check(2, 1, [], kept)).toEqual(refusal('FILE_RESTRICTED', { at: 'from' }))
  })

  it('is refused for what is read under another file already', () => {
    expect(check(1, 2, [merge(1, 2)])).toEqual(refusal('ALREADY_TOGETHER'))
    expect(check(2, 1, [merge(1, 2)])).toEqual(refusal('ALREADY_TOGETHER'))
    expect(check(1, 2, [merge(1, 3), merge(2, 3)])).toEqual(refusal('ALREADY_TOGETHER'))
    expect(check(1, 2, [merge(1, 3)])).toEqual(refusal('ALREADY_MERGED', { at: 'from' }))
    expect(check(1, 2, [merge(2, 3)])).toEqual(refusal('ALREADY_MERGED', { at: 'into' }))
  })

  it('can be undone until its day, once', () => {
    expect(checkUndo(merge(1, 2), '2026-12-22').ok).toBe(true)
    expect(checkUndo(merge(1, 2), '2026-12-23')).toEqual(
      refusal('UNDO_OVER', { detail: { day: '2026-12-22' } }),
    )
    expect(checkUndo(merge(1, 2, { undone }), '2026-11-23')).toEqual(refusal('ALREADY_UNDONE'))
  })

  it('is kept as it was made', () => {
    expect(checkChange(clientMergeKind, merge(1, 2), merge(1, 2, { undone })).ok).toBe(true)
    expect(checkChange(clientMergeKind, merge(1, 2, { undone }), merge(1, 2)).ok).toBe(false)
    expect(checkChange(clientMergeKind, merge(1, 2), merge(1, 3)).ok).toBe(false)
    expect(clientMergeSchema.safeParse(merge(1, 1)).success).toBe(false)
  })
})

type Step = { undo: number } | { from: number; into: number }
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ from: fc.integer({ min: 0, max: 7 }), into: fc.integer({ min: 0, max: 7 }) }),
    fc.record({ undo: fc.nat(20) }),
  ),
  { maxLength: 40 },
)

describe('whatever is merged and undone in whatever order', () => {
  it('every file is read exactly once, and undoing everything gives back every file', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const merges: ClientMerge[] = []
        const everybody = Array.from({ length: 8 }, (_, number) => idOf(number))
        for (const [second, step] of taken.entries()) {
          if ('undo' in step) {
            const one = merges[step.undo % Math.max(1, merges.length)]
            if (one && checkUndo(one, '2026-11-22').ok) one.undone = undone
          } else {
            const made = merge(step.from, step.into, { mergedAt: at(second) })
            if (checkMerge(made, known, merges).ok) merges.push(made)
          }
          const files = mergedFiles(merges)
          const heads = everybody.filter((id) => files.readUnder(id) === id)
          expect(heads.flatMap((id) => files.readTogether(id)).sort()).toEqual(everybody)
          for (const id of everybody) expect(files.readTogether(files.readUnder(id))).toContain(id)
          // Every merge that stands is one file less to read.
          const standing = merges.filter((one) => one.undone === null)
          expect(heads).toHaveLength(everybody.length - standing.length)
        }
        for (const one of merges) one.undone ??= undone
        expect(everybody.map(mergedFiles(merges).readUnder)).toEqual(everybody)
      }),
    )
  })
})
