import { expect, test } from 'vitest'
import { newestByInstrument } from '../../../src/renderer/assessments/newest-by-instrument.ts'
import { assessmentOf, idOf, stored } from '../../casework/records.ts'

const on = (day: string) => `2026-11-${day}T01:00:00.000Z`
const mother = { kind: 'informant', relation: '示例母亲' } as const
const neighbour = { kind: 'informant', relation: '示例邻居' } as const

test('of each instrument the newest finished one counts, the person’s apart from the others’', () => {
  const { self, others } = newestByInstrument([
    stored(50, assessmentOf({ answeredAt: on('01') })),
    stored(51, assessmentOf({ answeredAt: on('20') })),
    stored(52, assessmentOf({ answeredAt: null, result: null })),
    stored(53, assessmentOf({ instrument: 'gad-7', answeredAt: on('10') })),
    stored(54, assessmentOf({ instrument: 'observation-record', rater: mother, answeredAt: on('05') })),
    stored(55, assessmentOf({ instrument: 'observation-record', rater: mother, answeredAt: on('06') })),
  ])
  expect(self.map(({ id }) => id)).toEqual([idOf(51), idOf(53)])
  expect(others.map(({ id }) => id)).toEqual([idOf(55)])
})

test('two informants see two things', () => {
  const { others } = newestByInstrument([
    stored(50, assessmentOf({ instrument: 'observation-record', rater: mother, answeredAt: on('05') })),
    stored(51, assessmentOf({ instrument: 'observation-record', rater: neighbour, answeredAt: on('06') })),
  ])
  expect(others.map(({ id }) => id)).toEqual([idOf(51), idOf(50)])
})
