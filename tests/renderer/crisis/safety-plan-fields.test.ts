import { expect, test } from 'vitest'
import { fieldsOf, linesOf, planOf } from '../../../src/renderer/crisis/safety-plan-fields.ts'

const plan = {
  from: 2,
  warningSigns: ['示例：整夜睡不着', '示例：不想见人'],
  copingAlone: [],
  peopleAndPlaces: ['示例：去河边走走'],
  peopleToAsk: [{ name: '示例姐姐', phone: '000-0000' }],
  professionals: [{ name: '示例镇心理咨询室', phone: '' }],
  safeSurroundings: ['示例：药由家人收着'],
  reviewBy: '2026-11-30',
}

test('a plan goes into the fields and comes out of them as it was', () => {
  expect(planOf(fieldsOf(plan), 2)).toEqual(plan)
})

test('empty lines and spaces around are no lines', () => {
  expect(linesOf('  一行 \n\n   \n又一行\n')).toEqual(['一行', '又一行'])
  const typed = { ...fieldsOf(plan), professionals: [{ name: ' 示例 ', phone: ' 12356 ' }] }
  expect(planOf(typed, 0)).toMatchObject({ from: 0, professionals: [{ name: '示例', phone: '12356' }] })
})
