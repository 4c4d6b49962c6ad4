import { describe, expect, it } from 'vitest'
import { changeBetween, reliablePoints } from '../../src/scoring/change.ts'
import { scaleOver } from './example-instrument.ts'

const scale = (more = {}) => ({
  ...scaleOver(['q1', 'q2'], 0, 60),
  kind: 'sum' as const,
  reverse: [],
  factor: 10,
  ...more,
})
// Standard error of the difference: 10 · √(2 · 0.02) = 2.
const reliability = { coefficient: 0.98, sd: 10, citation: 'example' }

describe('the reliable change index', () => {
  it('is the change over the standard error of a difference', () => {
    expect(changeBetween(scale({ reliability }), 20, 14).index).toBeCloseTo(-3, 10)
    expect(changeBetween(scale(), 20, 14).index).toBeNull()
  })

  it('calls a change reliable from 1.96 on, and nothing before', () => {
    expect(reliablePoints(scale({ reliability }))).toBeCloseTo(3.92, 10)
    expect(changeBetween(scale({ reliability }), 20, 23.9).withinError).toBe(true)
    expect(changeBetween(scale({ reliability }), 20, 24).withinError).toBe(false)
    expect(changeBetween(scale({ reliability }), 20, 20).withinError).toBe(true)
  })

  it('takes published points where that is what is published, and says nothing where nothing is', () => {
    const published = scale({ reliableChange: { points: 5, citation: 'example' } })
    expect(changeBetween(published, 10, 14).withinError).toBe(true)
    expect(changeBetween(published, 14, 9).withinError).toBe(false)
    expect(changeBetween(published, 14, 9).index).toBeNull()
    expect(changeBetween(scale(), 0, 60).withinError).toBeNull()
  })
})

describe('the course', () => {
  it('goes by what the scale calls worse', () => {
    const lowIsBad = scale({ direction: 'higherIsBetter' })
    expect(changeBetween(scale(), 10, 12)).toMatchObject({ points: 2, course: 'worse' })
    expect(changeBetween(lowIsBad, 10, 12)).toMatchObject({ points: 2, course: 'better' })
    expect(changeBetween(lowIsBad, 12, 10)).toMatchObject({ points: -2, course: 'worse' })
    expect(changeBetween(scale(), 12, 12)).toMatchObject({ points: 0, course: 'same' })
  })

  it('means something from the published points on', () => {
    const published = scale({ meaningfulChange: { points: 10, citation: 'example' } })
    expect(changeBetween(published, 40, 31).meaningful).toBe(false)
    expect(changeBetween(published, 40, 30).meaningful).toBe(true)
    expect(changeBetween(scale(), 40, 0).meaningful).toBeNull()
  })
})
