import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readQuestionnaireFolder } from '../../../src/host/read-questionnaires.ts'
import { questionnaireFromDraft } from '../../../src/instruments/fhir/questionnaire-from-draft.ts'
import {
  type FhirDraft,
  questionnaireFromFhir,
} from '../../../src/instruments/fhir/questionnaire-from-fhir.ts'
import { questionnaireToFhir } from '../../../src/instruments/fhir/questionnaire-to-fhir.ts'
import { checkQuestionnaire } from '../../../src/instruments/questionnaire.ts'
import { factsOf } from '../../../src/renderer/catalogue/facts-of.ts'
import {
  extremeAnswers,
  readAnswers,
  writeAnswers,
} from '../../../src/renderer/catalogue/import/example-answers.ts'
import { type FhirFields, initialFields } from '../../../src/renderer/catalogue/import/fhir-fields.ts'
import { score } from '../../../src/scoring/score.ts'

const folder = fileURLToPath(new URL('../../../questionnaires/phq-9', import.meta.url))
const phq9 = await readQuestionnaireFolder(folder)
if (!phq9.ok) throw new Error('phq-9 cannot be read')
const { extension: _, ...plain } = questionnaireToFhir(phq9.value)

/** PHQ-9 as another system would write it: without our own files, with or without its score. */
const draftOf = (scored: boolean): FhirDraft => {
  const item = (plain.item ?? []).filter(({ type }) => scored || type !== 'decimal')
  const draft = questionnaireFromFhir('phq-9.json', {
    ...plain,
    extension: scored
      ? questionnaireToFhir(phq9.value).extension?.filter(({ url }) => !url.startsWith('urn:'))
      : [],
    item,
  })
  if (!draft.ok) throw new Error(JSON.stringify(draft.refusal))
  return draft.value
}

const filledIn = (draft: FhirDraft, more: Partial<FhirFields>): FhirFields => ({
  id: 'phq-9',
  version: '1',
  raters: ['self'],
  modes: ['client'],
  minAge: 12,
  maxAge: null,
  timeFrame: 'pastTwoWeeks',
  training: { zh: '' },
  terms: {
    class: 'A',
    statement: 'No permission required.',
    url: 'https://www.phqscreeners.com/',
    seen: '出版方网页',
    credit: '',
    flags: [],
  },
  wording: {
    'zh-CN': { status: 'oneSource', source: '手册' },
    en: { status: 'oneSource', source: 'Manual' },
  },
  missing: { rule: 'noScore', atMost: null },
  addUp: false,
  scales: {
    total: {
      label: { zh: '' },
      direction: 'higherIsWorse',
      citation: 'Kroenke 2010',
      bands: [
        { min: 10, max: 27, label: { zh: '中度及以上', en: 'moderate or more' } },
        { min: 0, max: 9, label: { zh: '轻度及以下' } },
      ],
    },
  },
  critical: [{ item: 'q9', values: [1, 2, 3], response: 'interviewSameVisit' }],
  examples: [
    { answers: initialFields(draft).examples?.[0]?.answers ?? '', scores: { total: 0 } },
    { answers: initialFields(draft).examples?.[1]?.answers ?? '', scores: { total: 27 } },
  ],
  ...more,
})

const built = (draft: FhirDraft, fields: FhirFields) => {
  const parts = questionnaireFromDraft(draft, factsOf(draft, fields), (instrument, answers) => {
    const { instrument: _, version: __, reached = {}, notes = [], ...found } = score(instrument, answers)
    return { ...found, reached, notes }
  })
  return parts.ok ? checkQuestionnaire(parts.value, (part) => ({ file: part, path: [] })) : parts
}

describe('examples', () => {
  const { instrument } = draftOf(true)

  test('the lowest leaves out what is not asked then, the highest answers everything', () => {
    expect(writeAnswers(instrument, extremeAnswers(instrument, 'lowest'))).toBe('0 0 0 0 0 0 0 0 0 -')
    expect(writeAnswers(instrument, extremeAnswers(instrument, 'highest'))).toBe('3 3 3 3 3 3 3 3 3 3')
  })

  test('a line is read with or without spaces', () => {
    expect(readAnswers(instrument, '000000001-')).toEqual(readAnswers(instrument, '0 0,0，0 0、0 0 0 1 -'))
    expect(readAnswers(instrument, '0 0 0 0 0 0 0 0 1 2')).toMatchObject({ q9: 1, q10: 2 })
  })

  test.each(['', '0', '000000000', '0 0 0 0 0 0 0 0 0 4', '0 0 0 0 0 0 0 0 0 x', '0 0 0 0 0 0 0 0 0 0 0'])(
    '"%s" is no answer to every question',
    (line) => {
      expect(readAnswers(instrument, line)).toBeNull()
    },
  )
})

test('the form begins with what was read, and with the strictest terms where nothing was', () => {
  const { id, version, scales, terms } = initialFields(draftOf(true))
  expect({ id, version }).toEqual({ id: 'phq-9', version: phq9.value.instrument.version })
  expect(scales?.total?.citation).toContain('FHIR Questionnaire')
  expect(terms?.flags).toEqual(['nonCommercial', 'noModification', 'officialTranslationOnly'])
})

describe('what is filled in', () => {
  test('makes a form of another system an instrument that scores like our own', () => {
    const draft = draftOf(true)
    const made = built(draft, filledIn(draft, {}))
    if (!made.ok) throw new Error(JSON.stringify(made.refusal))
    const { instrument } = made.value
    const answers = { q1: 2, q2: 1, q3: 3, q4: 0, q5: 1, q6: 0, q7: 2, q8: 0, q9: 1, q10: 1 }
    expect(score(instrument, answers).scores).toEqual(score(phq9.value.instrument, answers).scores)
    expect(score(instrument, answers).critical).toEqual([{ item: 'q9', value: 1 }])
    expect(instrument.ages).toEqual({ min: 12 })
    expect(instrument.qualification).toBeNull()
    expect(instrument.terms.credit).toBeNull()
  })

  test('bands stand in order of their scores, and Chinese stands for English that is left out', () => {
    const draft = draftOf(true)
    const made = built(draft, filledIn(draft, {}))
    expect(made.ok && made.value.instrument.scales[0]?.bands).toEqual([
      { id: 'band1', min: 0, max: 9, label: { 'zh-CN': '轻度及以下', en: '轻度及以下' } },
      { id: 'band2', min: 10, max: 27, label: { 'zh-CN': '中度及以上', en: 'moderate or more' } },
    ])
  })

  test('where the form has no score the answers can be added up', () => {
    const draft = draftOf(false)
    const bands: FhirFields['scales'][string]['bands'] = []
    const fields = filledIn(draft, {
      addUp: true,
      scales: { total: { label: { zh: '' }, direction: 'higherIsWorse', citation: '手册', bands } },
      examples: [
        { answers: '0 0 0 0 0 0 0 0 0 -', scores: { total: 0 } },
        { answers: '3 3 3 3 3 3 3 3 3 3', scores: { total: 30 } },
      ],
    })
    const made = built(draft, fields)
    if (!made.ok) throw new Error(JSON.stringify(made.refusal))
    expect(made.value.instrument.scales[0]).toMatchObject({ kind: 'sum', range: { min: 0, max: 30 } })
  })

  test('without a score there are examples all the same, and none of them has one', () => {
    const draft = draftOf(false)
    const made = built(
      draft,
      filledIn(draft, {
        scales: {},
        examples: [{ answers: '0 0 0 0 0 0 0 0 0 -', scores: {} }],
      }),
    )
    expect(made.ok && made.value.instrument.scales).toEqual([])
  })
})
