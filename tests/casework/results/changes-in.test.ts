import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../src/casework/assessments/assessment.ts'
import { changesIn } from '../../../src/casework/results/changes-in.ts'
import type { ScaleOf } from '../../../src/casework/tiers/evidence-of.ts'
import { instrumentSchema } from '../../../src/instruments/instrument.ts'
import { evidenceSchema } from '../../../src/tiering/evidence.ts'
import { assessmentOf, idOf, stored } from '../records.ts'

const instrument = (id: string) =>
  instrumentSchema.parse(
    JSON.parse(
      readFileSync(new URL(`../../../questionnaires/${id}/instrument.json`, import.meta.url), 'utf8'),
    ),
  )
const shelf = ['phq-9', 'k10'].map(instrument)
const scaleOf: ScaleOf = (id, version, scale) =>
  shelf.find((one) => one.id === id && one.version === version)?.scales.find((one) => one.id === scale) ??
  null

const scored = (day: string, total: number, more: Partial<Assessment> = {}, version = '1'): Assessment => {
  const { result, ...base } = assessmentOf({ answeredAt: `${day}T02:00:00.000Z`, ...more })
  const instrumentId = more.instrument ?? 'phq-9'
  return {
    ...base,
    result: result && { ...result, instrument: instrumentId, version, scores: { total }, bands: {} },
  }
}
const changes = (...assessments: Assessment[]) =>
  changesIn(
    assessments.map((one, index) => stored(index + 1, one)),
    scaleOf,
  )

describe('the newest score beside earlier ones', () => {
  // PHQ-9: a difference of 6 points is more than measurement error.
  it.each([
    [4, 10, 'worse', 6],
    [4, 9, 'same', 5],
    [10, 10, 'same', 0],
    [14, 8, 'better', -6],
  ])('%i, then %i: %s', (earlier, later, course, points) => {
    const found = changes(scored('2026-10-01', earlier), scored('2026-11-01', later))
    expect(found).toEqual([
      {
        kind: 'change',
        id: idOf(2),
        instrument: 'phq-9',
        scale: 'total',
        value: later,
        rater: 'self',
        course,
        points,
        since: '2026-10-01T02:00:00.000Z',
        at: '2026-11-01T02:00:00.000Z',
      },
    ])
    expect(evidenceSchema.parse(found[0])).toEqual(found[0])
  })

  it('is seen whatever order the file is in', () => {
    const inOrder = [scored('2026-09-01', 4), scored('2026-10-01', 5), scored('2026-11-01', 12)]
    expect(changes(...inOrder.toReversed())).toMatchObject([{ id: idOf(1), course: 'worse', points: 7 }])
    expect(changes(...inOrder)).toMatchObject([{ id: idOf(3), course: 'worse', points: 7 }])
  })

  it('is seen also when it came little by little, and for as long as a year', () => {
    const slowly = [scored('2026-08-01', 3), scored('2026-09-01', 6), scored('2026-10-01', 9)]
    expect(changes(...slowly)).toMatchObject([
      { course: 'worse', points: 6, since: '2026-08-01T02:00:00.000Z' },
    ])
    const [, ...lately] = slowly
    expect(changes(scored('2025-08-01', 1), ...lately)).toMatchObject([{ course: 'same', points: 3 }])
  })

  it('is over when the newest is as before', () => {
    expect(changes(scored('2026-09-01', 4), scored('2026-10-01', 12), scored('2026-11-01', 5))).toMatchObject(
      [{ course: 'same', points: 1 }],
    )
  })

  it.each<[string, Assessment[]]>([
    ['a first score', [scored('2026-11-01', 20)]],
    [
      'a scale whose measurement error nobody gives',
      [scored('2026-10-01', 12, { instrument: 'k10' }), scored('2026-11-01', 40, { instrument: 'k10' })],
    ],
    [
      'an instrument that is not on the shelf',
      [scored('2026-10-01', 1, { instrument: 'x' }), scored('2026-11-01', 40, { instrument: 'x' })],
    ],
    ['another version', [scored('2026-10-01', 2), scored('2026-11-01', 20, {}, '2')]],
    [
      'another rater',
      [scored('2026-10-01', 2, { rater: { kind: 'informant', relation: '母亲' } }), scored('2026-11-01', 20)],
    ],
    ['what was not answered', [scored('2026-10-01', 2, { answeredAt: null }), scored('2026-11-01', 20)]],
  ])('is not there for %s', (_, assessments) => {
    expect(changes(...assessments)).toEqual([])
  })
})
