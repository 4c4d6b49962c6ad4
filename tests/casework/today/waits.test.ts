import { describe, expect, it } from 'vitest'
import type { Urgency } from '../../../src/casework/today/wait.ts'
import type { WaitRecords } from '../../../src/casework/today/waits.ts'
import type { Tier } from '../../../src/tiering/tier.ts'
import {
  caseStep,
  counsellor,
  crisisStep,
  decisionOf,
  episodeOf,
  followUpOf,
  hour,
  lookedAfter,
  noteOf,
  planOf,
  referralOf,
  referralStep,
} from '../course-records.ts'
import { alertOf, assessmentOf, handledOf, idOf, stored } from '../records.ts'
import { clue, retest, standsAs, waits } from '../standing-waits.ts'

/** Early in the day, by the room's clock. */
const on = (day: string) => `${day}T00:30:00.000Z`

const proposal = {
  clientId: idOf(1),
  tier: 'watch' as const,
  reason: '示例',
  proposedBy: counsellor,
  proposedAt: hour(0),
  answer: null,
}
const closed = [stored(90, { clientId: idOf(1), steps: [caseStep('proposed', 0), caseStep('approved', 1)] })]
const suggested = (tier: Tier, validUntil: string) => ({
  ruleSet: { id: 'x', version: '1' },
  tier,
  fired: [
    {
      rule: 'r',
      tier,
      reason: { 'zh-CN': '示例', en: 'x' },
      evidence: [
        {
          kind: 'criticalItem' as const,
          id: idOf(60),
          instrument: 'phq-9',
          item: 'q9',
          finding: 'confirmed' as const,
          at: hour(0),
        },
      ],
      validUntil,
    },
  ],
  lapsed: [],
  overdue: false,
})

describe('what waits, by how late it is', () => {
  const decided = (tier: Tier, validUntil?: string) => ({
    decisions: [
      stored(
        80,
        decisionOf(
          tier,
          validUntil === undefined ? {} : { reviewBy: '2027-01-01', suggestion: suggested(tier, validUntil) },
        ),
      ),
    ],
  })
  const held = (tier: Tier, due: string) => ({
    decisions: [stored(80, decisionOf(tier, { reviewBy: '2028-01-01' }))],
    followUps: [stored(5, followUpOf(due))],
  })
  it.each<[string, Partial<WaitRecords>, [string, Urgency | null][]]>([
    [
      'openAlert',
      { alerts: [stored(1, alertOf({ raisedAt: hour(0) }))] },
      [
        [hour(0), 'now'],
        [hour(999), 'now'],
      ],
    ],
    [
      'followUp',
      held('priority', '2026-11-20'),
      [
        [on('2026-11-16'), null],
        [on('2026-11-17'), 'week'],
        [on('2026-11-20'), 'today'],
        [on('2026-11-21'), 'today'],
        [on('2026-11-22'), 'now'],
      ],
    ],
    [
      'followUp',
      held('watch', '2026-11-20'),
      [
        [on('2026-11-26'), 'today'],
        [on('2026-11-27'), 'now'],
      ],
    ],
    [
      'followUp',
      held('general', '2026-11-20'),
      [
        [on('2026-11-19'), null],
        [on('2026-11-20'), 'week'],
        [on('2026-11-27'), 'today'],
      ],
    ],
    [
      'followUp',
      { followUps: [stored(5, followUpOf('2026-11-20'))] },
      [
        [on('2026-11-20'), 'today'],
        [on('2026-11-27'), 'now'],
      ],
    ],
    [
      'referral',
      { referrals: [stored(5, referralOf([referralStep('sent')]))] },
      [
        [hour(0), null],
        [on('2026-11-02'), 'week'],
        [on('2026-11-04'), 'today'],
        [on('2026-11-11'), 'now'],
      ],
    ],
    [
      'unsignedNote',
      { notes: [stored(5, noteOf())] },
      [
        [hour(23), null],
        [hour(24), 'week'],
        [hour(48), 'today'],
        [hour(24 * 7), 'now'],
      ],
    ],
    [
      'clueExpiring',
      { clues: [stored(5, clue)] },
      [
        [on('2026-11-22'), null],
        [on('2026-11-23'), 'week'],
        [on('2026-11-30'), 'today'],
        [on('2026-12-01'), null],
      ],
    ],
    [
      'safetyPlanReview',
      { safetyPlans: [stored(5, planOf(1)), stored(6, planOf(2, { reviewBy: '2026-11-20' }))] },
      [
        [on('2026-11-08'), null],
        [on('2026-11-17'), 'week'],
        [on('2026-11-20'), 'today'],
        [on('2026-11-27'), 'now'],
      ],
    ],
    [
      'closureWaiting',
      { standings: [stored(90, { clientId: idOf(1), steps: [caseStep('proposed', 0)] })] },
      [
        [hour(0), 'week'],
        [hour(24 * 7), 'today'],
      ],
    ],
    [
      'tierProposal',
      {
        proposals: [
          stored(5, proposal),
          stored(6, { ...proposal, answer: { kind: 'withdrawn', by: counsellor, at: hour(0) } }),
        ],
      },
      [
        [hour(0), 'week'],
        [hour(24 * 3), 'today'],
      ],
    ],
    [
      'retestDue',
      { plans: [stored(5, retest)] },
      [
        [on('2026-11-19'), null],
        [on('2026-11-20'), 'week'],
        [on('2026-11-27'), 'week'],
        [on('2026-11-28'), 'today'],
      ],
    ],
    [
      'tierOverdue',
      decided('priority'),
      [
        [on('2026-11-07'), null],
        [on('2026-11-08'), 'today'],
        [on('2026-11-10'), 'now'],
      ],
    ],
    [
      'tierOverdue',
      decided('watch'),
      [
        [on('2026-11-08'), 'week'],
        [on('2026-11-15'), 'today'],
      ],
    ],
    [
      'tierOverdue',
      decided('general'),
      [
        [on('2026-11-08'), 'week'],
        [on('2026-12-07'), 'week'],
        [on('2026-12-08'), 'today'],
      ],
    ],
    [
      'evidenceExpiring',
      decided('watch', '2026-11-20'),
      [
        [on('2026-11-12'), null],
        [on('2026-11-13'), 'week'],
        [on('2026-11-21'), 'today'],
      ],
    ],
  ])('%s', (kind, records, moments) => {
    for (const [now, urgency] of moments)
      expect([now, standsAs(records, now)]).toEqual([now, urgency === null ? [] : [[kind, urgency]]])
  })

  it.each<[string, Partial<WaitRecords>]>([
    [
      'an alert that was handled',
      { alerts: [stored(1, alertOf({ handling: handledOf('denied', hour(1)) }))] },
    ],
    [
      'a follow-up that was cancelled',
      {
        followUps: [
          stored(
            5,
            followUpOf('2026-11-20', {
              cancelled: { by: counsellor, at: hour(0), because: { kind: 'person', note: '示例' } },
            }),
          ),
        ],
      },
    ],
    ['a referral that came back', { referrals: [stored(5, referralOf([referralStep('withdrawn')]))] }],
    ['a note that is signed', { notes: [stored(5, noteOf({ signedAt: hour(1) }))] }],
    [
      'a clue that was looked into',
      {
        clues: [
          stored(5, { ...clue, outcome: { by: counsellor, at: hour(1), found: 'verified', entry: '示例' } }),
        ],
      },
    ],
    [
      'a re-test plan that ended',
      { plans: [stored(5, { ...retest, ended: { by: counsellor, at: hour(1), reason: '示例' } })] },
    ],
    [
      'a crisis that is over',
      { episodes: [stored(5, episodeOf([...lookedAfter, crisisStep('closed', 2162)]))] },
    ],
    ['a closed file', { standings: closed }],
  ])('nothing for %s', (_, records) => {
    expect(waits(records)).toEqual([])
  })

  it('evidence is renewed by a newer answer to what it came from', () => {
    const newer = (instrument: string, answeredAt: string) => ({
      ...decided('watch', '2026-11-20'),
      assessments: [stored(50, assessmentOf({ instrument, answeredAt }))],
    })
    const kinds = (records: Partial<WaitRecords>) => waits(records).map(({ kind }) => kind)
    expect(kinds(newer('phq-9', hour(1)))).toEqual(['tierOverdue'])
    expect(kinds(newer('gad-7', hour(1)))).toEqual(['tierOverdue', 'evidenceExpiring'])
    expect(kinds(newer('phq-9', hour(-1)))).toEqual(['tierOverdue', 'evidenceExpiring'])
  })

  it('a closed file keeps what was promised and every sign of danger, and asks for nothing by tier', () => {
    const all: Partial<WaitRecords> = {
      alerts: [stored(1, alertOf())],
      decisions: [stored(80, decisionOf('priority', { suggestion: suggested('priority', '2026-11-20') }))],
      plans: [stored(5, retest)],
      safetyPlans: [stored(6, planOf(1))],
      followUps: [
        stored(7, followUpOf('2026-11-20')),
        stored(8, followUpOf('2026-11-20', { why: { kind: 'aftercare', closure: idOf(90) } })),
        stored(9, followUpOf('2026-11-20', { why: { kind: 'person', note: '示例' } })),
      ],
    }
    const kept = waits({ ...all, standings: closed }).map(({ kind, record }) => [kind, record])
    expect(kept).toEqual([
      ['openAlert', idOf(1)],
      ['followUp', idOf(8)],
      ['followUp', idOf(9)],
    ])
    expect(waits(all)).toHaveLength(8)
  })
})
