import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/scoring/change.ts'
import { changeVerdict } from '../../src/scoring/change-verdict.ts'

const change = (more: Partial<Change>): Change => ({
  points: 3,
  course: 'worse',
  index: null,
  withinError: null,
  meaningful: null,
  ...more,
})

describe('what a change says', () => {
  it.each([
    ['same', { points: 0, course: 'same', withinError: true }],
    ['unknown', {}],
    ['withinError', { withinError: true }],
    ['withinError', { withinError: true, meaningful: true }],
    ['smallButReal', { withinError: false, meaningful: false }],
    ['noise', { meaningful: false }],
    ['worse', { withinError: false }],
    ['worse', { meaningful: true }],
    ['better', { course: 'better', withinError: false, meaningful: true }],
  ] as const)('%s: %o', (verdict, more) => {
    expect(changeVerdict(change(more))).toBe(verdict)
  })

  it('is never better or worse while nobody says how large error is and what means something', () => {
    for (const course of ['better', 'worse'] as const)
      expect(changeVerdict(change({ course }))).toBe('unknown')
  })
})
