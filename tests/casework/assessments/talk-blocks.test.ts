import { expect, it } from 'vitest'
import { talkBlocks } from '../../../src/casework/assessments/talk-blocks.ts'
import { assessmentOf, stored } from '../records.ts'

const answered = stored(1, assessmentOf())
const unanswered = stored(2, assessmentOf({ answeredAt: null, result: null }))
const alert = (assessmentId: string, handled = false) => ({
  value: {
    assessmentId,
    item: 'q9',
    handling: handled
      ? {
          handledBy: '0'.repeat(32),
          handledAt: '2026-11-02T00:00:00.000Z',
          asked: 'denied' as const,
          responseLevel: 'planned' as const,
          entry: '示例记录一句',
        }
      : null,
  },
})
const open = [{ code: 'CRITICAL_ANSWER_OPEN', detail: { item: 'q9' } }]

it('holds everything back while one critical answer was not talked about, wherever it stands', () => {
  expect(talkBlocks([answered, unanswered], [])).toEqual([])
  expect(talkBlocks([answered], [alert(answered.id)])).toEqual(open)
  expect(talkBlocks([unanswered], [alert(unanswered.id)])).toEqual(open)
  expect(talkBlocks([answered], [alert('9'.repeat(32))])).toEqual(open)
  expect(talkBlocks([answered], [alert(answered.id, true), alert('9'.repeat(32), true)])).toEqual([])
})
