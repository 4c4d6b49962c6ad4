import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readQuestionnaires } from '../../../src/host/read-questionnaires.ts'
import {
  type DraftFacts,
  questionnaireFromDraft,
} from '../../../src/instruments/fhir/questionnaire-from-draft.ts'
import type { FhirDraft } from '../../../src/instruments/fhir/questionnaire-from-fhir.ts'
import { questionnaireToFhir } from '../../../src/instruments/fhir/questionnaire-to-fhir.ts'
import { urls } from '../../../src/instruments/fhir/urls.ts'
import { checkQuestionnaire, type Questionnaire } from '../../../src/instruments/questionnaire.ts'
import { score } from '../../../src/scoring/score.ts'
import { choice, drafted, form, leftOut, scored } from './forms.ts'
import { lhcFormsPhq9 } from './lhc-forms.ts'

const { available } = await readQuestionnaires(
  fileURLToPath(new URL('../../../questionnaires', import.meta.url)),
)
const shipped = (id: string): Questionnaire => {
  const found = available.find(({ instrument }) => instrument.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

const finding: Parameters<typeof questionnaireFromDraft>[2] = (instrument, answers) => {
  const { instrument: _, version: __, reached = {}, notes = [], ...found } = score(instrument, answers)
  return { ...found, reached, notes }
}

const completed = (draft: FhirDraft, facts: DraftFacts): Questionnaire => {
  const files = questionnaireFromDraft(draft, facts, finding)
  if (!files.ok) throw new Error(JSON.stringify(files.refusal))
  const read = checkQuestionnaire(files.value, (part) => ({ file: part, path: [] }))
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}

const missing = (draft: FhirDraft, facts: DraftFacts): string[] => {
  const files = questionnaireFromDraft(draft, facts, finding)
  return files.ok ? [] : files.refusal.map(({ code, at }) => `${code} ${at}`)
}

const terms = {
  class: 'A',
  url: 'https://example.org/terms',
  nonCommercial: false,
  noModification: false,
  officialTranslationOnly: false,
  seen: 'Example',
  credit: null,
}

const facts = (more: Record<string, unknown> = {}): DraftFacts => ({
  instrument: {
    version: '1',
    raters: ['self'],
    ages: { min: 18 },
    timeFrame: 'pastTwoWeeks',
    terms: { statement: 'Example', ...terms },
    criticalItems: [],
    scales: [{ id: 'total', direction: 'higherIsWorse' }],
    ...more,
  },
  examples: [],
})

const answersOf = (names: readonly string[], value: number) =>
  Object.fromEntries(names.map((name) => [name, value]))
const q1to9 = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `q${number}`)

describe.each(['phq-9', 'gad-7'])('%s without our own extension', (id) => {
  it('scores the same totals once the facts are given', () => {
    const { instrument, vectors } = shipped(id)
    const { extension = [], ...resource } = questionnaireToFhir(shipped(id))
    const plain = { ...resource, extension: extension.filter(({ url }) => url !== urls.files) }
    const names = instrument.items.map(({ id: name }) => name)
    const { max } = instrument.scales[0]?.range ?? { max: 0 }
    const example = { answers: answersOf(names, 3), scores: { total: max } }
    const back = completed(drafted(plain), { ...facts(), examples: [example] })
    expect(back.instrument.loinc).toBe(instrument.loinc)
    for (const { answers, about, result } of vectors.cases)
      expect(score(back.instrument, answers, about).scores).toEqual(result.scores)
  })
})

describe('the PHQ-9 as LHC-Forms exports it', () => {
  const draft = drafted(lhcFormsPhq9())
  const given = facts({
    id: 'phq-9-lhc',
    terms,
    criticalItems: [{ item: 'q9', values: [1, 2, 3], response: 'interviewSameVisit' }],
  })
  const example = { answers: answersOf(q1to9, 2), scores: { total: 18 } }

  it('is understood but for what it says of blanks', () => {
    expect(draft.instrument.scales).toMatchObject([
      { id: 'total', kind: 'sum', items: q1to9, range: { min: 0, max: 27 }, loinc: '44261-6' },
    ])
    expect(leftOut(lhcFormsPhq9())).toEqual(['FHIR_STATUS /status', 'FHIR_BLANKS /item/9'])
  })

  it('scores the vectors of the PHQ-9', () => {
    const { instrument } = completed(draft, { ...given, examples: [example] })
    const { vectors } = shipped('phq-9')
    const ofNine = vectors.cases.filter(({ answers }) =>
      Object.keys(answers).every((name) => q1to9.includes(name)),
    )
    expect(ofNine.length).toBeGreaterThan(10)
    for (const { answers, about, result } of ofNine) {
      const { status, scores, critical } = score(instrument, answers, about)
      expect({ status, scores, critical }).toEqual({
        status: result.status,
        scores: result.scores,
        critical: result.critical,
      })
    }
  })

  it('keeps its terms and takes the rest from the facts', () => {
    const { instrument } = completed(draft, { ...given, examples: [example] })
    expect(instrument.terms).toMatchObject({
      url: 'https://example.org/terms',
      statement: 'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues.',
    })
    expect(instrument.criticalItems).toHaveLength(1)
  })

  it('is not taken while anything is unsaid', () => {
    const { terms: _, ...more } = given.instrument
    expect(missing(draft, { instrument: {}, examples: [] }).sort()).toEqual(
      ['ages', 'criticalItems', 'raters', 'scales/0/direction', 'timeFrame', 'version']
        .concat(
          'class url nonCommercial noModification officialTranslationOnly seen credit'
            .split(' ')
            .map((key) => `terms/${key}`),
        )
        .map((path) => `FACT_NEEDED instrument.json#/${path}`)
        .sort(),
    )
    expect(missing(draft, { instrument: more, examples: [example] })).toHaveLength(7)
  })

  it('makes vectors of complete examples only', () => {
    const { vectors } = completed(draft, { ...given, examples: [example] })
    expect(vectors.cases).toEqual([
      {
        name: 'example 1',
        answers: example.answers,
        result: {
          status: 'scored',
          scores: { total: 18 },
          bands: {},
          reached: {},
          notes: [],
          critical: [{ item: 'q9', value: 2 }],
          missing: [],
        },
      },
    ])
    const tried = (answers: Record<string, number>, scores: Record<string, number>) =>
      missing(draft, { ...given, examples: [{ answers, scores }] })
    expect(tried(answersOf(q1to9.slice(1), 1), { total: 8 })).toEqual(['EXAMPLE_INCOMPLETE examples/0'])
    expect(tried(answersOf(q1to9, 7), { total: 63 })).toEqual(['EXAMPLE_INCOMPLETE examples/0'])
    expect(tried(example.answers, {})).toEqual(['EXAMPLE_SCORES_DIFFER examples/0'])
    expect(tried(example.answers, { total: 18, other: 1 })).toEqual(['EXAMPLE_SCORES_DIFFER examples/0'])
    expect(missing(draft, given)).toEqual(['EXAMPLE_MISSING form.json'])
  })

  it('keeps the score of the example, so that a wrong one shows', () => {
    const { instrument, vectors } = completed(draft, {
      ...given,
      examples: [{ ...example, scores: { total: 19 } }],
    })
    const [first] = vectors.cases
    expect(score(instrument, first?.answers ?? {}).scores).not.toEqual(first?.result.scores)
  })
})

describe('what is given', () => {
  const resource = form([
    choice('a'),
    choice('b', [0, 1, 2], { enableWhen: [{ question: 'a', operator: 'exists', answerBoolean: true }] }),
    scored("%resource.item.where(linkId='a').answer.value.ordinal()"),
  ])
  const example = { answers: { q1: 1 }, scores: { total: 1 } }

  it('goes over what was read, entry by entry', () => {
    const { instrument, survey } = completed(drafted(resource), {
      ...facts({
        title: { en: 'Another title' },
        items: [{ id: 'q1', loinc: '00000-0' }],
        skips: [{ items: ['q2'], askedIfAny: ['q1'], atLeast: 2, atMost: null }],
        scales: [
          {
            id: 'total',
            direction: 'higherIsBetter',
            bands: [{ id: 'any', min: 0, max: 3, label: { 'zh-CN': '示例', en: 'example' } }],
          },
        ],
      }),
      examples: [example],
    })
    expect(instrument.items).toEqual([
      { id: 'q1', coding: 'answers1', required: true, loinc: '00000-0' },
      { id: 'q2', coding: 'answers2', required: false, loinc: null },
    ])
    expect(instrument.scales).toMatchObject([{ kind: 'sum', items: ['q1'], direction: 'higherIsBetter' }])
    expect(survey.title).toEqual({ en: 'Another title' })
    expect(survey.pages[0]?.elements.map(({ visibleIf }) => visibleIf)).toEqual([undefined, '{q1} >= 2'])
  })

  it('may be no more than an instrument says', () => {
    const given = facts(JSON.parse('{"expression": "1 + 1", "__proto__": {"id": "x"}}'))
    expect(missing(drafted(resource), { ...given, examples: [example] })).toEqual([
      'UNKNOWN_KEY instrument.json#/expression',
      'UNKNOWN_KEY instrument.json#/__proto__',
    ])
  })
})

it('our own export needs no facts and takes more examples', () => {
  const gad7 = shipped('gad-7')
  const draft = drafted(JSON.parse(JSON.stringify(questionnaireToFhir(gad7))))
  expect(completed(draft, { instrument: {}, examples: [] })).toStrictEqual(gad7)
  const names = gad7.instrument.items.map(({ id }) => id)
  const more = completed(draft, {
    instrument: {},
    examples: [{ answers: answersOf(names, 1), scores: { total: 7 } }],
  })
  expect(more.vectors.cases).toHaveLength(gad7.vectors.cases.length + 1)
})
