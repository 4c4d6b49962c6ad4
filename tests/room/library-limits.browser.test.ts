import { beforeEach, expect, test } from 'vitest'
import { libraryEntryKind } from '../../src/casework/assessments/library-entry.ts'
import type { Instrument } from '../../src/instruments/instrument.ts'
import type { ImportFiles } from '../../src/room/contract/library.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { exampleInstrument, exampleWording, fileOf, folderOf } from '../support/example-instrument.ts'
import { setUp } from './set-up.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const refusalsOf = async (room: RoomApi, files: ImportFiles): Promise<string[]> => {
  const outcome = await room.signInImport({ files, facts: null })
  return outcome.ok ? [] : outcome.refusal.map(({ code, at = '' }) => `${code} ${at}`)
}

test('what a shipped instrument’s terms forbid stays forbidden in a version of the room’s own', async () => {
  const { room } = openWindowHere()
  await setUp(room)
  const { entries } = await room.questionnaires()
  const shipped = (id: string, changed: (instrument: Instrument) => Partial<Instrument>) => {
    const questionnaire = entries.find((one) => one.questionnaire.instrument.id === id)?.questionnaire
    if (!questionnaire) throw new Error('not on the shelf')
    const { instrument } = questionnaire
    return { ...questionnaire, instrument: { ...instrument, version: '9999', ...changed(instrument) } }
  }
  const forProfit = shipped('audit', ({ terms }) => ({ terms: { ...terms, nonCommercial: false } }))
  expect(await refusalsOf(room, folderOf(forProfit))).toEqual([
    'TERMS_LOOSENED instrument.json#/terms/nonCommercial',
  ])
  const own = shipped('psc-17', ({ title, terms, provenance: { en } }) => ({
    title: { 'zh-CN': title.en ?? '' },
    languages: ['zh-CN'],
    provenance: en ? { 'zh-CN': en } : {},
    terms: { ...terms, officialTranslationOnly: false },
  }))
  const text = JSON.stringify(own.survey).replaceAll('"en":', '"zh-cn":')
  expect(await refusalsOf(room, folderOf({ ...own, survey: JSON.parse(text) }))).toEqual([
    'TERMS_LOOSENED instrument.json#/terms/officialTranslationOnly',
    'OFFICIAL_WORDING_NEEDED instrument.json#/provenance/zh-CN/status',
  ])
  const kept = shipped('audit', () => ({}))
  expect((await room.tryImport({ files: folderOf(kept), facts: null })).ok).toBe(true)
  expect(await valuesOf(await vaultHere(), libraryEntryKind)).toEqual([])
})

test('thousands of faults are told of with the first two hundred', async () => {
  const { room } = openWindowHere()
  await setUp(room)
  const { vectors } = exampleInstrument
  const [wrong] = vectors.cases.map((one) => ({ ...one, result: { ...one.result, scores: { total: 7 } } }))
  const cases = Array.from({ length: 500 }, () => wrong)
  const items = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`q${at + 1}`, `示例${at}`]))
  for (const files of [
    folderOf({ ...exampleInstrument, vectors: { cases } }),
    [fileOf('pack.json', { ...exampleWording, instrument: 'phq-9', items })],
  ]) {
    const refusals = await refusalsOf(room, files)
    expect(refusals).toHaveLength(201)
    expect(refusals.at(-1)).toContain('MORE_FAULTS')
  }
})
