import { describe, expect, it } from 'vitest'
import { caseSituation, standingThatHolds } from '../../../src/casework/files/case-situation.ts'
import type { CaseStep } from '../../../src/casework/files/case-standing.ts'
import {
  type ClosureRecords,
  caseBlocks,
  closureBlocks,
  takeCaseStep,
} from '../../../src/casework/files/closure-blocks.ts'
import {
  alone,
  caseStep,
  codesOf,
  colleague,
  counsellor,
  crisisStep,
  doneOf,
  episodeOf,
  followUpOf,
  hour,
  lookedAfter,
  noteOf,
  referralOf,
  referralStep,
  responding,
  supervisor,
  takingOf,
} from '../course-records.ts'
import { alertOf, handledOf, idOf, stored } from '../records.ts'

const today = '2026-11-20'
const records = (more: Partial<ClosureRecords> = {}): ClosureRecords => ({
  alerts: [],
  episodes: [],
  referrals: [],
  notes: [],
  followUps: [],
  tier: null,
  ...more,
})
const closed = episodeOf([...lookedAfter, crisisStep('closed', 2162)])

describe('a file stays open for', () => {
  it.each<[string, Partial<ClosureRecords>, ReturnType<typeof closureBlocks>]>([
    ['nothing', {}, []],
    [
      'an alert nobody has spoken about',
      { alerts: [stored(1, alertOf()), stored(2, alertOf())] },
      [{ code: 'ALERT_OPEN', detail: { count: 2 } }],
    ],
    [
      'no alert that was handled',
      { alerts: [stored(1, alertOf({ handling: handledOf('denied', hour(1)) }))] },
      [],
    ],
    [
      'a crisis',
      { episodes: [stored(1, episodeOf(responding)), stored(2, closed)] },
      [{ code: 'CRISIS_OPEN', detail: { count: 1 } }],
    ],
    ['no crisis that is over', { episodes: [stored(2, closed)] }, []],
    [
      'a referral under way',
      { referrals: [stored(1, referralOf([referralStep('sent')]))] },
      [{ code: 'REFERRAL_UNDER_WAY', detail: { count: 1 } }],
    ],
    [
      'a referral that is only a draft',
      { referrals: [stored(1, referralOf())] },
      [{ code: 'REFERRAL_UNDER_WAY', detail: { count: 1 } }],
    ],
    [
      'no referral that was given up',
      { referrals: [stored(1, referralOf([referralStep('withdrawn')]))] },
      [],
    ],
    [
      'a note that is not signed',
      { notes: [stored(1, noteOf()), stored(2, noteOf({ signedAt: hour(1) }))] },
      [{ code: 'NOTE_UNSIGNED', detail: { count: 1 } }],
    ],
    [
      'a follow-up due in the priority tier',
      { tier: 'priority', followUps: [stored(1, followUpOf(today))] },
      [{ code: 'PRIORITY_FOLLOW_UP_DUE', detail: { count: 1 } }],
    ],
    ['no follow-up to come', { tier: 'priority', followUps: [stored(1, followUpOf('2026-11-21'))] }, []],
    ['no follow-up due in another tier', { tier: 'watch', followUps: [stored(1, followUpOf(today))] }, []],
    [
      'no follow-up that was cancelled',
      {
        tier: 'priority',
        followUps: [
          stored(
            1,
            followUpOf(today, {
              cancelled: { by: counsellor, at: hour(1), because: { kind: 'person', note: '示例' } },
            }),
          ),
        ],
      },
      [],
    ],
  ])('%s', (_, more, expected) => {
    expect(closureBlocks(records(more), today)).toEqual(expected)
  })
})

const proposed = caseStep('proposed', 1)
const outside = (day: string) => ({ kind: 'outside' as const, name: '示例督导', day })
const blocks = (
  steps: CaseStep[],
  step: CaseStep,
  taking = takingOf(step.by),
  closing: ReturnType<typeof closureBlocks> = [],
) => codesOf(caseBlocks(steps.length === 0 ? null : { clientId: idOf(1), steps }, step, taking, closing))

describe('a step', () => {
  const open = [{ code: 'CRISIS_OPEN' as const }]
  it.each<[string, CaseStep[], CaseStep, string[]]>([
    ['proposing', [], proposed, []],
    ['proposing again', [proposed], proposed, ['STEP_NOT_OPEN']],
    ['a supervisor approving', [proposed], caseStep('approved', 2, { by: supervisor }), []],
    ['a colleague approving', [proposed], caseStep('approved', 2, { by: colleague }), ['SUPERVISOR_NEEDED']],
    [
      'a supervisor approving of their own',
      [{ ...proposed, by: supervisor }],
      caseStep('approved', 2, { by: supervisor }),
      ['OWN_APPROVAL'],
    ],
    [
      'approval from outside where there is a supervisor',
      [proposed],
      caseStep('approved', 2, { whom: outside('2026-11-01') }),
      ['SUPERVISOR_HERE'],
    ],
    ['sending back', [proposed], caseStep('sentBack', 2, { by: supervisor }), []],
    ['taking back', [proposed], caseStep('sentBack', 2), []],
    [
      'a colleague sending back',
      [proposed],
      caseStep('sentBack', 2, { by: colleague }),
      ['NOT_THE_PROPOSER'],
    ],
    ['opening again', [proposed, caseStep('approved', 2)], caseStep('reopened', 3, { by: colleague }), []],
  ])('%s', (_, steps, step, expected) => {
    expect(blocks(steps, step)).toEqual(expected)
  })

  it('towards closing waits for what keeps the file open, also when that came after the proposal', () => {
    expect(blocks([], proposed, takingOf(counsellor), open)).toEqual(['CRISIS_OPEN'])
    expect(
      blocks([proposed], caseStep('approved', 2, { by: supervisor }), takingOf(supervisor), open),
    ).toEqual(['CRISIS_OPEN'])
    expect(blocks([proposed], caseStep('sentBack', 2), takingOf(counsellor), open)).toEqual([])
    expect(
      blocks([proposed, caseStep('approved')], caseStep('reopened', 2), takingOf(counsellor), open),
    ).toEqual([])
  })

  it.each([
    ['2026-11-01', []],
    ['2026-10-31', ['APPROVAL_DAY']],
    ['2026-11-02', ['APPROVAL_DAY']],
  ])('a lone counsellor enters whom they asked outside on %s', (day, expected) => {
    expect(blocks([proposed], caseStep('approved', 2, { whom: outside(day) }), alone)).toEqual(expected)
  })

  it('is casework', () => {
    expect(blocks([], proposed, { roles: ['administrator'], supervisors: [] })).toEqual(['ROLE_NEEDED'])
  })
})

it('a file that was closed and opened again keeps its history', () => {
  const steps = [
    proposed,
    caseStep('approved', 2, { by: supervisor }),
    caseStep('reopened', 3),
    caseStep('proposed', 4, { reason: 'movedAway' }),
  ]
  let standing = null
  for (const step of steps) standing = doneOf(takeCaseStep(idOf(1), standing, step, takingOf(step.by), []))
  expect(standing).toEqual({ clientId: idOf(1), steps })
  expect(caseSituation(standing)).toEqual({
    state: 'closing',
    since: hour(4),
    proposal: steps[3],
    reopened: 1,
  })
  expect(caseSituation(null)).toEqual({ state: 'open', since: null, proposal: null, reopened: 0 })
})

it('of files read together the one in which something was done last says how they stand', () => {
  const earlier = stored(1, { clientId: idOf(1), steps: [proposed, caseStep('approved', 2)] })
  const later = stored(2, { clientId: idOf(2), steps: [caseStep('proposed', 3)] })
  expect(standingThatHolds([later, earlier])).toBe(later)
  expect(standingThatHolds([earlier, later])).toBe(later)
  expect(standingThatHolds([])).toBe(null)
})
