import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readQuestionnaires } from '../../../src/host/read-questionnaires.ts'
import {
  everything,
  findEntries,
  indexEntries,
  type Sought,
} from '../../../src/renderer/catalogue/find-entries.ts'
import type { HeldBack, ShelfEntry } from '../../../src/room/contract/library.ts'

const root = fileURLToPath(new URL('../../../questionnaires', import.meta.url))
const heldBack: Record<string, HeldBack> = { 'who-5': 'NON_COMMERCIAL_NOT_CONFIRMED' }
const { available } = await readQuestionnaires(root)
const entries = available.map(
  (questionnaire): ShelfEntry => ({
    questionnaire,
    signedIn: null,
    wordings: [],
    heldBack: heldBack[questionnaire.instrument.id] ?? null,
    qualified: [],
  }),
)
const index = indexEntries(entries)
const found = (sought: Partial<Sought>) =>
  findEntries(index, { ...everything, ...sought }).map(({ questionnaire }) => questionnaire.instrument.id)

test('without anything sought all are there, in their order', () => {
  expect(found({})).toEqual(entries.map(({ questionnaire }) => questionnaire.instrument.id))
})

test.each([
  ['身心健康', 'who-5'],
  ['well-being', 'who-5'],
  ['WELLBEING', 'who-5'],
  ['who5', 'who-5'],
  ['shijieweisheng', 'who-5'],
  ['weisheng', 'who-5'],
  ['sjws', 'who-5'],
  ['PHQ 9', 'phq-9'],
])('%s is found', (text, id) => {
  expect(found({ text })).toContain(id)
})

test('pinyin begins where a syllable does', () => {
  expect(found({ text: 'ijieweisheng' })).not.toContain('who-5')
})

test('an age leaves those whose ages hold it, both ends included', () => {
  expect(found({ age: 9 })).toContain('who-5')
  expect(found({ age: 8 })).not.toContain('who-5')
})

test('who answers, in which language, and whether it is given here', () => {
  for (const id of found({ rater: 'staff' }))
    expect(available.find(({ instrument }) => instrument.id === id)?.instrument.raters).toContain('staff')
  expect(found({ rater: 'staff' })).not.toContain('phq-9')
  expect(found({ rater: 'staff' })).toContain('behaviour-clues')
  expect(found({ language: 'en' })).toContain('phq-9')
  expect(found({ language: 'en' })).not.toContain('behaviour-clues')
  expect(found({ offered: false })).toEqual(['who-5'])
  expect(found({ offered: true })).not.toContain('who-5')
})

test('what is sought holds together', () => {
  expect(found({ text: 'phq', offered: false })).toEqual([])
})
