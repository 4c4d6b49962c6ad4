import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Assessment, Rater } from '../../../src/casework/assessments/assessment.ts'
import { clientReport, troubleLevel, troubleLevels } from '../../../src/casework/results/client-report.ts'
import { type Scale, scaleSchema } from '../../../src/instruments/scale.ts'
import { assessmentOf, stored } from '../records.ts'

const scaleOf = (instrument: string, _: string, scale: string): Scale | null => {
  const file = new URL(`../../../questionnaires/${instrument}/instrument.json`, import.meta.url)
  const read = z.object({ scales: z.array(scaleSchema) }).parse(JSON.parse(readFileSync(file, 'utf8')))
  return read.scales.find(({ id }) => id === scale) ?? null
}
const mother: Rater = { kind: 'informant', relation: '示例母亲', who: '示例甲' }
const staff: Rater = { kind: 'staff', staffId: '0'.repeat(32) }
const answered = (day: string, total: number, more: Partial<Assessment> = {}): Assessment =>
  assessmentOf({
    answeredAt: `${day}T01:00:00.000Z`,
    result: {
      instrument: more.instrument ?? 'phq-9',
      version: '1',
      status: 'scored',
      scores: { total },
      bands: { total: 'moderate' },
      critical: [],
      missing: [],
    },
    ...more,
  })
const report = (all: Assessment[], others = false) =>
  clientReport(
    all.map((value, place) => stored(place + 1, value)),
    scaleOf,
    { others },
  )

describe('trouble in plain words', () => {
  it('rises with the published bands and says little of the lightest', () => {
    const scale = scaleOf('phq-9', '1', 'total')
    const levels = scale?.bands.map(({ id }) => troubleLevel(scale, id)) ?? []
    expect(levels).toEqual(['little', 'some', 'marked', 'marked', 'heavy'])
    expect(troubleLevels.filter((level) => levels.includes(level))).toEqual(troubleLevels)
  })

  it('is worth a talk, and no more, at the upper of two bands', () => {
    const bands = [
      { id: 'low', min: 0, max: 50, label: { 'zh-CN': '低', en: 'low' } },
      { id: 'notLow', min: 51, max: 100, label: { 'zh-CN': '不低', en: 'not low' } },
    ]
    expect(bands.map(({ id }) => troubleLevel({ bands, direction: 'higherIsBetter' }, id))).toEqual([
      'marked',
      'little',
    ])
  })

  it('is not told where no band is published', () => {
    expect(troubleLevel({ bands: [], direction: 'higherIsWorse' }, undefined)).toBeNull()
  })
})

describe('a report for the client', () => {
  it('tells the newest of each instrument, and what it was before by the same person', () => {
    const [one, ...more] = report([
      answered('2026-09-01', 18),
      answered('2026-11-01', 10),
      answered('2026-10-01', 15),
      answered('2026-11-02', 3, { rater: mother }),
    ])
    expect(more).toEqual([])
    expect(one).toMatchObject({
      at: '2026-11-01T01:00:00.000Z',
      scores: [{ score: 10, level: 'marked', before: { at: '2026-10-01T01:00:00.000Z', score: 15 } }],
    })
  })

  it('holds what informants said only when wanted, and never what staff or the clue list say', () => {
    const all = [
      answered('2026-11-01', 10),
      answered('2026-11-02', 3, { rater: mother }),
      answered('2026-11-03', 3, { rater: staff }),
      answered('2026-11-04', 3, { rater: mother, instrument: 'behaviour-clues' }),
      assessmentOf({ answeredAt: null, result: null }),
    ]
    expect(report(all).map(({ rater }) => rater.kind)).toEqual(['self'])
    expect(report(all, true).map(({ rater, instrument }) => [rater.kind, instrument])).toEqual([
      ['self', 'phq-9'],
      ['informant', 'phq-9'],
    ])
  })

  it('says that something could not be scored, and leaves out what never has a score', () => {
    const result = { instrument: 'phq-9', version: '1', scores: {}, bands: {}, critical: [], missing: ['q3'] }
    expect(report([assessmentOf({ result: { ...result, status: 'incomplete' } })])).toMatchObject([
      { status: 'incomplete', scores: [] },
    ])
    expect(report([assessmentOf({ result: { ...result, missing: [], status: 'scored' } })])).toEqual([])
  })
})
