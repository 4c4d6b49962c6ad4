import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readQuestionnaires } from '../../../src/host/read-questionnaires.ts'
import { questionnaireToFhir } from '../../../src/instruments/fhir/questionnaire-to-fhir.ts'
import { type AnsweredQuestionnaire, responseToFhir } from '../../../src/instruments/fhir/response-to-fhir.ts'
import { score } from '../../../src/scoring/score.ts'
import { r4Faults } from './r4.ts'

const { available } = await readQuestionnaires(
  fileURLToPath(new URL('../../../questionnaires', import.meta.url)),
)
const found = available.find(({ instrument }) => instrument.id === 'phq-9')
if (found === undefined) throw new Error('no PHQ-9')
const phq9 = found

const answered = (more: Partial<AnsweredQuestionnaire> = {}): AnsweredQuestionnaire => {
  const answers = more.answers ?? { q1: 3, q2: 2, q3: 1, q4: 0, q5: 0, q6: 0, q7: 0, q8: 0, q9: 1, q10: 1 }
  return {
    id: 'a'.repeat(32),
    language: 'zh-CN',
    client: { name: '示例 甲', fileNumber: '2026-0001' },
    rater: { kind: 'self' },
    enteredBy: null,
    answeredAt: '2026-11-22T08:00:00.000Z',
    answers,
    result: score(phq9.instrument, answers),
    scoreNote: null,
    ...more,
  }
}

describe('an assessment as QuestionnaireResponse', () => {
  it.each(available)('is FHIR R4 for $instrument.id', (questionnaire) => {
    for (const { answers, about } of questionnaire.vectors.cases) {
      const result = score(questionnaire.instrument, answers, about)
      expect(r4Faults(responseToFhir(questionnaire, answered({ answers, result })))).toEqual([])
    }
  })

  it.each<AnsweredQuestionnaire['rater']>([
    { kind: 'self' },
    { kind: 'informant', relation: '示例：母亲' },
    { kind: 'staff', name: '示例咨询员' },
  ])('is FHIR R4 with answers of $kind', (rater) => {
    for (const language of ['zh-CN', 'en'] as const)
      expect(r4Faults(responseToFhir(phq9, answered({ rater, language, enteredBy: '示例咨询员' })))).toEqual(
        [],
      )
  })

  it('names client, source and time, and the version of the instrument', () => {
    expect(responseToFhir(phq9, answered({ enteredBy: '示例咨询员' }))).toMatchObject({
      id: 'a'.repeat(32),
      questionnaire: 'urn:anxin:instrument:phq-9|1',
      status: 'completed',
      subject: { type: 'Patient', display: '示例 甲', identifier: { value: '2026-0001' } },
      source: { type: 'Patient', display: '示例 甲' },
      author: { type: 'Practitioner', display: '示例咨询员' },
      authored: '2026-11-22T08:00:00.000Z',
    })
    const mother = responseToFhir(phq9, answered({ rater: { kind: 'informant', relation: '示例：母亲' } }))
    expect(mother.source).toEqual({ type: 'RelatedPerson', display: '示例：母亲' })
    expect(mother.author).toBeUndefined()
  })

  it('gives answers and scores to the items of the Questionnaire, with words and numbers', () => {
    const { item } = responseToFhir(phq9, answered())
    const asked = (questionnaireToFhir(phq9).item ?? []).map(({ linkId }) => linkId)
    expect(asked.filter((linkId) => item.some((one) => one.linkId === linkId))).toEqual(
      item.map(({ linkId }) => linkId),
    )
    expect(item[0]).toEqual({
      linkId: 'q1',
      text: phq9.survey.pages[0]?.elements[0]?.title['zh-cn'],
      answer: [
        {
          valueCoding: {
            extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: 3 }],
            system: 'http://loinc.org',
            code: 'LA6571-9',
            display: '几乎每天',
          },
        },
      ],
    })
    expect(item.at(-1)).toMatchObject({
      linkId: 'score-total',
      answer: [
        {
          valueDecimal: 7,
          extension: [{ url: 'urn:anxin:fhir:band', valueCoding: { code: 'mild', display: '轻度' } }],
        },
      ],
    })
  })

  it('says of every score what has to be said with it', () => {
    const { extension, item } = responseToFhir(
      phq9,
      answered({
        language: 'en',
        result: { status: 'prorated', scores: { total: 9 }, bands: {} },
        scoreNote: 'prorated',
      }),
    )
    expect(extension).toEqual([{ url: 'urn:anxin:fhir:score-status', valueCode: 'prorated' }])
    expect(item.at(-1)).toEqual({
      linkId: 'score-total',
      text: 'Patient Health Questionnaire-9 (PHQ-9) (prorated)',
      answer: [{ valueDecimal: 9 }],
    })
  })

  it('leaves out what was not answered, or not as the questionnaire offers', () => {
    const { item } = responseToFhir(phq9, answered({ answers: { q1: 1, q2: 9, q99: 1 } }))
    expect(item.map(({ linkId }) => linkId)).toEqual(['q1'])
  })
})

describe('the validator', () => {
  const questionnaire = questionnaireToFhir(phq9)
  const response = responseToFhir(phq9, answered())

  it.each([
    ['a Questionnaire without a status', { ...questionnaire, status: undefined }],
    ['an element FHIR does not have', { ...questionnaire, bands: [] }],
    ['an item without linkId', { ...questionnaire, item: [{ type: 'display', text: 'x' }] }],
    ['a text that is a number', { ...questionnaire, title: 9 }],
    [
      'a display item that has a code',
      { ...questionnaire, item: [{ linkId: 'x', type: 'display', code: [{ code: 'x' }] }] },
    ],
    ['a name that is a list', { ...questionnaire, name: ['PHQ_9'] }],
    ['a response without a status', { ...response, status: undefined }],
    [
      'an answer of two kinds',
      { ...response, item: [{ linkId: 'q1', answer: [{ valueDecimal: 1, valueString: 'x' }] }] },
    ],
    ['a date that is none', { ...response, authored: 'yesterday' }],
  ])('refuses %s', (_, broken) => {
    expect(r4Faults(broken)).not.toEqual([])
  })
})
