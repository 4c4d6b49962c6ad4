import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuestionnaires } from '../../../src/host/read-questionnaires.ts'
import { questionnaireFromFhir } from '../../../src/instruments/fhir/questionnaire-from-fhir.ts'
import { questionnaireToFhir } from '../../../src/instruments/fhir/questionnaire-to-fhir.ts'
import { urls } from '../../../src/instruments/fhir/urls.ts'
import { type AnyItem, choice, drafted, form, refusalsOf, scored } from './forms.ts'
import { lhcFormsPhq9 } from './lhc-forms.ts'

const { available } = await readQuestionnaires(
  fileURLToPath(new URL('../../../questionnaires', import.meta.url)),
)
const phq9 = available.find(({ instrument }) => instrument.id === 'phq-9')
if (phq9 === undefined) throw new Error('no PHQ-9')
const exported: Record<string, unknown> = JSON.parse(JSON.stringify(questionnaireToFhir(phq9)))

describe('what is no Questionnaire is refused', () => {
  it.each([
    ['nothing', null, 'WRONG_SHAPE '],
    ['a list', [], 'WRONG_SHAPE '],
    ['another resource', { resourceType: 'Patient' }, 'WRONG_SHAPE /resourceType'],
    ['one without a status', { resourceType: 'Questionnaire' }, 'WRONG_SHAPE /status'],
    ['items that are no list', form([], { item: {} }), 'WRONG_SHAPE /item'],
    ['an item without a name', form([], { item: [{ type: 'choice' }] }), 'WRONG_SHAPE /item/0/linkId'],
    ['no title and no name', form([choice('a')], { title: ' ', name: '' }), 'NO_TEXT /title'],
    ['no question', form([{ linkId: 'd', type: 'display', text: 'Hello' }]), 'FHIR_NO_QUESTION /item'],
    ['one name for two items', form([choice('a'), choice('a')]), 'DUPLICATE_QUESTION /item/1/linkId'],
    [
      'rules that change its meaning',
      form([choice('a')], { implicitRules: 'http://example.org' }),
      'FHIR_MODIFIER /implicitRules',
    ],
    [
      'a modifier',
      form([choice('a', [0, 1], { modifierExtension: [{ url: 'urn:x' }] })]),
      'FHIR_MODIFIER /item/0/modifierExtension',
    ],
  ])('%s', (_, resource, refusal) => {
    expect(refusalsOf(resource)).toContain(refusal)
  })
})

describe('markup and scripts are refused wherever a text is read', () => {
  const bad = '<script>alert(1)</script>'
  const translated = {
    extension: [
      {
        url: urls.translation,
        extension: [
          { url: 'lang', valueCode: 'zh-CN' },
          { url: 'content', valueString: bad },
        ],
      },
    ],
  }
  const option = (more: object) => ({
    answerOption: [
      { valueInteger: 0 },
      {
        extension: [{ url: urls.ordinalValue, valueDecimal: 1 }],
        valueCoding: { code: 'x', display: 'x', ...more },
      },
    ],
  })
  it.each([
    ['title', form([choice('a')], { title: bad }), '/title'],
    ['question', form([choice('a', [0, 1], { text: '<b>bold</b>' })]), '/item/0/text'],
    ['placeholder', form([choice('a', [0, 1], { text: 'You said {q9}' })]), '/item/0/text'],
    ['entity', form([choice('a', [0, 1], { text: '&#60;b' })]), '/item/0/text'],
    ['translation', form([choice('a', [0, 1], { _text: translated })]), '/item/0/text'],
    [
      'answer',
      form([choice('a', [0, 1], option({ display: bad }))]),
      '/item/0/answerOption/1/valueCoding/display',
    ],
    [
      'translated answer',
      form([choice('a', [0, 1], option({ _display: translated }))]),
      '/item/0/answerOption/1/valueCoding/display',
    ],
    ['instructions', form([{ linkId: 'i', type: 'display', text: bad }, choice('a')]), '/item/0/text'],
    ['group', form([{ linkId: 'g', type: 'group', text: bad, item: [choice('a')] }]), '/item/0/text'],
    [
      'score',
      form([choice('a'), { ...scored('answers().sum(value.ordinal())'), text: bad }]),
      '/item/1/text',
    ],
    ['copyright', form([choice('a')], { copyright: bad }), '/copyright'],
    ['a text turned around', form([choice('a', [0, 1], { text: 'a\u202eb' })]), '/item/0/text'],
  ])('%s', (_, resource, at) => {
    expect(refusalsOf(resource)).toContain(`NOT_PLAIN_TEXT ${at}`)
  })
})

describe('size', () => {
  const nested = (levels: number): AnyItem =>
    levels === 0 ? choice('a') : { linkId: `g${levels}`, type: 'group', item: [nested(levels - 1)] }

  it('200 questions, not 201', () => {
    const questions = [...Array(201).keys()].map((number) => choice(`a${number}`))
    expect(refusalsOf(form(questions.slice(1)))).toEqual([])
    expect(refusalsOf(form(questions))).toEqual(['TOO_MANY_ITEMS /item/200'])
  })

  it('10 levels of items, not 11', () => {
    expect(refusalsOf(form([nested(9)]))).toEqual([])
    expect(refusalsOf(form([nested(10)]))).toContainEqual(expect.stringMatching(/^TOO_DEEP /))
  })

  it('no depth makes it fail', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    expect(refusalsOf(form([choice('a')], { note: deep }))).toEqual(['TOO_DEEP '])
  })

  it('200 reports, and how many more', () => {
    const many = Object.fromEntries([...Array(1000).keys()].map((number) => [`x${number}`, 1]))
    const { notUnderstood } = drafted(form([choice('a')], many))
    expect(notUnderstood).toHaveLength(201)
    expect(notUnderstood.at(-1)).toEqual({ code: 'MORE_FAULTS', detail: { count: 800 } })
  })

  it('2 MB', () => {
    const item = choice('a')
    expect(refusalsOf(form([item], { description: 'x'.repeat(1_900_000) }))).toEqual([])
    expect(refusalsOf(form([item], { description: 'x'.repeat(2_100_000) }))).toEqual(['FILE_TOO_LARGE '])
    expect(refusalsOf(form([item], { note: Array(250_000).fill(0) }))).toEqual(['FILE_TOO_LARGE '])
  })
})

describe('what says to be ours', () => {
  const carrying = (parts: Record<string, unknown>) => ({
    ...exported,
    extension: [
      {
        url: urls.files,
        extension: Object.entries(parts).map(([url, part]) => ({
          url,
          valueString: typeof part === 'string' ? part : JSON.stringify(part),
        })),
      },
    ],
  })
  const { instrument, survey, vectors } = phq9
  const [total] = instrument.scales

  it.each([
    ['no JSON', { instrument: 'x', survey, vectors }, 'NOT_JSON /extension/0/instrument'],
    [
      'a key twice',
      { instrument: '{"id": "a", "id": "b"}', survey, vectors },
      'DUPLICATE_KEY /extension/0/instrument/id',
    ],
    [
      'no end of brackets',
      { instrument: '['.repeat(100_000) + ']'.repeat(100_000), survey, vectors },
      'TOO_DEEP /extension/0/instrument',
    ],
    ['a part missing', { instrument, survey }, 'NOT_JSON /extension/0/vectors'],
    [
      'an expression',
      { instrument: { ...instrument, expression: 'q1' }, survey, vectors },
      'UNKNOWN_KEY /extension/0/instrument/expression',
    ],
    [
      'a script',
      { instrument, survey: { ...survey, title: { en: '<script>' } }, vectors },
      'NOT_PLAIN_TEXT /extension/0/survey/title/en',
    ],
    [
      'other answers',
      {
        instrument: {
          ...instrument,
          codings: { ...instrument.codings, frequency: instrument.codings.difficulty },
        },
        survey,
        vectors,
      },
      'FHIR_FILES_DIFFER /item',
    ],
    [
      'other LOINC codes',
      { instrument: { ...instrument, loinc: '00000-0' }, survey, vectors },
      'FHIR_FILES_DIFFER /item',
    ],
    [
      'another scale',
      { instrument: { ...instrument, scales: [{ ...total, reverse: ['q1'] }] }, survey, vectors },
      'FHIR_FILES_DIFFER /item',
    ],
    [
      'another skip rule',
      { instrument: { ...instrument, skips: [] }, survey, vectors },
      'SKIP_RULE_DIFFERS /extension/0/survey/pages/0/elements/9/visibleIf',
    ],
  ])('is refused with %s', (_, parts, refusal) => {
    expect(refusalsOf(carrying(parts))).toContain(refusal)
  })

  it('is refused with the files of another instrument', () => {
    const gad7 = available.find((one) => one.instrument.id === 'gad-7')
    expect(refusalsOf(carrying({ ...gad7 }))).toEqual(['FHIR_FILES_DIFFER /item'])
  })

  it('reports what was added to it', () => {
    const { notUnderstood } = drafted({ ...exported, description: 'Added by another program.' })
    expect(notUnderstood).toEqual([{ code: 'FHIR_ELEMENT', at: 'form.json#/description' }])
  })
})

type Path = (string | number)[]

/** The value with what stands at `path` replaced. */
const withAt = (value: unknown, [step, ...rest]: Path, replacement: unknown): unknown => {
  if (step === undefined) return replacement
  if (Array.isArray(value))
    return value.map((part, index) => (index === step ? withAt(part, rest, replacement) : part))
  return { ...Object(value), [step]: withAt(Object(value)[step], rest, replacement) }
}

const paths = (value: unknown, path: Path): Path[] =>
  typeof value === 'object' && value !== null
    ? [
        path,
        ...Object.entries(value).flatMap(([key, part]) =>
          paths(part, [...path, Array.isArray(value) ? Number(key) : key]),
        ),
      ]
    : [path]

describe('whatever stands in a form', () => {
  const lhc: unknown = JSON.parse(JSON.stringify(lhcFormsPhq9()))
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(
      'choice',
      'group',
      'display',
      '<b>',
      '%resource.item.answer.value.weight().sum()',
      urls.files,
      '__proto__',
    ),
  )

  it.each([
    ['of another house', lhc],
    ['of ours', exported],
  ])('%s, nothing is thrown and every refusal has its code and place', (_, resource) => {
    const places = paths(resource, [])
    fc.assert(
      fc.property(fc.constantFrom(...places), anything, (path, replacement) => {
        const read = questionnaireFromFhir('form.json', withAt(resource, path, replacement))
        const refusals = read.ok ? read.value.notUnderstood : read.refusal
        expect(refusals.every(({ code, at }) => /^[A-Z_]+$/.test(code) && at?.startsWith('form.json#'))).toBe(
          true,
        )
      }),
      { numRuns: 150 },
    )
  })

  it('of ours, a change to an item is refused, or says nothing', () => {
    const places = paths(exported.item, []).filter(({ length }) => length > 0)
    fc.assert(
      fc.property(fc.constantFrom(...places), anything, (path, replacement) => {
        const read = questionnaireFromFhir('form.json', {
          ...exported,
          item: withAt(exported.item, path, replacement),
        })
        if (read.ok) expect(read.value.instrument).toEqual(phq9.instrument)
      }),
      { numRuns: 150 },
    )
  })
})
