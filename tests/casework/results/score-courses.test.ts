import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import shipped from '../../../resources/constructs.json'
import type { Assessment, Rater } from '../../../src/casework/assessments/assessment.ts'
import { readConstructs } from '../../../src/casework/results/constructs.ts'
import { scoreCourses } from '../../../src/casework/results/score-courses.ts'
import { type Scale, scaleSchema } from '../../../src/instruments/scale.ts'
import { given } from '../../support/outcome.ts'
import { assessmentOf, stored } from '../records.ts'

const constructs = given(readConstructs(shipped))
const scalesOf = (instrument: string): Scale[] => {
  const file = new URL(`../../../questionnaires/${instrument}/instrument.json`, import.meta.url)
  return z.object({ scales: z.array(scaleSchema) }).parse(JSON.parse(readFileSync(file, 'utf8'))).scales
}
const shelf = (instrument: string, version: string, scale: string): Scale | null => {
  const known = scalesOf(instrument).find(({ id }) => id === scale) ?? null
  // An earlier version went further.
  return known === null || version !== '0' ? known : { ...known, range: { min: 0, max: 999 } }
}
const rated = (
  instrument: string,
  rater: Rater,
  scores: Record<string, number>,
  day: string,
  version = '1',
): Assessment =>
  assessmentOf({
    instrument,
    rater,
    answeredAt: `${day}T01:00:00.000Z`,
    result: { instrument, version, status: 'scored', scores, bands: {}, critical: [], missing: [] },
  })
const self: Rater = { kind: 'self' }
const by = (relation: string, who: string): Rater => ({ kind: 'informant', relation, who })
const staff: Rater = { kind: 'staff', staffId: '0'.repeat(32) }
const coursesOf = (...all: Assessment[]) =>
  scoreCourses(
    all.map((value, place) => stored(place + 1, value)),
    constructs,
    shelf,
  )

describe('scores over time', () => {
  it('stand together by measure, each side by itself and in the order of time', () => {
    const courses = coursesOf(
      rated('psc-35', by('母亲', '示例甲'), { total: 30 }, '2026-11-10'),
      rated('y-psc', self, { total: 22 }, '2026-11-12'),
      rated('y-psc', self, { total: 28 }, '2026-09-12'),
      rated('psc-35', by('老师', '示例乙'), { total: 18 }, '2026-11-11'),
      rated('psc-35', by('母亲', '示例丙'), { total: 31 }, '2026-11-13'),
      rated('phq-9', self, { total: 9 }, '2026-11-12'),
    )
    expect(courses.map(({ key, instruments }) => [key, instruments])).toEqual([
      ['psc35Total', ['y-psc', 'psc-35']],
      ['phq-9 total', ['phq-9']],
    ])
    const [first, ...others] = courses[0]?.sides ?? []
    expect([first?.rater, first?.points.map(({ score }) => score)]).toEqual([self, [28, 22]])
    expect(new Set(others.map(({ side, points }) => `${side} ${points.map(({ score }) => score)}`))).toEqual(
      new Set(['informant 母亲 示例甲 30', 'informant 母亲 示例丙 31', 'informant 老师 示例乙 18']),
    )
  })

  it('have no place for a clue list, a criterion, what is not finished, or another range', () => {
    expect(
      coursesOf(
        rated('behaviour-clues', staff, { total: 3 }, '2026-11-01'),
        assessmentOf({ answeredAt: null, result: null }),
        rated('gone', self, {}, '2026-11-01'),
      ),
    ).toEqual([])
    const [course] = coursesOf(
      rated('phq-9', self, { total: 900 }, '2026-10-01', '0'),
      rated('phq-9', self, { total: 9 }, '2026-11-01'),
    )
    expect(course?.sides[0]?.points.map(({ score }) => score)).toEqual([9])
  })

  it('put what staff rated last', () => {
    const [course] = coursesOf(
      rated('danger-level', staff, { total: 1 }, '2026-11-01'),
      rated('danger-level', by('社区民警', '示例丁'), { total: 1 }, '2026-11-02'),
    )
    expect(course?.sides.map(({ rater }) => rater.kind)).toEqual(['informant', 'staff'])
  })
})
