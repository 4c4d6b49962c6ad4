import { beforeEach, expect, test } from 'vitest'
import { codeOf, given } from '../support/exchange.ts'
import { setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindow } from './windows.ts'

beforeEach(emptyStorage)

const period = '2026-Q3'
const text = { situation: '服务平稳。', difficulties: '人手不足。', steps: '下季度培训。' }

test('what a coordinator writes into a review is kept, and stands in its workbook', async () => {
  const first = openWindow()
  await setUp(first.room, 'county')
  const { room: county } = first
  const empty = given(await county.countyReview(period, 'zh-CN'))
  expect(empty).toMatchObject({ revision: 0, text: { situation: '', difficulties: '', steps: '' } })
  expect(empty.review.chapters.length).toBeGreaterThan(3)
  expect(empty.notes.length).toBeGreaterThan(3)

  const { revision } = given(await county.saveReviewText({ period, text, revision: 0 }))
  expect(codeOf(await county.saveReviewText({ period, text, revision: 0 }))).toBe('CONFLICT')
  const tooLong = { ...text, steps: '字'.repeat(5_001) }
  expect(codeOf(await county.saveReviewText({ period, text: tooLong, revision }))).toBe('TEXT_TOO_LONG')
  expect(codeOf(await county.saveReviewText({ period: '2026-13', text, revision: 0 }))).toBe('WRONG_PERIOD')
  expect(codeOf(await county.countyReview('2026-Q5', 'zh-CN'))).toBe('WRONG_PERIOD')
  const again = given(await county.saveReviewText({ period, text: { ...text, steps: '' }, revision }))
  const { file } = given(await county.reviewWorkbook(period, 'zh-CN'))
  expect(file.name).toMatch(/2026年第3季度\.xlsx$/)
  expect([...file.bytes.slice(0, 2)]).toEqual([0x50, 0x4b])
  await first.close()

  const second = openWindow()
  await unlock(second.room)
  const kept = given(await second.room.countyReview(period, 'en'))
  expect(kept).toMatchObject({ text: { ...text, steps: '' }, revision: again.revision })
  expect(given(await second.room.countyReview('2026', 'en')).text.situation).toBe('')
})

test('a room has no review', async () => {
  const { room } = openWindow()
  await setUp(room, 'room')
  expect(codeOf(await room.countyReview(period, 'zh-CN'))).toBe('NOT_THIS_KIND_OF_UNIT')
  expect(codeOf(await room.saveReviewText({ period, text, revision: 0 }))).toBe('NOT_THIS_KIND_OF_UNIT')
  expect(codeOf(await room.reviewWorkbook(period, 'zh-CN'))).toBe('NOT_THIS_KIND_OF_UNIT')
})
