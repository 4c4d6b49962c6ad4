import { beforeAll, describe, expect, it } from 'vitest'
import { signCompact } from '../../../src/exchange/compact-jws.ts'
import { agreesWithReceipts } from '../../../src/exchange/receipts/agree.ts'
import { readReceipt, writeReceipt } from '../../../src/exchange/receipts/receipt.ts'
import { takenReceipt, takenReceiptKind } from '../../../src/exchange/receipts/taken-receipt.ts'
import { dayOf } from '../../../src/tiering/calendar.ts'
import { codeOf, given, makeUnit, type TestUnit } from '../../support/exchange.ts'

let county: TestUnit
let other: TestUnit
beforeAll(async () => {
  ;[county, other] = await Promise.all([makeUnit('330102'), makeUnit('330103')])
})

const issued = '2026-11-30T08:00:00.000Z'
const last = { period: '2026-10', seq: 3, sha256: 'c'.repeat(64) }
const receipt = (more: object = {}) =>
  writeReceipt({ county: '330102', unit: '330102001', last, issued, ...more }, county.keys)
const read = (bytes: Uint8Array, unit = '330102001') =>
  readReceipt(bytes, unit, new Map([county, other].map(({ kid, card }) => [kid, card])), dayOf)

describe('a receipt', () => {
  it('says how far the county has come, to the room it names', async () => {
    const { name, bytes } = await receipt()
    expect(name).toBe('330102001-3.anxin-receipt')
    expect(given(await read(bytes))).toEqual({
      format: 'anxin-receipt/1',
      county: '330102',
      unit: '330102001',
      ...last,
      issued,
    })
    expect(codeOf(await read(bytes, '330102002'))).toBe('NOT_FOR_THIS_DESK')
  })

  it('says so too when the county has nothing', async () => {
    const { bytes } = await receipt({ last: null })
    expect(given(await read(bytes))).toMatchObject({ seq: 0, period: null, sha256: null })
  })

  it('is refused from a stranger, for another county’s room, changed, or half said', async () => {
    const stranger = await makeUnit('330102')
    const forged = await writeReceipt({ county: '330102', unit: '330102001', last, issued }, stranger.keys)
    expect(codeOf(await read(forged.bytes))).toBe('UNKNOWN_SENDER')
    const borrowed = await writeReceipt({ county: '330102', unit: '330102001', last, issued }, other.keys)
    expect(codeOf(await read(borrowed.bytes))).toBe('WRONG_UNIT')
    const text = new TextDecoder().decode((await receipt()).bytes)
    const [header = '', payload = '', signature = ''] = text.split('.')
    const sound = atob(payload.replaceAll('-', '+').replaceAll('_', '/'))
    const changed = btoa(sound.replace('"seq":3', '"seq":4')).replaceAll('=', '')
    expect(codeOf(await read(bytesOf([header, changed, signature].join('.'))))).toBe('SIGNATURE_INVALID')
    for (const half of [
      sound.replace('"seq":3', '"seq":0'),
      sound.replace(/"period":"[^"]*"/, '"period":null'),
    ]) {
      const signed = await signCompact(half, 'application/anxin-receipt+jws', county.keys.signing)
      expect(codeOf(await read(bytesOf(signed)))).toBe('STATEMENT_INVALID')
    }
    for (const none of ['', 'a.b', 'x'.repeat(5_000)])
      expect(codeOf(await read(bytesOf(none)))).toBe('NOT_A_STATEMENT')
    const card = await signCompact(sound, 'application/anxin-card+jws', county.keys.signing)
    expect(codeOf(await read(bytesOf(card)))).toBe('HEADER_REFUSED')
  })

  it('counts only while the key it is signed with does', async () => {
    const under = async (standing: object, more?: object) => {
      const { bytes } = await receipt(more)
      return codeOf(
        await readReceipt(
          bytes,
          '330102001',
          new Map([[county.kid, { ...county.card, ...standing }]]),
          dayOf,
        ),
      )
    }
    expect(await under({ revoked: null, lastDay: '2026-11-30' })).toBe('ACCEPTED')
    expect(await under({ revoked: null, lastDay: '2026-11-29' })).toBe('KEY_EXPIRED')
    expect(await under({ revoked: '2027-01-01', lastDay: null })).toBe('KEY_REVOKED')
    // The day begins at midnight in China.
    const first = { issued: '2026-11-30T16:00:00.000Z' }
    expect(await under({ revoked: null, lastDay: '2026-11-30' }, first)).toBe('KEY_EXPIRED')
  })

  it('is kept with its file', async () => {
    const { bytes } = await receipt()
    const by = { takenAt: issued, takenBy: '0'.repeat(32) }
    const record = takenReceipt(bytes, given(await read(bytes)), by)
    const stored = takenReceiptKind.schema.parse(JSON.parse(JSON.stringify(record)))
    expect(stored).toMatchObject({ county: '330102', seq: 3, sha256: last.sha256, issued, ...by })
    expect(bytesOf(stored.jws)).toEqual(bytes)
  })
})

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the ledger and the receipts', () => {
  const ledger = ['a', 'b', 'c'].map((letter, place) => ({ seq: place + 1, sha256: letter.repeat(64) }))
  const says = (seq: number, letter: string, at = issued) => ({
    seq,
    sha256: seq === 0 ? null : letter.repeat(64),
    issued: at,
  })
  const agree = (receipts: ReturnType<typeof says>[], restoredAt: string | null = null, kept = ledger) =>
    codeOf(agreesWithReceipts(kept, receipts, restoredAt))

  it('agree while the county has nothing the room does not have', () => {
    expect(agree([])).toBe('ACCEPTED')
    expect(agree([says(0, ''), says(1, 'a'), says(3, 'c')])).toBe('ACCEPTED')
  })

  it('shut the export when the county is ahead, or has something else', () => {
    expect(agree([says(4, 'd')])).toBe('RECEIPTS_AHEAD')
    expect(agree([says(1, 'a'), says(3, 'd')])).toBe('RECEIPT_DISAGREES')
  })

  it('keep it shut after a restoration until the county has spoken since', () => {
    const restored = '2026-11-30T08:00:00.000Z'
    const before = '2026-11-30T07:59:59.999Z'
    const after = '2026-11-30T08:00:00.001Z'
    const older = ledger.slice(0, 2)
    expect(agree([], restored, older)).toBe('RECEIPT_NEEDED')
    expect(agree([says(2, 'b', before)], restored, older)).toBe('RECEIPT_NEEDED')
    expect(agree([says(2, 'b', restored)], restored, older)).toBe('RECEIPT_NEEDED')
    expect(agree([says(3, 'c', after)], restored, older)).toBe('RECEIPTS_AHEAD')
    expect(agree([says(3, 'c', after)], restored, ledger)).toBe('ACCEPTED')
    expect(agree([says(0, '', after)], restored, [])).toBe('ACCEPTED')
  })
})
