import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkQuickDial, quickDialSchema } from '../../../src/casework/hotline/quick-dial.ts'
import { dialFrom, dialRows, isNational } from '../../../src/renderer/room-rules/dial-rows.ts'

const dial = quickDialSchema.parse(
  JSON.parse(readFileSync(new URL('../../../resources/quick-dial.json', import.meta.url), 'utf8')),
)

test('numbers come back from the form as they were, as the room’s own', () => {
  expect(dialFrom(dialRows(dial), dial)).toEqual({ ...dial, proposed: false })
})

test('a number of the place is added; its Chinese name stands for the English one', () => {
  const own = { number: ' 010-5550 0199 ', zh: ' 示例医院急诊 ', en: '', hint: '', hintEn: '' }
  const after = dialFrom([...dialRows(dial), own], dial)
  expect(after.numbers.at(-1)).toEqual({
    number: '010-5550 0199',
    label: { 'zh-CN': '示例医院急诊', en: '示例医院急诊' },
  })
  expect(quickDialSchema.safeParse(after).success).toBe(true)
  expect(checkQuickDial(after).ok).toBe(true)
})

test('the numbers of the whole country are known as such', () => {
  expect(dial.numbers.every(({ number }) => isNational(number))).toBe(true)
  expect(isNational('0105550199')).toBe(false)
})
