import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crisisEpisodeSchema } from '../../../src/casework/crisis/crisis-episode.ts'
import { type FollowUp, followUpSchema } from '../../../src/casework/follow-ups/follow-up.ts'
import {
  episodeAfterFollowUp,
  followUpAfterResult,
  followUpsAfterClosure,
  followUpsAfterDecision,
  isLeft,
} from '../../../src/casework/follow-ups/follow-ups-by-tier.ts'
import type { Stored } from '../../../src/casework/records/record.ts'
import { addDays, instantAt } from '../../../src/tiering/calendar.ts'
import { type Tier, tiers } from '../../../src/tiering/tier.ts'
import { caseStep, counsellor, followUpOf, intervals } from '../course-records.ts'
import { idOf, stored } from '../records.ts'

const today = '2026-11-20'
const taken = { by: counsellor, at: '2026-11-20T02:00:00.000Z' }
const client = (followUps: Stored<FollowUp>[]) => ({ clientId: idOf(1), followUps })
const decided = (tier: Tier, before: Tier | null, followUps: Stored<FollowUp>[]) =>
  followUpsAfterDecision({ decision: idOf(81), tier }, before, client(followUps), taken, intervals)
const result = (more: Partial<NonNullable<FollowUp['result']>> = {}): FollowUp['result'] => ({
  doneBy: counsellor,
  doneAt: taken.at,
  mode: 'phone',
  reached: 'reached',
  askedAgain: 'none',
  entry: '示例',
  ...more,
})

describe('after a decision', () => {
  it.each<[Tier, Tier | null, string]>([
    ['priority', null, '2026-11-21'],
    ['watch', null, '2026-12-18'],
    ['general', null, '2027-11-20'],
    ['priority', 'watch', '2026-11-21'],
    ['priority', 'priority', '2026-11-27'],
    ['watch', 'priority', '2026-12-18'],
  ])('%s (before: %s) asks for contact by %s', (tier, before, due) => {
    const { planned, cancelled } = decided(tier, before, [])
    expect(planned).toEqual([
      followUpOf(due, { why: { kind: 'tier', decision: idOf(81) }, plannedAt: taken.at }),
    ])
    expect(cancelled).toEqual([])
  })

  it.each<[string, Tier, Tier | null, string, 'kept' | 'replaced']>([
    ['raised: a later one makes way', 'priority', 'watch', '2026-12-10', 'replaced'],
    ['raised: an earlier one stays', 'priority', 'watch', '2026-11-21', 'kept'],
    ['as before: an earlier one stays', 'priority', 'priority', '2026-11-23', 'kept'],
    ['as before: a later one makes way', 'watch', 'watch', '2027-03-01', 'replaced'],
    ['lowered: one to come makes way', 'watch', 'priority', '2026-11-23', 'replaced'],
    ['lowered: one due today stays', 'watch', 'priority', today, 'kept'],
    ['lowered: one overdue stays', 'general', 'priority', '2026-11-12', 'kept'],
  ])('%s', (_, tier, before, due, becomes) => {
    const held = stored(5, followUpOf(due))
    const { planned, cancelled } = decided(tier, before, [held])
    expect(planned).toHaveLength(becomes === 'kept' ? 0 : 1)
    expect(cancelled).toEqual(
      becomes === 'kept'
        ? []
        : [
            {
              ...held,
              value: {
                ...held.value,
                cancelled: { ...taken, because: { kind: 'tier', decision: idOf(81) } },
              },
            },
          ],
    )
    for (const { value } of cancelled) expect(followUpSchema.parse(value)).toEqual(value)
  })

  it('leaves alone what a person planned, what is done, and what was cancelled', () => {
    const others = [
      stored(5, followUpOf('2027-01-01', { why: { kind: 'person', note: '示例' } })),
      stored(6, followUpOf('2027-01-01', { result: result() })),
      stored(
        7,
        followUpOf('2027-01-01', { cancelled: { ...taken, because: { kind: 'person', note: '示例' } } }),
      ),
    ]
    const { planned, cancelled } = decided('priority', null, others)
    expect([planned.length, cancelled]).toEqual([1, []])
  })

  it('never postpones contact unless the tier was lowered, and drops nothing that is due', () => {
    const day = fc.integer({ min: -30, max: 400 }).map((days) => addDays(today, days))
    const tier = fc.constantFrom(...tiers)
    fc.assert(
      fc.property(tier, fc.option(tier), fc.array(day, { maxLength: 4 }), (to, before, days) => {
        const held = days.map((due, place) => stored(place + 1, followUpOf(due)))
        const { planned, cancelled } = decided(to, before, held)
        const gone = new Set(cancelled.map(({ id }) => id))
        const left = [
          ...held.filter(({ id }) => !gone.has(id)).map(({ value }) => value.due),
          ...planned.map(({ due }) => due),
        ].toSorted()
        expect(left.length).toBeGreaterThan(0)
        expect(cancelled.every(({ value }) => value.due > today)).toBe(true)
        const asked = addDays(today, intervals.tiers[to][before === to ? 'every' : 'first'])
        expect((left[0] ?? '') <= asked).toBe(true)
        const earlier = days.toSorted()[0]
        const lowered = before !== null && tiers.indexOf(to) < tiers.indexOf(before)
        if (earlier !== undefined && !lowered) expect((left[0] ?? '') <= earlier).toBe(true)
        expect(planned.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('after a follow-up', () => {
  const held = { decision: idOf(82), tier: 'priority' as const }
  const next = (value: FollowUp, tier: typeof held | null = held, others: Stored<FollowUp>[] = []) =>
    followUpAfterResult(stored(5, value), tier, others, intervals)

  it('comes the next one of the tier that holds', () => {
    const done = followUpOf(today, { result: result() })
    expect(next(done)).toEqual(
      followUpOf('2026-11-27', { why: { kind: 'tier', decision: idOf(82) }, plannedAt: taken.at }),
    )
    expect(next({ ...done, result: result({ reached: 'familyReached' }) })?.due).toBe('2026-11-27')
    expect(next(done, null)).toBe(null)
    expect(next(done, held, [stored(6, followUpOf('2026-11-25'))])).toBe(null)
    expect(next(done, held, [stored(6, followUpOf('2026-11-19', { result: result() }))])?.due).toBe(
      '2026-11-27',
    )
  })

  it('comes another try when nobody was reached, for the reason it was planned for', () => {
    const why = { kind: 'person' as const, note: '示例' }
    const missed = followUpOf(today, {
      why,
      result: result({ reached: 'notReached', askedAgain: 'notAsked' }),
    })
    expect(next(missed)).toEqual(followUpOf('2026-11-21', { why, plannedAt: taken.at }))
    expect(next(missed, null)?.due).toBe('2026-11-23')
  })

  it('comes none when a person planned it, or it is not done', () => {
    expect(next(followUpOf(today, { why: { kind: 'person', note: '示例' }, result: result() }))).toBe(null)
    expect(next(followUpOf(today))).toBe(null)
  })

  it.each([
    ['none', false],
    ['notAsked', false],
    ['thoughts', true],
    ['plan', true],
  ] as const)('the client told of %s: a crisis: %s', (askedAgain, opens) => {
    const episode = episodeAfterFollowUp(stored(5, followUpOf(today, { result: result({ askedAgain }) })))
    expect(episode).toEqual(
      opens
        ? {
            clientId: idOf(1),
            openedBy: counsellor,
            openedAt: taken.at,
            from: { kind: 'followUp', followUpId: idOf(5) },
            steps: [],
          }
        : null,
    )
    if (episode) expect(crisisEpisodeSchema.parse(episode)).toEqual(episode)
  })
})

describe('after closing a file', () => {
  const closed = (aftercareDue: string | null) =>
    stored(90, {
      clientId: idOf(1),
      steps: [caseStep('proposed', 1, { aftercareDue }), caseStep('approved', 2)],
    })
  const { by, at } = caseStep('approved', 2)
  const byTier = stored(5, followUpOf('2026-12-01'))
  const byPerson = stored(6, followUpOf('2026-12-01', { why: { kind: 'person', note: '示例' } }))

  it('the tier asks for nothing any more, and aftercare is planned', () => {
    const { planned, cancelled } = followUpsAfterClosure(closed('2027-02-01'), [byTier, byPerson])
    expect(planned).toEqual([
      followUpOf('2027-02-01', {
        why: { kind: 'aftercare', closure: idOf(90) },
        plannedBy: by,
        plannedAt: at,
      }),
    ])
    expect(cancelled.map(({ id }) => id)).toEqual([byTier.id])
    expect(cancelled.some(({ value }) => isLeft(value))).toBe(false)
    expect(followUpsAfterClosure(closed(null), []).planned).toEqual([])
  })

  it('nothing happens before it is approved', () => {
    const proposed = stored(90, {
      clientId: idOf(1),
      steps: [caseStep('proposed', 1, { aftercareDue: '2027-02-01' })],
    })
    expect(followUpsAfterClosure(proposed, [byTier])).toEqual({ planned: [], cancelled: [] })
  })
})

it('days are the room’s', () => {
  const { planned } = followUpsAfterDecision(
    { decision: idOf(81), tier: 'priority' },
    null,
    client([]),
    { by: counsellor, at: instantAt('2026-11-20', 24 * 60 - 1) },
    intervals,
  )
  expect(planned[0]?.due).toBe('2026-11-21')
})
