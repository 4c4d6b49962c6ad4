import { expect, it } from 'vitest'
import { purposesInForce } from '../../src/casework/consent-standing.ts'
import { consentOf } from './records.ts'

const withdrawn = { withdrawnAt: '2026-06-01T01:00:00.000Z' }

it('is none without consent', () => {
  expect(purposesInForce([])).toEqual([])
})

it('is each purpose by itself', () => {
  const consents = [
    consentOf({ purpose: 'followUpContact', ...withdrawn }),
    consentOf({ purpose: 'casefile' }),
    consentOf(),
  ]
  expect(purposesInForce(consents)).toEqual(['assessment', 'casefile'])
})

it('ends with withdrawal, also of an older consent that was renewed since', () => {
  const renewed = consentOf({ givenAt: '2026-05-01T01:00:00.000Z', ...withdrawn })
  expect(purposesInForce([consentOf(), renewed])).toEqual([])
  expect(purposesInForce([renewed, consentOf()])).toEqual([])
})

it('begins again with a new consent', () => {
  const again = consentOf({ givenAt: '2026-07-01T01:00:00.000Z', textVersion: '2026-2' })
  expect(purposesInForce([again, consentOf(withdrawn)])).toEqual(['assessment'])
})
