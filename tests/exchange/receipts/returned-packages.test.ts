import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { returnedPackages } from '../../../src/exchange/receipts/returned-packages.ts'
import { codeOf, given, makeUnit, payloadOf } from '../../support/exchange.ts'

const [room, county] = await Promise.all(['990101101', '990101'].map(makeUnit))
if (!room || !county) throw new Error('no units')
const sound = await payloadOf(room, county)

const shaOf = (seq: number, branch = 'a') => `${branch}${seq}`.padEnd(64, '0')
/** The package of this place; `branch` tells apart what was never written here. */
const packageAt = (seq: number, { branch = 'a', after = 'a', period = `2026-${10 + seq}` } = {}) => ({
  sha256: shaOf(seq, branch),
  payload: { ...sound, seq, period, previous: seq === 1 ? null : shaOf(seq - 1, after) },
})
const entryAt = (seq: number) => ({ seq, sha256: shaOf(seq), period: `2026-${10 + seq}` })
const confirms = (seq: number, branch = 'a') => ({
  seq,
  sha256: seq === 0 ? null : shaOf(seq, branch),
  issued: '2026-11-30T00:00:00.000Z',
})
const ledger = [entryAt(1), entryAt(2)]
const refusalOf = (files: ReturnType<typeof packageAt>[], receipts = [confirms(4)]) => {
  const outcome = returnedPackages(files, ledger, receipts)
  return outcome.ok ? 'TAKEN' : [outcome.refusal.code, outcome.refusal.detail?.seq].join(' ').trim()
}

describe('packages that come back', () => {
  it('are those that are missing, in their order, however they come and with whatever is known', () => {
    const all = [1, 2, 3, 4].map((seq) => packageAt(seq))
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 8 }), (files) => {
        const taken = given(returnedPackages(files, ledger, [confirms(2), confirms(4)]))
        expect(taken.map(({ payload }) => payload.seq)).toEqual([3, 4])
      }),
      { seed: 7 },
    )
  })

  it('come all, or none does', () => {
    expect(refusalOf([packageAt(4)])).toBe('RETURNED_GAP 3')
    expect(refusalOf([packageAt(3)])).toBe('RETURNED_GAP 4')
    expect(refusalOf([packageAt(2)])).toBe('RETURNED_KNOWN')
    expect(refusalOf([])).toBe('RETURNED_KNOWN')
  })

  it('follow to the letter from what is here', () => {
    const other = packageAt(3, { branch: 'b' })
    expect(refusalOf([other, packageAt(4)])).toBe('RETURNED_FORKED 4')
    expect(refusalOf([other, packageAt(3), packageAt(4)])).toBe('RETURNED_FORKED 3')
    expect(refusalOf([packageAt(2, { branch: 'b' })])).toBe('RETURNED_FORKED 2')
    expect(refusalOf([packageAt(3, { after: 'b' })])).toBe('RETURNED_FORKED 3')
    expect(refusalOf([packageAt(3, { period: '2026-11' })])).toBe('RETURNED_FORKED 3')
  })

  it('are those the county confirmed, and no others', () => {
    const branch = [packageAt(3, { branch: 'b' }), packageAt(4, { branch: 'b', after: 'b' })]
    expect(codeOf(returnedPackages(branch, ledger, [confirms(4)]))).toBe('RECEIPT_DISAGREES')
    const files = [packageAt(3), packageAt(4)]
    expect(refusalOf(files, [])).toBe('RETURNED_UNCONFIRMED 3')
    expect(refusalOf(files, [confirms(3)])).toBe('RETURNED_UNCONFIRMED 4')
    expect(refusalOf(files, [confirms(4), confirms(3, 'b')])).toBe('RECEIPT_DISAGREES 3')
    expect(refusalOf(files)).toBe('TAKEN')
  })
})
