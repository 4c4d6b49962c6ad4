import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scale } from '../../../src/instruments/scale.ts'
import {
  edgesOf,
  errorBand,
  pointRadius,
  stripesOf,
  ticksAmong,
} from '../../../src/renderer/charts/band-geometry.ts'

const label = { 'zh-CN': '示例', en: 'example' }
const scaleOf = (starts: number[], direction: Scale['direction'] = 'higherIsWorse') => ({
  range: { min: 0, max: 27 },
  direction,
  cutOffs: [],
  bands: starts.map((min, place) => ({
    id: `b${place}`,
    min,
    max: (starts[place + 1] ?? 28) - 1,
    label,
  })),
})

describe('bands', () => {
  it('fill the whole range without gap or overlap, from the lightest to the heaviest', () => {
    const stripes = stripesOf(scaleOf([0, 5, 10, 15, 20]))
    expect(stripes[0]?.from).toBe(0)
    expect(stripes.at(-1)?.to).toBe(27)
    for (const [place, { from }] of stripes.entries())
      if (place > 0) expect(from).toBe(stripes[place - 1]?.to)
    expect(stripes.map(({ weight }) => weight)).toEqual([0, 0.25, 0.5, 0.75, 1])
  })

  it('are heaviest at the bottom where a high score is good', () => {
    expect(stripesOf(scaleOf([0, 13], 'higherIsBetter')).map(({ weight }) => weight)).toEqual([1, 0])
    expect(stripesOf(scaleOf([0])).map(({ weight }) => weight)).toEqual([0])
    expect(stripesOf(scaleOf([]))).toEqual([])
  })
})

describe('the measurement error', () => {
  it('is drawn only where a source says how large it is, and within the range', () => {
    expect(errorBand(10, null, { min: 0, max: 27 })).toBeNull()
    expect(errorBand(10, 3.5, { min: 0, max: 27 })).toEqual({ from: 6.5, to: 13.5 })
    expect(errorBand(26, 5, { min: 0, max: 27 })).toEqual({ from: 21, to: 27 })
    expect(errorBand(1, 5, { min: 0, max: 27 })).toEqual({ from: 0, to: 6 })
  })

  it('always holds the score', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 0, max: 40 }), (score, error) => {
        const band = errorBand(score, error, { min: 0, max: 27 })
        expect(band?.from).toBeLessThanOrEqual(score)
        expect(band?.to).toBeGreaterThanOrEqual(score)
      }),
    )
  })
})

describe('the axes', () => {
  it('name the ends of the range and where one band gives way to the next', () => {
    expect(edgesOf(scaleOf([0, 5, 10, 15, 20]))).toEqual([0, 5, 10, 15, 20, 27])
    expect(edgesOf(scaleOf([0, 1, 10]))).toEqual([0, 10, 27])
  })

  it('name at most five days, the last among them, however many there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 1, maxLength: 300 }),
        (moments) => {
          const ticks = ticksAmong(moments)
          expect(ticks.length).toBeLessThanOrEqual(5)
          expect(ticks.at(-1)).toBe(Math.max(...moments))
          expect(ticks).toEqual(ticks.toSorted((a, b) => a - b))
          for (const tick of ticks) expect(moments).toContain(tick)
        },
      ),
    )
  })

  it('draw many points smaller', () => {
    expect([1, 25, 100].map(pointRadius)).toEqual([5, 3, 2])
  })
})
