import { describe, expect, it } from 'vitest'
import { factSchema } from '../../src/statistics/fact.ts'
import { assessmentFact, callFact, clientFact, tierFact } from '../../src/statistics/facts-of.ts'
import { assessmentOf, callOf, clientOf, idOf } from '../casework/records.ts'

const person = 'e'.repeat(64)
const counted = { client: clientOf({ birthDate: '1990-05-03', sex: 'female' }), person, day: '2026-11-20' }
const common = { month: '2026-11', person, sex: 'female', ageBand: '18to39' }
const decision = {
  clientId: idOf(1),
  tier: 'watch' as const,
  decidedBy: idOf(900),
  decidedAt: '2026-11-20T02:00:00.000Z',
  reason: '示例：按建议',
  suggestion: null,
  reviewBy: '2026-12-18',
}

describe('what a record leaves behind', () => {
  it.each([
    ['a client', clientFact(counted), { kind: 'client', category: 'registered', detail: null }],
    [
      'an assessment',
      assessmentFact(assessmentOf(), counted),
      { kind: 'assessment', category: 'phq-9', detail: 'moderate' },
    ],
    [
      'an assessment without a score',
      assessmentFact(assessmentOf({ instrument: 'social-function', result: null }), counted),
      { kind: 'assessment', category: 'social-function', detail: null },
    ],
    ['a tier', tierFact(decision, counted), { kind: 'tier', category: 'watch', detail: null }],
  ])('%s', (_, fact, expected) => {
    expect(fact).toEqual({ ...common, ...expected })
    expect(factSchema.parse(fact)).toEqual(fact)
  })

  it.each([
    ['2026-05-02', '2026-05', '18to39'],
    ['2030-05-03', '2030-05', '40to59'],
  ])('of someone as old as they are on %s', (day, month, ageBand) => {
    expect(clientFact({ ...counted, day })).toMatchObject({ month, ageBand })
  })

  it('says unknown where nothing is known', () => {
    const client = { sex: null, birthDate: null, township: null }
    expect(clientFact({ ...counted, client })).toMatchObject({ sex: 'unknown', ageBand: 'unknown' })
    expect(callFact(callOf(), '2026-11-20')).toMatchObject({ sex: 'unknown', ageBand: 'unknown' })
  })

  it('a call, counted as nobody', () => {
    const fact = callFact(callOf({ callType: 'suicideRisk', sex: 'male', ageBand: '60plus' }), '2026-11-20')
    expect(fact).toEqual({
      kind: 'call',
      month: '2026-11',
      person: null,
      sex: 'male',
      ageBand: '60plus',
      category: 'suicideRisk',
      detail: null,
    })
    expect(factSchema.parse(fact)).toEqual(fact)
  })
})
