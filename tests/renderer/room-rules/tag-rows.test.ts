import { expect, test } from 'vitest'
import shipped from '../../../resources/population-tags.json'
import {
  checkTags,
  populationTagsSchema,
  readPopulationTags,
} from '../../../src/casework/clients/population-tags.ts'
import { tagRows, tagsFrom } from '../../../src/renderer/room-rules/tag-rows.ts'
import { given } from '../../support/outcome.ts'

const tags = given(readPopulationTags(shipped))

test('rows that nobody touched are the tags they were made from', () => {
  expect(tagsFrom(tagRows(tags.tags))).toEqual({ ...tags, proposed: false })
})

test('new tags get ids of their own, and none is lost', () => {
  const row = { zh: ' 示例人群 ', en: ' ', also: '示例甲，示例乙、 ', retired: false }
  const [first, ...others] = tagRows(tags.tags)
  if (first === undefined) throw new Error('no tags')
  const once = tagsFrom([{ ...first, retired: true }, ...others, row])
  const twice = tagsFrom([...tagRows(once.tags), { ...row, zh: '示例另一人群', en: 'Example' }])
  expect(once.tags[0]).toMatchObject({ id: first.id, retired: true })
  expect(once.tags.at(-1)).toEqual({
    id: 'own1',
    label: { 'zh-CN': '示例人群', en: '示例人群' },
    alsoCalled: ['示例甲', '示例乙'],
  })
  expect(twice.tags.at(-1)).toMatchObject({ id: 'own2', label: { en: 'Example' } })
  expect(populationTagsSchema.safeParse(twice).success).toBe(true)
  expect(checkTags(tags, twice).ok).toBe(true)
})
