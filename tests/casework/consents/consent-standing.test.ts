import { expect, it } from 'vitest'
import { purposesInForce, referralsInForce } from '../../../src/casework/consents/consent-standing.ts'
import { consentOf, stored } from '../records.ts'

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

it('is each receiver of a referral by itself', () => {
  const to = (recipient: string, more = {}) => consentOf({ purpose: 'referral', recipient, ...more })
  const consents = [
    to('示例医院'),
    to('示例学校', withdrawn),
    to('示例医院', { ...withdrawn, givenAt: '2026-04-01T01:00:00.000Z' }),
    to('示例社工站'),
  ]
  const standing = referralsInForce(consents.map((consent, index) => stored(index, consent)))
  expect(standing.map(({ value }) => value.recipient)).toEqual(['示例社工站'])
  expect(purposesInForce(consents)).toEqual(['referral'])
  expect(purposesInForce(consents.slice(0, 3))).toEqual([])
  expect(referralsInForce([stored(1, consentOf())])).toEqual([])
})
