import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextPlace } from '../../../src/renderer/appointments/next-place.ts'

const hours = { fromHour: 8, toHour: 18 }
const at = { day: 3, hour: 10 }

test.each([
  ['ArrowLeft', { day: 2, hour: 10 }],
  ['ArrowRight', { day: 4, hour: 10 }],
  ['ArrowUp', { day: 3, hour: 9 }],
  ['ArrowDown', { day: 3, hour: 11 }],
  ['Home', { day: 0, hour: 10 }],
  ['End', { day: 6, hour: 10 }],
])('%s goes through the week', (key, place) => {
  expect(nextPlace(key, at, hours)).toEqual({ place, week: 0 })
})

test('the week before and the week after have a key each, and no other key does anything', () => {
  expect(nextPlace('PageUp', at, hours)).toEqual({ place: at, week: -1 })
  expect(nextPlace('PageDown', at, hours)).toEqual({ place: at, week: 1 })
  for (const key of ['Enter', 'Tab', 'a', 'Escape']) expect(nextPlace(key, at, hours)).toBeNull()
})

test('no row of keys leads out of the week', () => {
  const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End')
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), (keys) => {
      const { day, hour } = keys.reduce((place, one) => nextPlace(one, place, hours)?.place ?? place, at)
      return day >= 0 && day <= 6 && hour >= 8 && hour <= 17
    }),
  )
})
