import { describe, expect, it } from 'vitest'
import { type AnyItem, choice, drafted, form, leftOut, ordinal, refusalsOf, scored } from './forms.ts'

const hl7 = 'http://hl7.org/fhir/StructureDefinition'
const translation = (lang: string, content: string) => ({
  url: `${hl7}/translation`,
  extension: [
    { url: 'lang', valueCode: lang },
    { url: 'content', valueString: content },
  ],
})
const questionsOf = (resource: unknown) => drafted(resource).survey.pages.flatMap(({ elements }) => elements)
const display = (linkId: string, text: string): AnyItem => ({ linkId, type: 'display', text })

const options = (answerOption: readonly object[]): AnyItem => ({
  linkId: 'a',
  type: 'choice',
  text: 'Question',
  answerOption: [...answerOption] as AnyItem['answerOption'] & object,
})
const valued =
  (value: object, option: object = {}) =>
  (code: number) => ({
    ...option,
    valueCoding: { code: `c${code}`, display: `Answer ${code}`, ...value },
  })

describe('answers have their numbers', () => {
  const numbered = [0, 1, 2]
  it.each([
    [
      'on the option',
      numbered.map((n) => ({ extension: [{ url: ordinal, valueDecimal: n }], ...valued({})(n) })),
    ],
    ['on the coding', numbered.map((n) => valued({ extension: [{ url: ordinal, valueDecimal: n }] })(n))],
    ['as a whole number', numbered.map((n) => valued({ extension: [{ url: ordinal, valueInteger: n }] })(n))],
    [
      'by the name R5 has for it',
      numbered.map((n) => valued({ extension: [{ url: `${hl7}/itemWeight`, valueDecimal: n }] })(n)),
    ],
    ['as codes', numbered.map((n) => ({ valueCoding: { code: String(n), display: `Answer ${n}` } }))],
    ['as the answers themselves', numbered.map((valueInteger) => ({ valueInteger }))],
  ])('%s', (_, answerOption) => {
    const resource = form([options(answerOption)])
    expect(leftOut(resource)).toEqual([])
    expect(questionsOf(resource)[0]?.choices.map(({ value }) => value)).toEqual(numbered)
  })

  it('in a list the form contains', () => {
    const concept = numbered.map((n) => ({
      code: `c${n}`,
      display: `Answer ${n}`,
      extension: [{ url: `${hl7}/valueset-ordinalValue`, valueDecimal: n }],
    }))
    for (const list of [
      { compose: { include: [{ system: 'http://example.org', concept }] } },
      { expansion: { contains: concept } },
    ]) {
      const resource = form([{ linkId: 'a', type: 'choice', text: 'Question', answerValueSet: '#list' }], {
        contained: [{ resourceType: 'ValueSet', id: 'list', status: 'active', ...list }],
      })
      expect(questionsOf(resource)[0]?.choices).toHaveLength(3)
    }
  })

  it.each([
    ['no number', [valued({})(1), valued({})(2)], '/item/0/answerOption/0'],
    [
      'a half',
      [0, 0.5].map((n) => valued({ extension: [{ url: ordinal, valueDecimal: n }] })(n)),
      '/item/0/answerOption/1',
    ],
    [
      'one number twice',
      [1, 2].map((n) => valued({ extension: [{ url: ordinal, valueDecimal: 1 }] })(n)),
      '/item/0',
    ],
    [
      'one code twice',
      [1, 2].map((n) => valued({ code: 'x', extension: [{ url: ordinal, valueDecimal: n }] })(n)),
      '/item/0',
    ],
    ['one answer', [{ valueInteger: 1 }], '/item/0'],
    ['21 answers', [...Array(21).keys()].map((valueInteger) => ({ valueInteger })), '/item/0'],
    ['words alone', [{ valueString: 'yes' }, { valueString: 'no' }], '/item/0/answerOption/0'],
  ])('a question with %s is left out', (_, answerOption, at) => {
    expect(leftOut(form([options(answerOption), choice('b')]))).toContain(`FHIR_ANSWER ${at}`)
  })
})

describe('items', () => {
  it('are taken in their order, out of groups', () => {
    const group = { linkId: 'g', type: 'group', item: [choice('y'), choice('z')] }
    const resource = form([choice('x'), group])
    expect(questionsOf(resource).map(({ name, title }) => [name, title.en])).toEqual([
      ['q1', 'Question x'],
      ['q2', 'Question y'],
      ['q3', 'Question z'],
    ])
    expect(drafted(resource).instrument.codings).toEqual({
      answers1: [0, 1, 2, 3].map((value) => ({ value, loinc: null })),
    })
  })

  it('texts before the first question are instructions, later ones belong to the question that follows', () => {
    const resource = form([
      display('i', 'Please read.'),
      { linkId: 'g', type: 'group', text: 'The last week', item: [choice('x')] },
      display('j', 'The last month'),
      { ...choice('y'), item: [display('h', 'Think of all of it.')] },
      display('k', 'Thank you.'),
    ])
    expect(drafted(resource).survey.description).toEqual({ en: 'Please read.\nThe last week' })
    expect(questionsOf(resource).map(({ description }) => description)).toEqual([
      undefined,
      { en: 'The last month\nThink of all of it.' },
    ])
    expect(leftOut(resource)).toEqual(['FHIR_TEXT /item/4'])
  })

  it.each([
    ['text to write', { linkId: 'x', type: 'text', text: 'Anything else?' }, 'FHIR_ITEM_TYPE /item/1'],
    ['several answers', choice('x', [0, 1], { repeats: true }), 'FHIR_ITEM_TYPE /item/1'],
    [
      'a question nobody sees',
      choice('x', [0, 1], { extension: [{ url: `${hl7}/questionnaire-hidden`, valueBoolean: true }] }),
      'FHIR_ITEM_TYPE /item/1',
    ],
    ['a number to enter', { linkId: 'x', type: 'integer', text: 'Age' }, 'FHIR_ITEM_TYPE /item/1'],
    [
      'an answer given beforehand',
      choice('x', [0, 1], { initial: [{ valueInteger: 1 }] }),
      'FHIR_ELEMENT /item/1/initial',
    ],
    [
      'an extension',
      choice('x', [0, 1], { extension: [{ url: 'http://example.org/paint' }] }),
      'FHIR_EXTENSION /item/1/extension/0',
    ],
    [
      'formatted text beside the plain',
      choice('x', [0, 1], {
        _text: { extension: [{ url: `${hl7}/rendering-xhtml`, valueString: '<b>x</b>' }] },
      }),
      'FHIR_EXTENSION /item/1/_text/extension/0',
    ],
  ])('%s is reported', (_, item, report) => {
    expect(leftOut(form([choice('a'), item]))).toEqual([report])
  })

  it('a form that is not in use says so', () => {
    expect(leftOut(form([choice('a')], { status: 'retired' }))).toEqual(['FHIR_STATUS /status'])
  })
})

describe('languages', () => {
  it('come from translations', () => {
    const item = choice('a', [0, 1], { _text: { extension: [translation('zh-CN', '示例问题')] } })
    for (const option of item.answerOption ?? [])
      Object.assign(option.valueCoding ?? {}, { _display: { extension: [translation('zh', '示例答案')] } })
    const resource = form([item], { _title: { extension: [translation('zh-Hans', '示例问卷')] } })
    expect(drafted(resource).instrument.languages).toEqual(['zh-CN', 'en'])
    expect(questionsOf(resource)[0]?.title).toEqual({ 'zh-cn': '示例问题', en: 'Question a' })
  })

  it('that are not complete, or not ours, are left out and reported', () => {
    const item = choice('a', [0, 1], {
      _text: { extension: [translation('zh-CN', '示例问题'), translation('de', 'Frage')] },
    })
    const resource = form([item])
    expect(drafted(resource).instrument.languages).toEqual(['en'])
    expect(leftOut(resource)).toEqual(['FHIR_TRANSLATION /item/0/text', 'FHIR_TRANSLATION '])
  })

  it('the form’s own is said or seen; another than ours is refused', () => {
    const { language, ...unsaid } = form([choice('a', [0, 1], { text: '示例问题' })])
    expect(language).toBe('en')
    expect(drafted(unsaid).instrument.languages).toEqual(['zh-CN'])
    expect(refusalsOf({ ...unsaid, language: 'zh-TW' })).toEqual(['FHIR_LANGUAGE /language'])
  })
})

describe('skip rules', () => {
  const when = (question: string, values: readonly number[]) =>
    values.map((value) => ({ question, operator: '=', answerCoding: { code: `a${value}` } }))
  const asked = (enableWhen: readonly object[], more: object = {}) =>
    form([choice('a'), choice('b'), choice('c', [0, 1, 2], { enableWhen, enableBehavior: 'any', ...more })])

  it.each([
    ['from an answer up', when('a', [1, 2, 3]), { askedIfAny: ['q1'], atLeast: 1, atMost: null }],
    ['between two answers', when('a', [1, 2]), { askedIfAny: ['q1'], atLeast: 1, atMost: 2 }],
    [
      'of two questions',
      [...when('a', [2, 3]), ...when('b', [2, 3])],
      { askedIfAny: ['q1', 'q2'], atLeast: 2, atMost: null },
    ],
  ])('%s', (_, enableWhen, rule) => {
    const resource = asked(enableWhen)
    expect(drafted(resource).instrument.skips).toEqual([{ items: ['q3'], ...rule }])
    expect(leftOut(resource)).toEqual([])
  })

  it('hold for all questions of a group', () => {
    const group = { linkId: 'g', type: 'group', enableWhen: when('a', [3]), item: [choice('y'), choice('z')] }
    expect(drafted(form([choice('a'), group])).instrument.skips).toMatchObject([{ items: ['q2', 'q3'] }])
  })

  it.each([
    ['answers with a gap', when('a', [1, 3]), {}],
    ['different answers to two questions', [...when('a', [1, 2, 3]), ...when('b', [3])], {}],
    ['all of several', [...when('a', [3]), ...when('b', [3])], { enableBehavior: 'all' }],
    ['whether it was answered', [{ question: 'a', operator: 'exists', answerBoolean: true }], {}],
    ['a question that is not there', when('z', [1]), {}],
    ['an answer that is not there', when('a', [7]), {}],
  ])('%s are reported', (_, enableWhen, more) => {
    const resource = asked(enableWhen, more)
    expect(drafted(resource).instrument.skips).toEqual([])
    expect(leftOut(resource)).toEqual(['FHIR_ENABLE_WHEN /item/2/enableWhen'])
  })
})

it('names the instrument, its terms and where it was read', () => {
  const { instrument } = drafted(
    form(
      [
        choice('a', [0, 1], { code: [{ system: 'http://loinc.org', code: '00000-0' }] }),
        scored('answers().sum(value.ordinal())'),
      ],
      {
        copyright: 'Free to use.',
        version: '2.1',
        url: 'http://example.org/form',
        code: [{ system: 'http://loinc.org', code: '11111-1' }],
      },
    ),
  )
  expect(instrument).toMatchObject({
    id: 'example-form',
    version: '2.1',
    title: { en: 'Example form' },
    terms: { statement: 'Free to use.' },
    loinc: '11111-1',
    items: [{ id: 'q1', required: true, loinc: '00000-0' }],
    provenance: { en: { status: 'oneSource', sources: ['FHIR Questionnaire http://example.org/form 2.1'] } },
  })
})
