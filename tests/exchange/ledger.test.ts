import { expect, it } from 'vitest'
import { exportStep, LedgerError, nextLink } from '../../src/exchange/ledger.ts'
import { codeOf, given } from '../support/exchange.ts'

const entry = (seq: number, period: string) => ({ seq, period, sha256: String(seq).repeat(64) })
const ledger = [entry(2, '2026-10'), entry(1, '2026-09')]

it('links each package to the one before', () => {
  expect(nextLink([])).toEqual({ seq: 1, previous: null })
  expect(nextLink(ledger)).toEqual({ seq: 3, previous: '2'.repeat(64) })
})

it('writes an open period and copies a closed one', () => {
  expect(given(exportStep(ledger, '2026-11', '2026-12-01'))).toEqual({
    step: 'write',
    link: { seq: 3, previous: '2'.repeat(64) },
    unfinished: false,
  })
  expect(given(exportStep(ledger, '2026-11', '2026-11-30'))).toMatchObject({ unfinished: true })
  expect(given(exportStep(ledger, '2026-10', '2026-12-01'))).toEqual({ step: 'copy', entry: ledger[0] })
})

it('does not report a period that has not begun', () => {
  expect(codeOf(exportStep(ledger, '2027-Q1', '2026-12-31'))).toBe('WRONG_PERIOD')
})

it('stops at a chain with a hole or a double', () => {
  expect(() => nextLink([entry(1, '2026-09'), entry(3, '2026-10')])).toThrow(LedgerError)
  expect(() => nextLink([entry(1, '2026-09'), entry(1, '2026-10')])).toThrow(LedgerError)
  expect(() => exportStep([entry(2, '2026-09')], '2026-11', '2026-12-01')).toThrow(LedgerError)
})
