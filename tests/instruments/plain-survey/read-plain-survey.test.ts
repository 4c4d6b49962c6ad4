import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkSurvey } from '../../../src/instruments/check-survey.ts'
import { questionsOf } from '../../../src/instruments/plain-survey/plain-survey.ts'
import { readPlainSurvey } from '../../../src/instruments/plain-survey/read-plain-survey.ts'

const read = (survey: unknown) => readPlainSurvey('s.json', JSON.stringify(survey))
const only = (question: object, more: object = {}) => ({
  title: '示例问卷',
  ...more,
  pages: [{ name: 'page1', elements: [question] }],
})
const radio = (more: object = {}) => ({
  type: 'radiogroup',
  name: 'question1',
  title: '问题一',
  choices: ['Item 1', 'Item 2'],
  ...more,
})
const two = (first: object, second: object) => ({ title: '示例问卷', pages: [{ elements: [first, second] }] })
const first = '/pages/0/elements/0'
const refusals = (outcome: ReturnType<typeof read>) =>
  outcome.ok ? [] : outcome.refusal.map(({ code, at }) => `${code} ${at?.replace('s.json#', '')}`)
const notes = (outcome: ReturnType<typeof read>) =>
  outcome.ok
    ? outcome.value.notes.map(({ code, at }) => `${code} ${at?.replace('s.json#', '')}`)
    : ['refused']
const surveyOf = (outcome: ReturnType<typeof read>) => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value.survey
}

describe('the survey that comes with the program', () => {
  const text = readFileSync(new URL('../../../resources/surveys/village-mood.json', import.meta.url), 'utf8')

  test('is read in both languages without a note, and SurveyJS finds nothing wrong with it', () => {
    const outcome = readPlainSurvey('village-mood.json', text)
    expect(notes(outcome)).toEqual([])
    const { languages, ...survey } = surveyOf(outcome)
    expect(languages).toEqual(['zh-CN', 'en'])
    expect(checkSurvey(survey)).toEqual([])
    const questions = questionsOf({ languages, ...survey })
    expect(questions).toHaveLength(10)
    expect(questions[6]).toMatchObject({ name: 'q7', visibleIf: '{q6} = 1' })
  })
})

describe('what SurveyJS Creator writes', () => {
  test('is numbered, whatever questions and answers were called', () => {
    const outcome = read(
      two(
        { ...radio({ name: '年龄 __proto__', choices: ['constructor', { value: 'B', text: '乙' }] }) },
        {
          type: 'checkbox',
          name: 'q2',
          choices: [1, 2, 3],
          visibleIf: "{年龄 __PROTO__} = 'b'",
          hasNone: true,
          hasOther: true,
        },
      ),
    )
    const [age, which] = questionsOf(surveyOf(outcome))
    expect(age).toMatchObject({ name: 'q1', title: { 'zh-cn': '问题一' }, isRequired: false })
    expect(which).toMatchObject({ name: 'q2', visibleIf: '{q1} = 2', title: { 'zh-cn': 'q2' } })
    expect(which?.type === 'checkbox' && which.choices).toEqual([
      { value: 1, text: { 'zh-cn': '1' } },
      { value: 2, text: { 'zh-cn': '2' } },
      { value: 3, text: { 'zh-cn': '3' } },
      { value: 4, text: { 'zh-cn': '其他' } },
      { value: 5, text: { 'zh-cn': '以上都没有' }, isExclusive: true },
    ])
    expect(notes(outcome)).toEqual(['OTHER_WITHOUT_WORDS /pages/0/elements/1/showOtherItem'])
  })

  test('that only decorates is left out, and said by its path', () => {
    const outcome = read(
      only(radio({ colCount: 2, defaultValue: 'Item 1', description: '' }), {
        logo: 'https://example.invalid/logo.png',
        logoPosition: 'right',
        showProgressBar: true,
      }),
    )
    expect(notes(outcome)).toEqual([
      'PART_LEFT_OUT /logo',
      'PART_LEFT_OUT /logoPosition',
      'PART_LEFT_OUT /showProgressBar',
      `PART_LEFT_OUT ${first}/colCount`,
      `PART_LEFT_OUT ${first}/defaultValue`,
    ])
    expect(JSON.stringify(surveyOf(outcome))).not.toContain('example.invalid')
  })

  test('may stand without pages, with a byte order mark, and without a title', () => {
    const outcome = readPlainSurvey('我的问卷.json', `\ufeff${JSON.stringify({ elements: [radio()] })}`)
    expect(surveyOf(outcome).title).toEqual({ 'zh-cn': '我的问卷' })
  })

  test('ratings keep their numbers, and yes or no becomes two answers', () => {
    const outcome = read(
      two(
        {
          type: 'rating',
          name: 'a',
          rateMin: 0,
          rateMax: 3,
          minRateDescription: '差',
          maxRateDescription: '好',
        },
        { type: 'boolean', name: 'b', valueTrue: 'yes', visibleIf: '{a} = 0' },
      ),
    )
    const [rating, yesNo] = questionsOf(surveyOf(outcome))
    expect(
      rating?.type === 'radiogroup' && rating.choices.map(({ value, text }) => [value, text['zh-cn']]),
    ).toEqual([
      [0, '0 · 差'],
      [1, '1'],
      [2, '2'],
      [3, '3 · 好'],
    ])
    expect(yesNo).toMatchObject({ visibleIf: '{q1} = 0', choices: [{ value: 1 }, { value: 2 }] })
  })

  test('is asked in the languages that all of its texts exist in', () => {
    const both = { default: 'Question', 'zh-cn': '问题', fr: 'Question' }
    const bilingual = read(only(radio({ title: both, choices: [1, 2] }), { title: both }))
    expect(surveyOf(bilingual).languages).toEqual(['zh-CN', 'en'])
    expect(notes(bilingual)).toEqual(['LANGUAGE_LEFT_OUT /title'])
    const half = read(only(radio({ title: both }), { title: both }))
    expect(surveyOf(half).languages).toEqual(['en'])
    expect(refusals(read(only(radio({ title: { 'zh-cn': '问题' } }), { title: { en: 'Title' } })))).toEqual([
      `LANGUAGE_INCOMPLETE ${first}/title`,
    ])
  })
})

describe('what is refused, with its path', () => {
  const cases: [string, unknown, string[]][] = [
    ['no survey', 7, ['WRONG_SHAPE ']],
    ['a list', [], ['WRONG_SHAPE ']],
    ['no page', { pages: [] }, ['WRONG_SHAPE /pages']],
    ['markup in a text', only(radio({ title: '<b>好</b>' })), [`NOT_PLAIN_TEXT ${first}/title/default`]],
    [
      'a script in an answer',
      only(radio({ choices: ['a', { value: 'b', text: '<script>' }] })),
      [`NOT_PLAIN_TEXT ${first}/choices/1/text/default`],
    ],
    [
      'markup in an answer without a text',
      only(radio({ choices: ['a', '<img src=x>'] })),
      [`NOT_PLAIN_TEXT ${first}/choices/1/text/zh-cn`],
    ],
    ['a placeholder', only(radio({ title: '{question1}' })), [`NOT_PLAIN_TEXT ${first}/title/default`]],
    ['html', only({ type: 'html', name: 'a', html: '<p>' }), [`QUESTION_TYPE_NOT_ASKED ${first}/type`]],
    ['a picture', only({ type: 'image', name: 'a' }), [`QUESTION_TYPE_NOT_ASKED ${first}/type`]],
    ['a file', only({ type: 'file', name: 'a' }), [`QUESTION_TYPE_NOT_ASKED ${first}/type`]],
    ['a panel', only({ type: 'panel', name: 'a', elements: [] }), [`QUESTION_TYPE_NOT_ASKED ${first}/type`]],
    [
      'an expression question',
      only({ type: 'expression', name: 'a' }),
      [`QUESTION_TYPE_NOT_ASKED ${first}/type`],
    ],
    ['triggers', only(radio(), { triggers: [] }), ['UNKNOWN_KEY /triggers']],
    ['what every object has', only(radio({ toString: 1 })), [`UNKNOWN_KEY ${first}/toString`]],
    ['calculated values', only(radio(), { calculatedValues: [] }), ['UNKNOWN_KEY /calculatedValues']],
    ['a way elsewhere', only(radio(), { navigateToUrl: 'https://x' }), ['UNKNOWN_KEY /navigateToUrl']],
    ['an ending in markup', only(radio(), { completedHtml: '<p>' }), ['UNKNOWN_KEY /completedHtml']],
    ['a survey to load', only(radio(), { surveyId: 'x' }), ['UNKNOWN_KEY /surveyId']],
    ['answers to load', only(radio({ choicesByUrl: { url: 'x' } })), [`UNKNOWN_KEY ${first}/choicesByUrl`]],
    ['an expression', only(radio({ requiredIf: '{a} = 1' })), [`UNKNOWN_KEY ${first}/requiredIf`]],
    [
      'a computed value',
      only(radio({ setValueExpression: '1' })),
      [`UNKNOWN_KEY ${first}/setValueExpression`],
    ],
    ['a hidden question', only(radio({ visible: false })), [`UNKNOWN_KEY ${first}/visible`]],
    [
      'a field for a day',
      only({ type: 'text', name: 'a', inputType: 'date' }),
      [`INPUT_TYPE_NOT_ASKED ${first}/inputType`],
    ],
    [
      'the same name twice',
      two(radio(), radio({ name: 'Question1 ' })),
      ['DUPLICATE_QUESTION /pages/0/elements/1/name'],
    ],
    ['the same answer twice', only(radio({ choices: ['a', 'A'] })), [`DUPLICATE_ANSWER ${first}/choices/1`]],
    ['one answer', only(radio({ choices: ['a'] })), [`TOO_FEW_CHOICES ${first}`]],
    [
      'a rating backwards',
      only({ type: 'rating', name: 'a', rateMin: 5, rateMax: 1 }),
      [`TOO_FEW_CHOICES ${first}`],
    ],
    [
      'a condition on itself',
      only(radio({ visibleIf: "{question1} = 'Item 1'" })),
      [`CONDITION_LOOKS_AHEAD ${first}/visibleIf`],
    ],
    [
      'a circle',
      two(
        radio({ visibleIf: "{b} = 'x'" }),
        radio({ name: 'b', choices: ['x', 'y'], visibleIf: "{question1} = 'Item 1'" }),
      ),
      [`CONDITION_LOOKS_AHEAD ${first}/visibleIf`],
    ],
    [
      'a function',
      two(radio(), radio({ name: 'b', visibleIf: 'iif({question1} = 1, true, false)' })),
      ['CONDITION_NOT_UNDERSTOOD /pages/0/elements/1/visibleIf'],
    ],
    [
      'an answer nobody can give',
      two(radio(), radio({ name: 'b', visibleIf: "{question1} = 'Item 3'" })),
      ['CONDITION_VALUE_NOT_OFFERED /pages/0/elements/1/visibleIf'],
    ],
    [
      'a condition on words',
      two({ type: 'text', name: 'a' }, radio({ visibleIf: "{a} = 'x'" })),
      ['CONDITION_VALUE_NOT_OFFERED /pages/0/elements/1/visibleIf'],
    ],
  ]
  test.each(cases)('%s', (_, survey, expected) => {
    expect(refusals(read(survey))).toEqual(expected)
  })

  test('what is no JSON, and what is too much', () => {
    expect(refusals(readPlainSurvey('s.json', '{'))).toEqual(['NOT_JSON '])
    expect(refusals(readPlainSurvey('s.json', '['.repeat(400_000)))).toEqual(['NOT_JSON '])
    expect(refusals(readPlainSurvey('s.json', ' '.repeat(500_001)))).toEqual(['SURVEY_TOO_LARGE '])
    const page = (from: number) => ({
      elements: Array.from({ length: 60 }, (_, index) => radio({ name: `a${from + index}` })),
    })
    expect(refusals(read({ pages: [page(0), page(60)] }))).toEqual(['TOO_MANY_QUESTIONS /pages'])
    const many = Array.from({ length: 10_000 }, (_, index) => ({ type: 'text', name: `a${index}` }))
    expect(refusals(read({ pages: [{ elements: many }] }))).toEqual(['WRONG_SHAPE /pages/0/elements'])
  })

  test('keys that stand twice, and objects that pass themselves off as others', () => {
    expect(refusals(readPlainSurvey('s.json', '{"title":"a","title":"b"}'))).toEqual(['DUPLICATE_KEY /title'])
    expect(refusals(readPlainSurvey('s.json', '{"__proto__":{"pages":[]}}'))).toEqual([
      'UNKNOWN_KEY /__proto__',
    ])
  })

  test('in a survey without pages, by the path it has in the file', () => {
    expect(refusals(read({ elements: [radio(), radio({ name: 'b', html: '<p>' })] }))).toEqual([
      'UNKNOWN_KEY /elements/1/html',
    ])
  })

  test('every fault of a file is given at once', () => {
    const outcome = read(two(radio({ title: '<i>' }), radio({ name: 'b', title: '<b>', validators: [] })))
    expect(refusals(outcome)).toEqual([
      `NOT_PLAIN_TEXT ${first}/title/default`,
      'NOT_PLAIN_TEXT /pages/0/elements/1/title/default',
      'UNKNOWN_KEY /pages/0/elements/1/validators',
    ])
  })
})

test('a file with thousands of faults is refused with the first two hundred', () => {
  const strange = Array.from({ length: 5000 }, () => ({ type: 'html', name: 'x' }))
  const found = refusals(read({ pages: [{ elements: strange }] }))
  expect(found).toHaveLength(201)
  expect(found.at(-1)).toContain('MORE_FAULTS')
})
