import { describe, expect, it } from 'vitest'
import { evidenceOf } from '../../src/casework/evidence-of.ts'
import { evidenceSchema } from '../../src/tiering/evidence.ts'
import { alertOf, assessmentOf, handledOf, idOf, stored } from './records.ts'

const result = assessmentOf().result
if (result === null) throw new Error('the builder gives a result')

describe('evidence of a file', () => {
  it('takes every score of an answered assessment, by scale', () => {
    const twoScales = {
      ...result,
      scores: { total: 13, core: 4 },
      bands: { total: 'moderate' },
      reached: { total: ['furtherAssessment'] },
    }
    const evidence = evidenceOf([stored(7, assessmentOf({ result: twoScales }))], [])
    const same = { kind: 'score', id: idOf(7), instrument: 'phq-9', at: '2026-11-20T01:06:00.000Z' }
    expect(evidence).toEqual([
      { ...same, scale: 'total', value: 13, band: 'moderate', reached: ['furtherAssessment'] },
      { ...same, scale: 'core', value: 4, band: null, reached: [] },
    ])
    for (const one of evidence) expect(evidenceSchema.parse(one)).toEqual(one)
  })

  it('takes scores outside the ages meant too: a score only raises', () => {
    const assessment = assessmentOf({ result: { ...result, status: 'outOfRange' } })
    expect(evidenceOf([stored(7, assessment)], [])).toHaveLength(1)
  })

  it('takes nothing from what is unanswered or gives no score', () => {
    const open = assessmentOf({ answeredAt: null, result: null })
    const incomplete = assessmentOf({ result: { ...result, status: 'incomplete', scores: {}, bands: {} } })
    expect(evidenceOf([stored(7, open), stored(8, incomplete)], [])).toEqual([])
  })

  it('takes an alert as open from its answer, then as what was found when it was found', () => {
    const found = handledOf('confirmed', '2026-11-20T02:00:00.000Z')
    expect(evidenceOf([], [stored(1, alertOf()), stored(2, alertOf({ handling: found }))])).toEqual([
      {
        kind: 'criticalItem',
        id: idOf(1),
        instrument: 'phq-9',
        item: 'q9',
        finding: 'open',
        at: '2026-11-20T01:06:00.000Z',
      },
      {
        kind: 'criticalItem',
        id: idOf(2),
        instrument: 'phq-9',
        item: 'q9',
        finding: 'confirmed',
        at: '2026-11-20T02:00:00.000Z',
      },
    ])
  })
})
