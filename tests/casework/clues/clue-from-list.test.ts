import { describe, expect, it } from 'vitest'
import { clueSchema } from '../../../src/casework/clues/clue.ts'
import { clueFromList, isClueList } from '../../../src/casework/clues/clue-from-list.ts'
import { assessmentOf, stored } from '../records.ts'

const rules = { clueExpiresAfterDays: 30 }
const wording = { q1: '示例第一问', q2: '示例第二问', q10: '示例第十问' }
const list = (more: Parameters<typeof assessmentOf>[0] = {}) =>
  stored(
    1,
    assessmentOf({
      instrument: 'behaviour-clues',
      rater: { kind: 'informant', relation: '示例邻居' },
      answers: { q1: 0, q2: 1, q10: 1 },
      answeredAt: '2026-11-01T02:00:00.000Z',
      ...more,
    }),
  )

describe('a finished clue list', () => {
  it('leaves one clue in the words of what was answered with yes, which lapses', () => {
    const clue = clueFromList(list({ remark: '示例：听村里人说的' }), wording, rules)
    expect(clueSchema.parse(clue)).toMatchObject({
      source: '示例邻居',
      told: '示例第二问\n示例第十问\n示例：听村里人说的',
      receivedAt: '2026-11-01T02:00:00.000Z',
      expires: '2026-12-01',
      outcome: null,
    })
  })

  it('names a capacity and nobody where staff filled it in', () => {
    const { value } = list({ rater: { kind: 'staff', staffId: '0'.repeat(32) } })
    expect(clueFromList(stored(1, value), wording, rules)?.source).toBe('工作人员')
  })

  it('leaves none where nothing was noticed, or it is not finished', () => {
    expect(clueFromList(list({ answers: { q1: 0, q2: 0 } }), wording, rules)).toBeNull()
    expect(clueFromList(list({ answeredAt: null, result: null }), wording, rules)).toBeNull()
  })

  it('is the only instrument that leaves one', () => {
    expect(clueFromList(list({ instrument: 'phq-9', answers: { q1: 1 } }), wording, rules)).toBeNull()
    expect(isClueList('observation-record')).toBe(false)
  })
})
