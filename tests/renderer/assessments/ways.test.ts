import { expect, test } from 'vitest'
import { raterOf, wayOf, ways } from '../../../src/renderer/assessments/ways.ts'

test('what is begun anew after a result comes in the way the result came in', () => {
  const informant = { kind: 'informant', relation: '示例母亲' } as const
  expect(wayOf({ rater: { kind: 'self' }, mode: 'client' })).toBe('clientMode')
  expect(wayOf({ rater: { kind: 'self' }, mode: 'staff' })).toBe('self')
  expect(wayOf({ rater: informant, mode: 'client' })).toBe('informantClientMode')
  expect(wayOf({ rater: informant, mode: 'staff' })).toBe('informant')
  expect(wayOf({ rater: { kind: 'staff', staffId: '0'.repeat(32) }, mode: 'staff' })).toBe('staff')
})

test('each way says whose answers come in by it', () => {
  expect(ways.map(raterOf)).toEqual(['self', 'informant', 'self', 'informant', 'staff'])
})
