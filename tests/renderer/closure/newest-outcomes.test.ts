import { expect, test } from 'vitest'
import type { Assessment } from '../../../src/casework/assessments/assessment.ts'
import type { Stored } from '../../../src/casework/records/record.ts'
import { newestOutcomes } from '../../../src/renderer/closure/newest-outcomes.ts'

const one = (id: string, instrument: string, changed: Partial<Assessment> = {}): Stored<Assessment> => ({
  id,
  revision: 1,
  value: {
    clientId: 'c'.repeat(32),
    instrument,
    instrumentVersion: '1',
    rater: { kind: 'self' },
    mode: 'staff',
    language: 'zh-CN',
    startedBy: 'a'.repeat(32),
    startedAt: '2026-01-05T02:00:00.000Z',
    answeredAt: '2026-01-05T02:10:00.000Z',
    answers: {},
    result: null,
    ...changed,
  } satisfies Assessment,
})

test('the newest of each instrument that was answered more than once stands beside the first', () => {
  const given = [one('1', 'phq-9'), one('2', 'gad-7'), one('3', 'phq-9'), one('4', 'phq-9')]
  expect(newestOutcomes(given)).toEqual(['4'])
})

test('what others answered, and what nobody finished, says not how the client is now', () => {
  const given = [
    one('1', 'phq-9'),
    one('2', 'phq-9', { answeredAt: null }),
    one('3', 'phq-9', { rater: { kind: 'informant', relation: '示例母亲' } }),
  ]
  expect(newestOutcomes(given)).toEqual([])
})

test('no more than a proposal holds', () => {
  const many = Array.from({ length: 25 }, (_, at) => [
    one(`${at}a`, `i${at}`),
    one(`${at}b`, `i${at}`),
  ]).flat()
  expect(newestOutcomes(many)).toHaveLength(20)
  expect(newestOutcomes(many).at(-1)).toBe('24b')
})
