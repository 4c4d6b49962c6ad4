import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readQuestionnaires } from '../../../src/host/read-questionnaires.ts'
import { questionnaireFromFhir } from '../../../src/instruments/fhir/questionnaire-from-fhir.ts'
import { questionnaireToFhir } from '../../../src/instruments/fhir/questionnaire-to-fhir.ts'
import { responseToFhir } from '../../../src/instruments/fhir/response-to-fhir.ts'
import { urls } from '../../../src/instruments/fhir/urls.ts'
import { checkQuestionnaire, type Questionnaire } from '../../../src/instruments/questionnaire.ts'
import { score } from '../../../src/scoring/score.ts'
import { calculatedScores } from './fhir-path.ts'
import { drafted } from './forms.ts'
import { r4Faults } from './r4.ts'

const { available } = await readQuestionnaires(
  fileURLToPath(new URL('../../../questionnaires', import.meta.url)),
)

/** As another program reads it. */
const throughJson = (resource: object): unknown => JSON.parse(JSON.stringify(resource))

const withoutOurs = (questionnaire: Questionnaire) => {
  const { extension = [], ...form } = questionnaireToFhir(questionnaire)
  return { ...form, extension: extension.filter(({ url }) => url !== urls.files) }
}

const isComplete = ({ result }: Questionnaire['vectors']['cases'][number]): boolean =>
  result.status === 'scored' && result.missing.length === 0

it('is tried on all there are', () => {
  expect(available.length).toBeGreaterThan(20)
})

describe.each(available)('$instrument.id', (questionnaire) => {
  const { instrument, survey, vectors } = questionnaire
  const exported = questionnaireToFhir(questionnaire)

  it('exports as FHIR R4', () => {
    expect(r4Faults(exported)).toEqual([])
  })

  it('comes back as it was, and scores the same', () => {
    const draft = drafted(throughJson(exported))
    expect(draft.notUnderstood).toEqual([])
    const back = checkQuestionnaire(draft, (part) => ({ file: part, path: [] }))
    expect(back).toStrictEqual({ ok: true, value: { instrument, survey, vectors } })
    if (!back.ok) return
    for (const { answers, about, result } of back.value.vectors.cases)
      expect(score(back.value.instrument, answers, about)).toMatchObject(result)
  })

  it('is read by its standard elements alone', () => {
    const draft = drafted(throughJson(withoutOurs(questionnaire)))
    expect(draft.vectors).toBeNull()
    expect(draft.survey.title).toEqual(survey.title)
    expect(draft.survey.description).toEqual(survey.description)
    expect(draft.survey.pages.flatMap(({ elements }) => elements)).toEqual(
      survey.pages.flatMap(({ elements }) => elements),
    )
    expect(draft.instrument.items.map(({ id, loinc }) => [id, loinc])).toEqual(
      instrument.items.map(({ id, loinc }) => [id, loinc]),
    )
    expect(draft.instrument.skips).toEqual(instrument.skips)
    for (const scale of draft.instrument.scales) {
      const own = instrument.scales.find(({ id }) => id === scale.id)
      expect(own).toMatchObject({ kind: scale.kind, items: scale.items, range: scale.range })
      expect('reverse' in scale && scale.reverse).toEqual(
        own !== undefined && 'reverse' in own && own.reverse,
      )
    }
    // What is looked up in a table or follows from other scales cannot be said.
    const sayable = instrument.scales.filter(({ kind }) => kind !== 'lookup' && kind !== 'criteria')
    expect(draft.instrument.scales.map(({ id }) => id)).toEqual(sayable.map(({ id }) => id))
  })

  it('is scored alike by another program that knows FHIRPath', () => {
    for (const { name, answers, about, result } of vectors.cases.filter(isComplete)) {
      const scored = score(instrument, answers, about)
      // The answers of a person whom a question is not for are not in the expression.
      if (scored.notes?.some(({ code }) => code === 'NOT_FOR_PERSON')) continue
      const response = responseToFhir(questionnaire, {
        id: 'example',
        language: instrument.languages[0] ?? 'en',
        client: { name: '示例 甲', fileNumber: null },
        rater: { kind: 'self' },
        enteredBy: null,
        answeredAt: '2026-11-22T08:00:00.000Z',
        answers,
        result: scored,
        scoreNote: null,
      })
      const calculated = Object.entries(calculatedScores(exported, response)).map(([linkId, value]) => [
        linkId.replace('score-', ''),
        value,
      ])
      expect(result.scores, name).toMatchObject(Object.fromEntries(calculated))
    }
  })
})

it('refuses questions that are no longer those it carries', () => {
  const phq9 = available.find(({ instrument }) => instrument.id === 'phq-9')
  if (phq9 === undefined) throw new Error('no PHQ-9')
  const { item = [], ...form } = questionnaireToFhir(phq9)
  const reworded = item.map((one) => (one.linkId === 'q9' ? { ...one, text: '别的问题' } : one))
  for (const changed of [reworded, item.slice(0, -2), item.toReversed()])
    expect(questionnaireFromFhir('phq-9.json', { ...form, item: changed })).toEqual({
      ok: false,
      refusal: [{ code: 'FHIR_FILES_DIFFER', at: 'phq-9.json#/item' }],
    })
})
