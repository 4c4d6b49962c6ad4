import { describe, expect, it } from 'vitest'
import { applyWordingPack } from '../../src/instruments/apply-wording-pack.ts'
import type { Questionnaire } from '../../src/instruments/questionnaire.ts'
import type { WordingPack } from '../../src/instruments/wording-pack.ts'
import { createScorer } from '../../src/scoring/score.ts'
import { exampleInstrument, exampleWording } from '../support/example-instrument.ts'

const applied = (pack: WordingPack, to: Questionnaire = exampleInstrument): Questionnaire => {
  const worded = applyWordingPack(to, pack, 'pack.json')
  if (!worded.ok) throw new Error(JSON.stringify(worded.refusal))
  return worded.value
}
const refusalsOf = (changed: Partial<WordingPack>, to: Questionnaire = exampleInstrument): string[] => {
  const worded = applyWordingPack(to, { ...exampleWording, ...changed }, 'pack.json')
  return worded.ok ? [] : worded.refusal.map(({ code, at = '' }) => `${code} ${at}`)
}
const withTerms = (terms: Partial<Questionnaire['instrument']['terms']>): Questionnaire => ({
  ...exampleInstrument,
  instrument: { ...exampleInstrument.instrument, terms: { ...exampleInstrument.instrument.terms, ...terms } },
})

describe('a wording pack', () => {
  const worded = applied(exampleWording)

  it('gives every question and answer its text, and the version both names', () => {
    expect(worded.instrument).toMatchObject({
      version: '1+en1',
      languages: ['zh-CN', 'en'],
      title: { 'zh-CN': '示例睡眠量表', en: 'Example Sleep Scale' },
      provenance: { en: exampleWording.provenance },
    })
    expect(worded.survey.description?.en).toBe('Example: the past week.')
    for (const question of worded.survey.pages.flatMap(({ elements }) => elements)) {
      expect(question.title.en).toBe(`Example question ${question.name}`)
      expect(question.choices.map(({ text }) => text.en)).toEqual(
        [0, 1, 2].map((at) => `Example answer ${at}`),
      )
    }
  })

  it('leaves scoring as it was', () => {
    const [before, after] = [createScorer(exampleInstrument.instrument), createScorer(worded.instrument)]
    for (const { answers } of exampleInstrument.vectors.cases)
      expect(after(answers)).toEqual({ ...before(answers), version: '1+en1' })
    expect(worded.vectors).toEqual(exampleInstrument.vectors)
  })

  it('adds its terms: both statements are shown, and what either forbids is forbidden', () => {
    const { terms } = applied({
      ...exampleWording,
      terms: { ...exampleWording.terms, nonCommercial: true },
    }).instrument
    expect(terms).toMatchObject({ nonCommercial: true, noModification: false })
    expect(terms.statement).toBe('示例条款：可以自由使用。\nExample terms of the translation.')
  })

  it('is refused for another instrument or version', () => {
    expect(refusalsOf({ instrument: 'phq-9' })).toEqual(['OTHER_INSTRUMENT pack.json#/instrument'])
    expect(refusalsOf({ instrumentVersion: '2' })).toEqual(['OTHER_VERSION pack.json#/instrumentVersion'])
  })

  it('is refused for every text that is missing or not asked for', () => {
    const { q2: _, ...items } = exampleWording.items
    expect(refusalsOf({ items: { ...items, q5: 'Example' } })).toEqual([
      'TEXT_MISSING pack.json#/items/q2',
      'UNKNOWN_ITEM pack.json#/items/q5',
    ])
    expect(refusalsOf({ answers: { often: { 0: 'a', 1: 'b', 3: 'd' }, seldom: { 0: 'a' } } })).toEqual([
      'TEXT_MISSING pack.json#/answers/often/2',
      'ANSWER_OUTSIDE_CODING pack.json#/answers/often/3',
      'UNKNOWN_CODING pack.json#/answers/seldom',
    ])
    expect(refusalsOf({ answers: {} })).toHaveLength(3)
    expect(refusalsOf({ instructions: null })).toEqual(['TEXT_MISSING pack.json#/instructions'])
    const { description: __, ...survey } = exampleInstrument.survey
    expect(refusalsOf({}, { ...exampleInstrument, survey })).toEqual([
      'TEXT_NOT_ASKED_FOR pack.json#/instructions',
    ])
  })

  it('is refused when two questions or two answers read the same', () => {
    expect(
      refusalsOf({ items: { ...exampleWording.items, q3: ` ${exampleWording.items.q1}\u200b` } }),
    ).toEqual(['TEXT_TWICE pack.json#/items/q3'])
    expect(refusalsOf({ answers: { often: { 0: 'Never', 1: 'Often', 2: 'Ｎever' } } })).toEqual([
      'TEXT_TWICE pack.json#/answers/often/2',
    ])
  })

  it('takes the place of nothing but an unofficial translation', () => {
    expect(refusalsOf({ language: 'zh-CN' })).toEqual(['LANGUAGE_PRESENT pack.json#/language'])
    expect(refusalsOf({ version: 'en2' }, worded)).toEqual(['LANGUAGE_PRESENT pack.json#/language'])
    const unofficial = applied({
      ...exampleWording,
      provenance: { ...exampleWording.provenance, status: 'unofficialTranslation' },
    })
    const official = applied({ ...exampleWording, version: 'en2', title: 'Example, official' }, unofficial)
    expect(official.instrument).toMatchObject({
      version: '1+en1+en2',
      title: { en: 'Example, official' },
      languages: ['zh-CN', 'en'],
      provenance: { en: { status: 'officialCopy' } },
    })
  })

  it('has to be official where the terms ask for it', () => {
    const strict = withTerms({ officialTranslationOnly: true })
    for (const status of ['oneSource', 'widelyPublished', 'own', 'unofficialTranslation'] as const)
      expect(refusalsOf({ provenance: { ...exampleWording.provenance, status } }, strict)).toEqual([
        'OFFICIAL_WORDING_NEEDED pack.json#/provenance/status',
      ])
    for (const status of ['officialCopy', 'officialReported'] as const)
      expect(refusalsOf({ provenance: { ...exampleWording.provenance, status } }, strict)).toEqual([])
    const unofficial = { ...exampleWording.provenance, status: 'unofficialTranslation' as const }
    expect(refusalsOf({ provenance: unofficial }, withTerms({ noModification: true }))).toEqual([
      'TRANSLATION_NOT_ALLOWED example-sleep/instrument.json#/provenance/en/status',
    ])
    const own = { ...exampleWording.provenance, status: 'own' as const }
    expect(refusalsOf({ provenance: own }, withTerms({ noModification: true }))).toEqual([
      'TRANSLATION_NOT_ALLOWED pack.json#/provenance/status',
    ])
  })

  it('is refused when the version would become too long', () => {
    const long = { ...exampleInstrument.instrument, version: '2026-11-22-revised' }
    expect(
      refusalsOf({ instrumentVersion: long.version }, { ...exampleInstrument, instrument: long }),
    ).toEqual(['WRONG_SHAPE example-sleep/instrument.json#/version'])
  })
})
