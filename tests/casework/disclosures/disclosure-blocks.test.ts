import { describe, expect, it } from 'vitest'
import {
  type Disclosure,
  disclosureBases,
  disclosureKind,
} from '../../../src/casework/disclosures/disclosure.ts'
import { disclosureBlocks, isTellingOwed } from '../../../src/casework/disclosures/disclosure-blocks.ts'
import { checkChange } from '../../../src/casework/records/check-change.ts'
import { disclosureOf, privacyRules } from '../file-records.ts'
import { idOf } from '../records.ts'

const at = '2026-11-20T02:00:00.000Z'
const told = { state: 'told', by: idOf(900), at, note: '' } as const
const notTold = { state: 'notTold', by: idOf(900), at, because: '示例：会打草惊蛇' } as const
const notYet = { state: 'notYet', by: idOf(900), at, because: '示例：还没找到本人' } as const

/** As issue 3 wrote them. */
const older: Disclosure = {
  clientId: idOf(1),
  what: { kind: 'assessment', id: idOf(50) },
  fileHash: '0'.repeat(64),
  recipient: '本人',
  basis: 'clientCopy',
  purpose: '示例',
  consent: null,
  disclosedBy: idOf(900),
  disclosedAt: at,
}

describe('a disclosure', () => {
  it('from before more was asked is read as it stands, and nothing is owed for it', () => {
    expect(disclosureKind.schema.parse(older)).toEqual(older)
    expect(isTellingOwed(older, privacyRules)).toBe(false)
  })

  it('stays as it was written but for telling the client, which is added', () => {
    const given = disclosureOf()
    const later = { ...given, clientTold: [...(given.clientTold ?? []), told] }
    expect(checkChange(disclosureKind, given, later).ok).toBe(true)
    expect(checkChange(disclosureKind, later, given).ok).toBe(false)
    expect(checkChange(disclosureKind, given, { ...given, recipient: '别人' }).ok).toBe(false)
    expect(checkChange(disclosureKind, given, { ...given, fields: ['name'] }).ok).toBe(false)
  })

  const codes = (more: Partial<Disclosure>) =>
    disclosureBlocks(disclosureOf(more), privacyRules).map(({ code }) => code)

  it('to save a life waits for nothing that is not said already', () => {
    expect(codes({})).toEqual([])
    expect(codes({ fields: ['name', 'notes'], moreBecause: '示例：医院要知道用药' })).toEqual([])
  })

  it('says what is missing', () => {
    const bare = { ...older, basis: 'savingLife' } as const
    expect(disclosureBlocks(bare, privacyRules).map(({ code }) => code)).toEqual([
      'DISCLOSURE_FIELDS_NEEDED',
      'DISCLOSURE_AUTHORISER_NEEDED',
      'DISCLOSURE_TELLING_NEEDED',
    ])
  })

  it('tells no more than the case needs without a reason', () => {
    expect(disclosureBlocks(disclosureOf({ fields: ['name', 'notes', 'results'] }), privacyRules)).toEqual([
      { code: 'DISCLOSURE_TOO_MUCH', detail: { fields: 'notes results' } },
    ])
  })

  it('for a referral rests on a consent and is no surprise', () => {
    const referral: Partial<Disclosure> = { basis: 'consentedReferral', fields: ['name'] }
    expect(codes({ ...referral, clientTold: [told] })).toEqual(['DISCLOSURE_CONSENT_NEEDED'])
    expect(codes({ ...referral, consent: idOf(3), clientTold: [told] })).toEqual([])
    expect(codes({ ...referral, consent: idOf(3), clientTold: [notYet] })).toEqual(['DISCLOSURE_TELL_BEFORE'])
  })

  it('asks for a supervisor where the room wants one', () => {
    const rules = {
      disclosures: {
        ...privacyRules.disclosures,
        consentedReferral: { ...privacyRules.disclosures.consentedReferral, supervisorAgrees: true },
      },
    }
    const referral = disclosureOf({ basis: 'consentedReferral', consent: idOf(3), clientTold: [told] })
    const withFields = { ...referral, fields: ['name' as const] }
    expect(disclosureBlocks(withFields, rules).map(({ code }) => code)).toEqual([
      'DISCLOSURE_SUPERVISOR_NEEDED',
    ])
    const here = { ...withFields, authorised: { kind: 'here' as const, staffId: idOf(901) } }
    expect(disclosureBlocks(here, rules)).toEqual([])
  })
})

describe('telling the client', () => {
  it.each([
    ['savingLife', notYet, true],
    ['savingLife', notTold, true],
    ['savingLife', told, false],
    ['minorHarm', notTold, false],
    ['minorHarm', notYet, true],
    ['domesticViolence', notTold, false],
  ] as const)('after %s, when last %o: owed %s', (basis, last, owed) => {
    expect(isTellingOwed(disclosureOf({ basis, clientTold: [notYet, last] }), privacyRules)).toBe(owed)
  })
})

it('every ground has its law and its fewest fields', () => {
  for (const basis of disclosureBases) {
    const { law, fields } = privacyRules.disclosures[basis]
    expect(law['zh-CN']).toMatch(/法第/)
    expect(fields).toContain('name')
    if (basis !== 'clientCopy') expect(fields).not.toContain('notes')
  }
})
