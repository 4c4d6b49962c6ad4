import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bareText } from '../../../src/casework/clients/folded-text.ts'
import { type CaseToMask, maskedCase } from '../../../src/casework/supervision/masked-case.ts'
import type { TierDecision } from '../../../src/casework/tiers/tier-decision.ts'
import { noteOf } from '../file-records.ts'
import { assessmentOf, clientOf, idOf } from '../records.ts'

const client = clientOf({
  name: '示例安宁',
  alias: '小草',
  birthDate: '2013-05-03',
  phone: '138 0013 8000',
  fileNumber: '2026-0007',
  guardian: { name: '王示例', relation: 'mother', phone: '13900139000' },
  registeredAt: '2026-03-02T01:00:00.000Z',
})
const decision: TierDecision = {
  clientId: idOf(1),
  tier: 'watch',
  decidedBy: idOf(900),
  decidedAt: '2026-03-20T01:00:00.000Z',
  reason: '示例安宁的母亲王示例说近来好转',
  suggestion: null,
  reviewBy: '2026-04-20',
}
const telling =
  '安宁（小草）5月3日生，2013-05-03，母亲王示例 13900139000，班主任赵示范，住示例镇。2026年3月9日由周督导接待。'
const given = (more: Partial<CaseToMask> = {}): CaseToMask => ({
  client,
  staff: ['周督导'],
  otherPeople: ['赵示范'],
  places: ['示例镇'],
  numbers: [],
  words: ['蓝书包'],
  notes: [
    noteOf({
      heldAt: '2026-03-09T01:00:00.000Z',
      content: {
        form: 'SOAP',
        subjective: telling,
        objective: '背蓝书包',
        assessment: '情绪低落',
        plan: '两周后再谈',
      },
      signedAt: '2026-03-09T02:00:00.000Z',
      addenda: [{ by: idOf(900), at: '2026-03-10T01:00:00.000Z', text: '周督导来电' }],
    }),
  ],
  assessments: [
    assessmentOf({ answeredAt: '2026-03-02T02:00:00.000Z' }),
    assessmentOf({ answeredAt: null, result: null }),
  ],
  decisions: [decision],
  crises: [],
  question: '安宁不愿见王示例，怎么谈？',
  ...more,
})
const now = '2026-11-20T01:00:00.000Z'

const secrets = [
  '示例安宁',
  '安宁',
  '小草',
  '王示例',
  '赵示范',
  '周督导',
  '示例镇',
  '蓝书包',
  '13800138000',
  '13900139000',
  '20260007',
  '20130503',
  '5月3日',
  '3月9日',
]

it('a case for supervision is told without who it is about', () => {
  const masked = maskedCase(given(), now)
  expect(masked).toMatchObject({ ageBand: 'under14', sex: 'female', weeks: 38 })
  expect(masked.entries.map(({ kind, week }) => [kind, week])).toEqual([
    ['scores', 1],
    ['note', 2],
    ['tier', 3],
  ])
  const words = JSON.stringify(masked)
  for (const secret of secrets) expect(bareText(words)).not.toContain(bareText(secret))
  expect(words).not.toMatch(/20\d\d-\d\d-\d\d|[0-9a-f]{32}/)
  expect(words).toContain('情绪低落')
  expect(words).toContain('两周后再谈')
  expect(words).toContain('"month":"2026-03"')
})

it('no free text anywhere brings a name back', () => {
  const piece = fc.constantFrom(...secrets, '，', ' ', '说', '今天', '\u200b', '和')
  const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((all) => all.join(''))
  fc.assert(
    fc.property(text, text, text, text, (a, b, c, d) => {
      const masked = maskedCase(
        given({
          notes: [
            noteOf({
              content: { form: 'DAP', data: a, assessment: '', plan: b },
              signedAt: now,
              addenda: [{ by: idOf(900), at: now, text: c }],
            }),
          ],
          decisions: [{ ...decision, reason: b }],
          question: d,
        }),
        now,
      )
      const pieces: string[] = []
      const collect = (value: unknown): void => {
        if (typeof value === 'string') pieces.push(value)
        else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
      }
      collect([masked.entries, masked.question])
      for (const secret of secrets)
        for (const one of pieces) expect(bareText(one)).not.toContain(bareText(secret))
    }),
  )
})
