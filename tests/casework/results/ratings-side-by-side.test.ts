import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import shipped from '../../../resources/constructs.json'
import {
  type Assessment,
  assessmentSchema,
  isSameSide,
  type Rater,
} from '../../../src/casework/assessments/assessment.ts'
import { readConstructs } from '../../../src/casework/results/constructs.ts'
import { ratingsSideBySide } from '../../../src/casework/results/ratings-side-by-side.ts'
import { type Scale, scaleSchema } from '../../../src/instruments/scale.ts'
import { codeOf, given } from '../../support/outcome.ts'
import { assessmentOf, stored } from '../records.ts'

const constructs = given(readConstructs(shipped))
const scalesOf = (instrument: string): Scale[] => {
  const file = new URL(`../../../questionnaires/${instrument}/instrument.json`, import.meta.url)
  return z.object({ scales: z.array(scaleSchema) }).parse(JSON.parse(readFileSync(file, 'utf8'))).scales
}
const shelf = (instrument: string, _: string, scale: string): Scale | null =>
  scalesOf(instrument).find(({ id }) => id === scale) ?? null

const rated = (instrument: string, rater: Rater, scores: Record<string, number>, at: string): Assessment =>
  assessmentOf({
    instrument,
    rater,
    answeredAt: at,
    result: { instrument, version: '1', status: 'scored', scores, bands: {}, critical: [], missing: [] },
  })
const informant = (relation: string, who?: string): Rater =>
  who === undefined ? { kind: 'informant', relation } : { kind: 'informant', relation, who }
const self: Rater = { kind: 'self' }
const staff: Rater = { kind: 'staff', staffId: '0'.repeat(32) }

describe('the constructs', () => {
  it('name scales that are on the shelf, and one measure has one range', () => {
    const ranges = new Map<string, string>()
    for (const { scales } of constructs)
      for (const { instrument, scale, measure } of scales) {
        const known = shelf(instrument, '1', scale)
        expect(known, `${instrument} ${scale}`).not.toBeNull()
        const range = JSON.stringify([known?.range, known?.direction, known?.items.length])
        expect(ranges.get(measure) ?? range).toBe(range)
        ranges.set(measure, range)
      }
  })

  it('are refused when one scale stands in two', () => {
    expect(codeOf(readConstructs([...shipped, { ...shipped[0], id: 'again' }]))).toBe('CONSTRUCTS_INVALID')
  })
})

describe('ratings side by side', () => {
  const all = [
    stored(1, rated('psc-35', informant('母亲'), { total: 30, attention: 4 }, '2026-11-10T01:00:00.000Z')),
    stored(2, rated('y-psc', self, { total: 20, attention: 6 }, '2026-11-12T01:00:00.000Z')),
    stored(3, rated('psc-35', informant('母亲'), { total: 40 }, '2026-05-10T01:00:00.000Z')),
    stored(
      4,
      rated(
        'psc-17',
        informant('老师', '示例老师甲'),
        { total: 15, attention: 5 },
        '2026-11-11T01:00:00.000Z',
      ),
    ),
    stored(5, {
      ...rated('observation-record', staff, {}, '2026-11-09T01:00:00.000Z'),
      remark: '示例：课间独坐',
    }),
    stored(6, rated('observation-record', informant('老师', '示例老师乙'), {}, '2026-11-08T01:00:00.000Z')),
    stored(7, assessmentOf({ instrument: 'y-psc', answeredAt: null, result: null })),
    stored(8, rated('phq-9', self, { total: 9 }, '2026-11-12T01:00:00.000Z')),
  ]
  const view = ratingsSideBySide(all, constructs, shelf)
  const construct = (id: string) => view.constructs.find((one) => one.construct === id)

  it('are of each side the newest, the client first', () => {
    expect(
      construct('childSymptoms')?.ratings.map(({ assessmentId, value }) => [assessmentId.slice(-1), value]),
    ).toEqual([
      ['2', 20],
      ['1', 30],
      ['4', 15],
    ])
    expect(construct('childSymptoms')?.ratings[0]?.range).toEqual({ min: 0, max: 70 })
    expect(view.constructs.map((one) => one.construct)).toEqual(['childSymptoms', 'childAttention'])
  })

  it('differ only where they are of one measure', () => {
    expect(
      construct('childSymptoms')?.differences.map(({ points, daysApart, beyondError }) => [
        points,
        daysApart,
        beyondError,
      ]),
    ).toEqual([[10, 2, null]])
    expect(construct('childAttention')?.differences.map(({ points }) => points)).toEqual([-2, -1, 1])
  })

  it('have the observations beside them, of every observer', () => {
    expect(view.observations.map(({ rater, remark }) => [rater.kind, remark])).toEqual([
      ['informant', null],
      ['staff', '示例：课间独坐'],
    ])
  })

  it('differ by more than measurement error where a source says how large that is', () => {
    const scale = shelf('k6', '1', 'total')
    const own = [
      {
        id: 'distress',
        label: { 'zh-CN': '困扰', en: 'Distress' },
        scales: [{ instrument: 'k6', scale: 'total', measure: 'k6' }],
      },
    ]
    const beyond = (other: number) =>
      ratingsSideBySide(
        [
          stored(1, rated('k6', self, { total: 5 }, '2026-11-10T01:00:00.000Z')),
          stored(2, rated('k6', informant('母亲'), { total: other }, '2026-11-10T01:00:00.000Z')),
        ],
        own,
        () => scale,
      ).constructs[0]?.differences[0]?.beyondError
    expect(beyond(6)).toBe(false)
    expect(beyond(24)).toBe(true)
  })

  it('say nothing of a version that is not here', () => {
    const bare = ratingsSideBySide(all, constructs, () => null)
    expect(bare.constructs[0]?.ratings[0]).toMatchObject({ range: null, direction: null })
    expect(bare.constructs[0]?.differences[0]?.beyondError).toBeNull()
  })
})

describe('an informant', () => {
  it('is told apart by relation and by name', () => {
    expect(isSameSide(informant('老师', '甲'), informant('老师', '乙'))).toBe(false)
    expect(isSameSide(informant('老师', '甲'), informant('老师', '甲'))).toBe(true)
    expect(isSameSide(informant('老师'), informant('母亲'))).toBe(false)
    expect(isSameSide(informant('老师'), informant('老师'))).toBe(true)
  })

  it('is read as it was written before more was asked', () => {
    const older = assessmentOf({ rater: informant('母亲') })
    expect(assessmentSchema.parse(older)).toEqual(older)
    const now = assessmentOf({
      rater: {
        kind: 'informant',
        relation: '母亲',
        who: '示例母亲',
        purpose: '示例：在家的表现',
        basis: 'isGuardian',
      },
    })
    expect(assessmentSchema.parse(now)).toEqual(now)
  })
})
