import { expect, test } from 'vitest'
import type { Assessment } from '../../../src/casework/assessments/assessment.ts'
import type { Stored } from '../../../src/casework/records/record.ts'
import { scoreLine } from '../../../src/renderer/assessments/score-line.ts'
import { scoreSeries } from '../../../src/renderer/assessments/score-series.ts'

const assessment = (
  id: string,
  instrument: string,
  answeredAt: string | null,
  total: number | null,
): Stored<Assessment> => ({
  id,
  revision: 1,
  value: {
    clientId: '0'.repeat(32),
    instrument,
    instrumentVersion: '1',
    rater: { kind: 'self' },
    language: 'zh-CN',
    mode: 'client',
    startedAt: '2026-11-01T08:00:00.000Z',
    startedBy: '1'.repeat(32),
    answeredAt,
    answers: {},
    result:
      answeredAt === null
        ? null
        : {
            instrument,
            version: '1',
            status: total === null ? 'incomplete' : 'scored',
            scores: total === null ? {} : { total },
            bands: total === null ? {} : { total: 'mild' },
            critical: [],
            missing: [],
          },
  },
})

test('only finished, scored assessments of the instrument make its series, oldest first', () => {
  const assessments = [
    assessment('c', 'phq-9', '2026-11-20T08:00:00.000Z', 7),
    assessment('a', 'phq-9', '2026-10-20T08:00:00.000Z', 5),
    assessment('b', 'gad-7', '2026-10-25T08:00:00.000Z', 6),
    assessment('d', 'phq-9', '2026-11-21T08:00:00.000Z', null),
    assessment('e', 'phq-9', null, null),
  ]
  expect(scoreSeries(assessments, 'phq-9', 'total')).toEqual([
    { id: 'a', at: '2026-10-20T08:00:00.000Z', score: 5, band: 'mild' },
    { id: 'c', at: '2026-11-20T08:00:00.000Z', score: 7, band: 'mild' },
  ])
})

test('a score without a known band stands alone, and no score is no line', () => {
  expect(scoreLine(assessment('a', 'phq-9', '2026-10-20T08:00:00.000Z', 5).value, undefined, 'en')).toBe('5')
  expect(
    scoreLine(assessment('a', 'phq-9', '2026-10-20T08:00:00.000Z', null).value, undefined, 'en'),
  ).toBeNull()
})
