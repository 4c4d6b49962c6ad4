import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Assessment, Rater } from '../../../src/casework/assessments/assessment.ts'
import { professionalReport } from '../../../src/casework/results/professional-report.ts'
import { type Scale, scaleSchema } from '../../../src/instruments/scale.ts'
import { assessmentOf, stored } from '../records.ts'

const scaleOf = (instrument: string, _: string, scale: string): Scale | null => {
  const file = new URL(`../../../questionnaires/${instrument}/instrument.json`, import.meta.url)
  const read = z.object({ scales: z.array(scaleSchema) }).parse(JSON.parse(readFileSync(file, 'utf8')))
  return read.scales.find(({ id }) => id === scale) ?? null
}
const answered = (
  instrument: string,
  day: string,
  scores: Record<string, number>,
  rater: Rater,
): Assessment =>
  assessmentOf({
    instrument,
    rater,
    answeredAt: `${day}T01:00:00.000Z`,
    result: { instrument, version: '1', status: 'scored', scores, bands: {}, critical: [], missing: [] },
  })
const self: Rater = { kind: 'self' }
const daughter: Rater = { kind: 'informant', relation: '示例女儿', who: '示例甲' }

describe('a professional report', () => {
  const report = professionalReport(
    [
      answered('k6', '2026-09-01', { total: 20 }, self),
      answered('k6', '2026-11-01', { total: 8 }, self),
      answered('adl-elder', '2026-10-01', { total: 4 }, daughter),
      answered('adl-elder', '2026-10-05', { total: 2 }, self),
      answered('behaviour-clues', '2026-11-05', { total: 3 }, daughter),
      assessmentOf({ answeredAt: null, result: null }),
    ].map((value, place) => stored(place + 1, value)),
    scaleOf,
  )

  it('has every score by instrument, the last given first, and no clue list', () => {
    expect(report.map(({ instrument, lines }) => [instrument, lines.map(({ score }) => score)])).toEqual([
      ['k6', [20, 8]],
      ['adl-elder', [4, 2]],
    ])
  })

  it('compares a score with the same person’s last only, and gives the index where reliability is published', () => {
    const [k6, adl] = report
    expect(k6?.lines.map(({ change }) => change?.points ?? null)).toEqual([null, -12])
    expect(k6?.lines[1]?.change?.index).toBeLessThan(-1.96)
    expect(k6?.lines[1]?.change).toMatchObject({ course: 'better', withinError: false })
    expect(adl?.lines.map(({ change }) => change)).toEqual([null, null])
  })
})
