import { expect, test } from 'vitest'
import { wordsIn } from '../../src/renderer/access/recovery-words.ts'

test('reads Chinese words with or without spaces between them', () => {
  expect(wordsIn('的一是在')).toEqual(['的', '一', '是', '在'])
  expect(wordsIn(' 的 一\n是　在 ')).toEqual(['的', '一', '是', '在'])
})

test('reads English words as written, in any case', () => {
  expect(wordsIn('Abandon ability  ZOO')).toEqual(['abandon', 'ability', 'zoo'])
})

test('passes over the numbers and marks of the sheet', () => {
  expect(wordsIn('1. abandon, 2) ability')).toEqual(['abandon', 'ability'])
  expect(wordsIn('1 的，2 一。')).toEqual(['的', '一'])
})

test('reads full-width letters', () => {
  expect(wordsIn('ａｂｌｅ')).toEqual(['able'])
})
