import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import shipped from '../../../resources/consent-texts.json'
import { type Consent, consentPurposes } from '../../../src/casework/consents/consent.ts'
import { type CareAction, consentFor, neededFor } from '../../../src/casework/consents/consent-needed.ts'
import { consentStandings, purposesInForce } from '../../../src/casework/consents/consent-standing.ts'
import { readConsentTexts } from '../../../src/casework/consents/consent-texts.ts'
import {
  endsWithWithdrawal,
  whatWithdrawalStops,
} from '../../../src/casework/consents/what-withdrawal-stops.ts'
import { codeOf, given } from '../../support/outcome.ts'
import { appointmentOf, followUpOf, referralOf, retestPlanOf } from '../file-records.ts'
import { assessmentOf, consentOf, idOf, stored } from '../records.ts'

const actions = Object.keys(neededFor) as CareAction[]
const hospital = '示例医院'
const forPurpose = (purpose: Consent['purpose'], more: Partial<Consent> = {}) =>
  consentOf({ purpose, ...(purpose === 'referral' ? { recipient: hospital } : {}), ...more })

const histories = fc
  .array(
    fc.record({
      purpose: fc.constantFrom(...consentPurposes),
      day: fc.integer({ min: 1, max: 28 }),
      withdrawn: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ purpose, day, withdrawn }, at) => {
      const givenAt = `2026-03-${String(day).padStart(2, '0')}T01:00:00.000Z`
      return stored(
        at + 1,
        forPurpose(purpose, { givenAt, withdrawnAt: withdrawn ? '2026-06-01T01:00:00.000Z' : null }),
      )
    }),
  )

describe('what an action needs', () => {
  it('is what the client agrees to now, whatever was given and taken back before', () => {
    fc.assert(
      fc.property(histories, (consents) => {
        const agreed = purposesInForce(consents.map(({ value }) => value))
        for (const action of actions) {
          const needed = neededFor[action]
          const outcome = consentFor(action, {}, consents, hospital)
          expect(outcome.ok).toBe(needed === null || agreed.includes(needed))
          if (!outcome.ok || needed === null) continue
          const held = consents.find(({ id }) => id === outcome.value)?.value
          expect(held?.purpose).toBe(needed)
          expect(held?.withdrawnAt).toBeNull()
        }
      }),
    )
  })

  it('names what is missing', () => {
    expect(consentFor('contactClient', {}, [])).toEqual({
      ok: false,
      refusal: { code: 'CONSENT_NEEDED', at: 'followUpContact' },
    })
    expect(codeOf(consentFor('refer', {}, [stored(1, forPurpose('referral'))], '示例学校'))).toBe(
      'REFERRAL_CONSENT_NEEDED',
    )
    expect(codeOf(consentFor('refer', {}, [stored(1, forPurpose('referral'))], ` ${hospital} `))).toBe(
      'ACCEPTED',
    )
    expect(codeOf(consentFor('refer', {}, [stored(1, forPurpose('referral'))]))).toBe(
      'REFERRAL_CONSENT_NEEDED',
    )
  })

  it('is nothing where a life is to be saved or a law demands it', () => {
    for (const action of ['respondToCrisis', 'reportHarm', 'giveOwnCopy', 'noteObservation'] as const)
      expect(consentFor(action, {}, [])).toEqual({ ok: true, value: null })
  })
})

it('a restricted file is only kept: nothing is done with it but what must be', () => {
  const restricted = { by: idOf(900), at: '2026-11-20T02:00:00.000Z', because: '示例' }
  const consents = consentPurposes.map((purpose, at) => stored(at + 1, forPurpose(purpose)))
  const open = actions.filter((action) => consentFor(action, { restricted }, consents, hospital).ok)
  expect(open).toEqual(['respondToCrisis', 'reportHarm', 'giveOwnCopy'])
  expect(codeOf(consentFor('keepNotes', { restricted }, consents))).toBe('FILE_KEPT_ONLY')
})

describe('withdrawing', () => {
  it('stops each action that needs the purpose, and no other', () => {
    const stopped = consentPurposes.flatMap((purpose) => whatWithdrawalStops(purpose).stops)
    expect(stopped.toSorted()).toEqual(actions.filter((action) => neededFor[action] !== null).toSorted())
    for (const purpose of consentPurposes) {
      expect(whatWithdrawalStops(purpose).stops.length).toBeGreaterThan(0)
      expect(whatWithdrawalStops(purpose).lawful).toEqual(
        expect.arrayContaining(['doneBefore', 'careGoesOn', 'savingLife', 'reportsOwed']),
      )
    }
    expect(whatWithdrawalStops('casefile').lawful).toContain('legalRetention')
    expect(whatWithdrawalStops('referral').lawful).toContain('handedOut')
  })

  const now = '2026-11-22T02:00:00.000Z'
  const step = { by: idOf(900), at: now }
  const underWay = {
    assessments: [
      stored(1, assessmentOf({ answeredAt: null, result: null })),
      stored(2, assessmentOf()),
      stored(
        3,
        assessmentOf({ answeredAt: null, result: null, rater: { kind: 'staff', staffId: idOf(900) } }),
      ),
      stored(
        4,
        assessmentOf({ answeredAt: null, result: null, rater: { kind: 'informant', relation: '老师' } }),
      ),
    ],
    retestPlans: [stored(5, retestPlanOf()), stored(6, retestPlanOf({ ended: { ...step, reason: '示例' } }))],
    followUps: [
      stored(7, followUpOf()),
      stored(8, followUpOf({ cancelled: { ...step, because: { kind: 'person', note: '示例' } } })),
    ],
    appointments: [
      stored(9, appointmentOf({ kind: 'followUp' })),
      stored(10, appointmentOf({ kind: 'assessment' })),
      stored(11, appointmentOf({ kind: 'session' })),
      stored(12, appointmentOf({ kind: 'followUp', steps: [{ kind: 'cancelled', ...step, note: '' }] })),
      stored(13, appointmentOf({ kind: 'followUp', startsAt: '2026-11-10T01:00:00.000Z' })),
    ],
    referrals: [
      stored(14, referralOf()),
      stored(15, referralOf({ receiver: { kind: 'school', name: '示例学校', contact: '' } })),
      stored(16, referralOf({ steps: [{ kind: 'withdrawn', ...step, because: '示例' }] })),
    ],
  }
  const nothing = { assessments: [], retestPlans: [], followUps: [], appointments: [], referrals: [] }

  it.each([
    ['assessment', { assessments: [1, 4], retestPlans: [5], appointments: [10] }],
    ['followUpContact', { followUps: [7], appointments: [9] }],
    ['referral', { referrals: [14] }],
    ['casefile', {}],
    ['audioRecording', {}],
    ['videoRecording', {}],
  ] as const)('%s ends what is under way on its ground', (purpose, ends) => {
    const expected = Object.fromEntries(
      Object.entries({ ...nothing, ...ends }).map(([name, ids]) => [name, [...ids].map(idOf)]),
    )
    expect(endsWithWithdrawal(forPurpose(purpose), underWay, now)).toEqual(expected)
  })
})

describe('how it stands with each purpose', () => {
  const texts = given(readConsentTexts(shipped))
  const about = {
    birthDate: '1990-05-03',
    today: '2026-11-22',
    rules: { from14to17: 'self' },
    texts,
  } as const

  it('names every purpose, and a referral for each receiver', () => {
    expect(consentStandings([], about).map(({ purpose, state }) => [purpose, state])).toEqual(
      consentPurposes.filter((purpose) => purpose !== 'referral').map((purpose) => [purpose, 'notGiven']),
    )
    const consents = [
      stored(1, forPurpose('referral')),
      stored(2, forPurpose('referral', { recipient: '示例学校', withdrawnAt: '2026-06-01T01:00:00.000Z' })),
    ]
    const referrals = consentStandings(consents, about).filter(({ purpose }) => purpose === 'referral')
    expect(referrals.map(({ recipient, state }) => [recipient, state])).toEqual([
      [hospital, 'inForce'],
      ['示例学校', 'withdrawn'],
    ])
  })

  const renewOf = (more: Partial<Consent>, other: Partial<Parameters<typeof consentStandings>[1]> = {}) =>
    consentStandings([stored(1, consentOf(more))], { ...about, ...other }).find(
      ({ purpose }) => purpose === 'assessment',
    )?.renew

  it('says what should be asked for again', () => {
    expect(renewOf({})).toEqual([])
    expect(renewOf({ givenBy: 'guardian' }, { birthDate: '2012-06-01' })).toEqual(['grownUp'])
    expect(renewOf({}, { birthDate: '2010-06-01', rules: { from14to17: 'both' } })).toEqual(['bothNeeded'])
    expect(renewOf({ givenBy: 'both' }, { birthDate: '2010-06-01', rules: { from14to17: 'both' } })).toEqual(
      [],
    )
    expect(renewOf({ textVersion: '1999-1' })).toEqual(['moreAsked'])
    expect(renewOf({ textVersion: '1999-1', withdrawnAt: '2026-06-01T01:00:00.000Z' })).toEqual([])
  })
})
