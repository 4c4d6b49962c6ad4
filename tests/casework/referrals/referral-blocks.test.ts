import { describe, expect, it } from 'vitest'
import type { Referral, ReferralStep } from '../../../src/casework/referrals/referral.ts'
import {
  type ReferralGround,
  referralBlocks,
  takeReferralStep,
} from '../../../src/casework/referrals/referral-blocks.ts'
import { referralSlip, referralStanding } from '../../../src/casework/referrals/referral-standing.ts'
import {
  codesOf,
  colleague,
  counsellor,
  doneOf,
  hour,
  intervals,
  referralOf,
  referralStep,
  supervisor,
  takingOf,
} from '../course-records.ts'
import { clientOf, consentOf, idOf, stored } from '../records.ts'

const agreed = (recipient: string, withdrawnAt: string | null = null) =>
  stored(71, consentOf({ purpose: 'referral', recipient, withdrawnAt }))
type HandedOut = NonNullable<ReferralGround['disclosure']>
const handedOut = (more: Partial<HandedOut> = {}): HandedOut => ({
  clientId: idOf(1),
  what: { kind: 'referral', id: idOf(40) },
  recipient: '示例医院',
  basis: 'consentedReferral',
  consent: idOf(71),
  ...more,
})
const ground = (more: Partial<ReferralGround> = {}): ReferralGround => ({
  consents: [agreed('示例医院')],
  disclosure: handedOut(),
  ...more,
})
const blocks = (value: Referral, step: ReferralStep, on = ground()) =>
  codesOf(referralBlocks({ id: idOf(40), value }, step, takingOf(step.by), on))

const draft = referralOf()
const emergency = referralOf([], { consent: null, urgency: 'atOnce' })
const lifeSaved = { consents: [], disclosure: handedOut({ basis: 'savingLife', consent: null }) }
const sent = referralStep('sent', 1)

describe('sending', () => {
  it.each<[string, Referral, ReferralGround, string[]]>([
    ['with consent to this receiver', draft, ground(), []],
    ['without consent, to save a life', emergency, lifeSaved, []],
    [
      'without consent, not at once',
      referralOf([], { consent: null, urgency: 'today' }),
      lifeSaved,
      ['CONSENT_NEEDED'],
    ],
    [
      'after the consent was withdrawn',
      draft,
      ground({ consents: [agreed('示例医院', hour(0))] }),
      ['CONSENT_NOT_IN_FORCE'],
    ],
    [
      'with consent to another receiver',
      draft,
      ground({ consents: [agreed('示例学校')] }),
      ['CONSENT_FOR_OTHERS'],
    ],
    ['with a consent nobody gave', draft, ground({ consents: [] }), ['CONSENT_NOT_IN_FORCE']],
    [
      'with nothing written of what is handed out',
      draft,
      ground({ disclosure: null }),
      ['DISCLOSURE_MISSING'],
    ],
    [
      'what was handed to others',
      draft,
      ground({ disclosure: handedOut({ recipient: '示例学校' }) }),
      ['DISCLOSURE_OF_OTHERS'],
    ],
    [
      'what was handed out of another client',
      draft,
      ground({ disclosure: handedOut({ clientId: idOf(2) }) }),
      ['DISCLOSURE_OF_OTHERS'],
    ],
    [
      'what was handed out of another referral',
      draft,
      ground({ disclosure: handedOut({ what: { kind: 'referral', id: idOf(41) } }) }),
      ['DISCLOSURE_OF_OTHERS'],
    ],
    [
      'what was handed out of an assessment',
      draft,
      ground({ disclosure: handedOut({ what: { kind: 'assessment', id: idOf(40) } }) }),
      ['DISCLOSURE_OF_OTHERS'],
    ],
    [
      'upon consent, written down as an emergency',
      draft,
      ground({ disclosure: handedOut({ basis: 'savingLife' }) }),
      ['DISCLOSURE_OF_OTHERS'],
    ],
    ['in an emergency, written down as consented', emergency, ground(), ['DISCLOSURE_OF_OTHERS']],
  ])('%s', (_, referral, on, expected) => {
    expect(blocks(referral, sent, on)).toEqual(expected)
  })
})

describe('a step', () => {
  const underWay = referralOf([sent])
  const answered = referralOf([sent, referralStep('accepted', 2), referralStep('feedback', 3)])
  it.each<[string, Referral, ReferralStep, string[]]>([
    ['a colleague sending', draft, { ...sent, by: colleague }, ['NOT_THE_WRITER']],
    ['a supervisor sending', draft, { ...sent, by: supervisor }, []],
    ['a colleague entering who accepted', underWay, referralStep('accepted', 2, { by: colleague }), []],
    ['a colleague giving up', underWay, referralStep('withdrawn', 2, { by: colleague }), ['NOT_THE_WRITER']],
    ['the writer giving up', underWay, referralStep('withdrawn', 2), []],
    ['back before there is an answer', underWay, referralStep('returned', 2), ['STEP_NOT_OPEN']],
    ['back with an answer', answered, referralStep('returned', 4), []],
    ['accepted after the consent was withdrawn', underWay, referralStep('accepted', 2), []],
  ])('%s', (_, referral, step, expected) => {
    const on = step.kind === 'sent' ? ground() : ground({ consents: [], disclosure: null })
    expect(blocks(referral, step, on)).toEqual(expected)
  })

  it('is casework', () => {
    expect(referralBlocks({ id: idOf(40), value: draft }, sent, { roles: ['hotline'] }, ground())).toEqual([
      { code: 'ROLE_NEEDED' },
    ])
  })

  it('is added to those before, or refused', () => {
    const at = { id: idOf(40), value: draft }
    expect(doneOf(takeReferralStep(at, sent, takingOf(counsellor), ground()))).toEqual(referralOf([sent]))
    expect(takeReferralStep(at, sent, takingOf(counsellor), ground({ disclosure: null }))).toEqual({
      ok: false,
      refusal: { code: 'DISCLOSURE_MISSING' },
    })
  })
})

describe('a referral', () => {
  const standing = (steps: ReferralStep[], urgency: Referral['urgency'] = 'planned') =>
    referralStanding(referralOf(steps, { urgency }), intervals)
  const accepted = referralStep('accepted', 24)
  const seen = referralStep('seen', 48)

  it.each<[string, ReferralStep[], Referral['urgency'], string | null]>([
    ['draft', [], 'planned', '2026-11-04'],
    ['draft', [], 'atOnce', '2026-11-02'],
    ['sent', [sent], 'planned', '2026-11-04'],
    ['sent', [sent], 'atOnce', '2026-11-02'],
    ['sent', [sent, referralStep('reminded', 90)], 'planned', '2026-11-04'],
    ['accepted', [sent, accepted], 'planned', '2026-11-09'],
    ['accepted', [sent, accepted], 'today', '2026-11-05'],
    ['seen', [sent, accepted, seen], 'planned', '2026-11-17'],
    [
      'answered',
      [sent, accepted, seen, referralStep('feedback', 72), referralStep('feedback', 96)],
      'planned',
      '2026-11-11',
    ],
    ['closed', [referralStep('withdrawn', 1)], 'planned', null],
  ])('%s: waits as long as its timer says', (state, steps, urgency, due) => {
    expect(standing(steps, urgency)).toMatchObject({ state, due })
  })

  it('knows since when it stands there and when the receiver was reminded', () => {
    expect(standing([sent, referralStep('reminded', 90)])).toMatchObject({
      since: hour(1),
      remindedAt: hour(90),
    })
    expect(standing([sent])).toMatchObject({ remindedAt: null })
  })

  it('tells on its slip no more than the receiver needs', () => {
    const client = clientOf({ phone: '13800000000', township: '441624100' })
    const slip = referralSlip(draft, client)
    expect(Object.keys(slip)).toEqual([
      'fileNumber',
      'name',
      'receiver',
      'urgency',
      'question',
      'told',
      'ground',
      'writtenBy',
      'writtenAt',
    ])
    expect(slip.ground).toBe('consentedReferral')
    expect(referralSlip(emergency, client).ground).toBe('savingLife')
    expect(JSON.stringify(slip)).not.toMatch(/13800000000|441624100|1990/)
  })
})
