import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Refusal } from '../../src/instruments/outcome.ts'
import { readQuestionnaire } from '../../src/instruments/questionnaire.ts'
import { surveySchema } from '../../src/instruments/survey.ts'

type File = 'survey' | 'instrument' | 'vectors'
type Path = (string | number)[]

const parsed = (folder: string, file: File): unknown =>
  JSON.parse(readFileSync(new URL(`../../questionnaires/${folder}/${file}.json`, import.meta.url), 'utf8'))

const phq9 = () => ({
  survey: parsed('phq-9', 'survey'),
  instrument: parsed('phq-9', 'instrument'),
  vectors: parsed('phq-9', 'vectors'),
})

/** The value with what stands at `path` replaced; `undefined` takes the key away. */
const withAt = (value: unknown, path: Path, replacement: unknown): unknown => {
  const [step, ...rest] = path
  if (step === undefined) return replacement
  if (Array.isArray(value))
    return value.map((part, index) => (index === step ? withAt(part, rest, replacement) : part))
  const copy: Record<string, unknown> = { ...Object(value) }
  const changed = withAt(copy[step], rest, replacement)
  if (changed === undefined) delete copy[step]
  else copy[step] = changed
  return copy
}

const q = (number: number) => `/pages/0/elements/${number - 1}`
const total = '/scales/0'

const change = (file: File, path: string, replacement: unknown): Refusal[] => {
  const files = phq9()
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  const read = readQuestionnaire('phq-9', { ...files, [file]: withAt(files[file], steps, replacement) })
  return read.ok ? [] : read.refusal
}

/** What is wrong, where it is put, what is put there, the reason given, and where the refusal points if elsewhere. */
type Fault = [what: string, path: string, replacement: unknown, code: string, at?: string]

const inSurvey: Fault[] = [
  ['a question it does not have', `${q(10)}/name`, 'q11', 'UNKNOWN_QUESTION'],
  ['questions out of order', `${q(1)}/name`, 'q2', 'UNKNOWN_QUESTION'],
  ['a question twice', `${q(4)}/name`, 'q3', 'DUPLICATE_QUESTION'],
  ['an answer outside the coding', `${q(5)}/choices/3/value`, 4, 'ANSWER_OUTSIDE_CODING'],
  ['an answer twice', `${q(5)}/choices/3/value`, 2, 'DUPLICATE_ANSWER'],
  ['an answer not offered', `${q(5)}/choices/3/value`, 2, 'ANSWER_NOT_OFFERED', `${q(5)}/choices`],
  ['HTML in a question', `${q(3)}/title/en`, 'Trouble <b>falling</b> asleep', 'NOT_PLAIN_TEXT'],
  ['a script in an answer', `${q(3)}/choices/0/text/zh-cn`, '<script>x()</script>', 'NOT_PLAIN_TEXT'],
  ['an HTML entity', '/title/en', 'PHQ&#60;9', 'NOT_PLAIN_TEXT'],
  ['a placeholder that SurveyJS would fill in', '/title/en', 'You said {q9}', 'NOT_PLAIN_TEXT'],
  ['a character that turns the text around', '/title/en', 'PHQ\u202e9', 'NOT_PLAIN_TEXT'],
  ['a text missing in one language', `${q(2)}/title/en`, undefined, 'LANGUAGE_DIFFERS', `${q(2)}/title`],
  ['another title', '/title/en', 'PHQ-9', 'TITLE_DIFFERS', '/title'],
  ['a question type that is not allowed', `${q(1)}/type`, 'html', 'WRONG_SHAPE'],
  ['a trigger', '/triggers', [{ type: 'runexpression' }], 'UNKNOWN_KEY'],
  ['an expression in a question', `${q(1)}/defaultValueExpression`, '1+1', 'UNKNOWN_KEY'],
  ['another condition than the skip rule', `${q(10)}/visibleIf`, '{q1} > 0', 'SKIP_RULE_DIFFERS'],
  ['a condition without a skip rule', `${q(2)}/visibleIf`, '{q1} >= 1', 'SKIP_RULE_DIFFERS'],
]

const inInstrument: Fault[] = [
  ['HTML in a band', `${total}/bands/0/label/en`, '<i>minimal</i>', 'NOT_PLAIN_TEXT'],
  ['a language without provenance', '/languages', ['zh-CN'], 'LANGUAGE_DIFFERS', '/provenance'],
  ['an expression instead of a rule', `${total}/expression`, 'q1 + q2', 'UNKNOWN_KEY'],
  ['an expression as a kind of scale', `${total}/kind`, 'q1 + q2', 'WRONG_SHAPE'],
  ['an expression among the items', `${total}/items`, 'q1 + q2', 'WRONG_SHAPE'],
  ['a scale over an unknown item', `${total}/items/8`, 'q12', 'UNKNOWN_ITEM'],
  ['a scale that counts an item twice', `${total}/items/8`, 'q1', 'DUPLICATE_ITEM'],
  ['a scale over an item that may be left out', `${total}/items/8`, 'q10', 'SCORED_ITEM_NOT_REQUIRED'],
  ['a reversed item that is not scored', `${total}/reverse`, ['q10'], 'UNKNOWN_ITEM', `${total}/reverse/0`],
  ['a range that the coding does not give', `${total}/range/max`, 28, 'RANGE_DIFFERS', `${total}/range`],
  ['a factor of nought', `${total}/factor`, 0, 'WRONG_SHAPE'],
  ['a factor beyond all numbers', `${total}/factor`, 1e308, 'RANGE_DIFFERS', `${total}/range`],
  ['a range upside down', `${total}/range`, { min: 27, max: 0 }, 'RANGE_DIFFERS'],
  ['a factor that the range does not know', `${total}/factor`, 2, 'RANGE_DIFFERS', `${total}/range`],
  ['a gap between bands', `${total}/bands/2/min`, 11, 'BAND_GAP'],
  ['a gap before the first band', `${total}/bands/0/min`, 1, 'BAND_GAP'],
  ['a gap after the last band', `${total}/bands/4/max`, 26, 'BAND_GAP'],
  ['bands that overlap', `${total}/bands/2/min`, 9, 'BAND_OVERLAP'],
  ['two bands of one name', `${total}/bands/2/id`, 'mild', 'DUPLICATE_BAND'],
  ['a band upside down', `${total}/bands/4/min`, 28, 'BAND_EMPTY', `${total}/bands/4`],
  ['a cut-off outside the range', `${total}/cutOffs/0/score`, 28, 'CUT_OFF_OUTSIDE'],
  ['a critical item that does not exist', '/criticalItems/0/item', 'q99', 'UNKNOWN_ITEM'],
  ['a critical answer outside the coding', '/criticalItems/0/values', [4], 'ANSWER_OUTSIDE_CODING'],
  ['items not numbered in order', '/items/4/id', 'q6', 'ITEM_OUT_OF_ORDER'],
  ['a coding that does not exist', '/items/4/coding', 'other', 'UNKNOWN_CODING'],
  ['a number twice', '/codings/frequency/1/value', 0, 'DUPLICATE_ANSWER', '/codings/frequency'],
  ['a skip rule that looks ahead', '/skips/0/askedIfAny/0', 'q10', 'SKIP_RULE_LOOKS_AHEAD'],
  ['a skip rule for an unknown item', '/skips/0/items/0', 'q12', 'UNKNOWN_ITEM'],
  ['a skip rule that never asks', '/skips/0/atMost', 0, 'SKIP_RULE_NEVER_ASKS', '/skips/0'],
  [
    'questions that are not for nobody in particular',
    '/notFor',
    [{ items: ['q4'], sex: null, ages: null, citation: 'x' }],
    'NOT_FOR_ANYONE',
    '/notFor/0',
  ],
  [
    'an unknown question that is not for men',
    '/notFor',
    [{ items: ['q12'], sex: 'male', ages: null, citation: 'x' }],
    'UNKNOWN_ITEM',
    '/notFor/0/items/0',
  ],
  ['an observation with a score', '/kind', 'observation', 'OBSERVATION_WITH_SCALE', '/scales'],
  [
    'a reservation about a question of another scale',
    `${total}/cutOffs/0/caveat`,
    { allPointsFrom: ['q10'], label: { 'zh-CN': '示例', en: 'example' } },
    'UNKNOWN_ITEM',
    `${total}/cutOffs/0/caveat/allPointsFrom`,
  ],
  ['terms without a statement', '/terms/statement', undefined, 'WRONG_SHAPE'],
  ['terms at an address that is no https', '/terms/url', 'javascript:alert(1)', 'WRONG_SHAPE'],
  ['the folder of another instrument', '/id', 'phq-8', 'FOLDER_DIFFERS'],
]

const inVectors: Fault[] = [
  ['no vectors', '/cases', [], 'WRONG_SHAPE'],
  ['a vector without a result', '/cases/0/result', undefined, 'WRONG_SHAPE'],
]

describe.each<[File, Fault[]]>([
  ['survey', inSurvey],
  ['instrument', inInstrument],
  ['vectors', inVectors],
])('cases 53 and 54: a %s with one thing wrong is refused with file, path and reason', (file, faults) => {
  it.each(faults)('%s', (_, path, replacement, code, at = path) => {
    expect(change(file, path, replacement)).toContainEqual(
      expect.objectContaining({ code, at: `phq-9/${file}.json#${at}` }),
    )
  })
})

it.each(['officialTranslationOnly', 'noModification'])('holds a wording to its terms: %s', (flag) => {
  const { survey, instrument, vectors } = phq9()
  const bound = withAt(instrument, ['terms', flag], true)
  const translated = withAt(bound, ['provenance', 'zh-CN', 'status'], 'unofficialTranslation')
  expect(readQuestionnaire('phq-9', { survey, vectors, instrument: bound }).ok).toBe(true)
  expect(readQuestionnaire('phq-9', { survey, vectors, instrument: translated })).toMatchObject({
    refusal: [{ code: 'TRANSLATION_NOT_ALLOWED', at: 'phq-9/instrument.json#/provenance/zh-CN/status' }],
  })
})

it('refuses ten thousand questions', () => {
  const items = Array.from({ length: 10_000 }, (_, index) => ({
    id: `q${index + 1}`,
    coding: 'frequency',
    required: true,
    loinc: null,
  }))
  expect(change('instrument', '/items', items)).toContainEqual(
    expect.objectContaining({ code: 'WRONG_SHAPE', at: 'phq-9/instrument.json#/items' }),
  )
})

it('refuses a survey that leaves a question out', () => {
  const [page] = surveySchema.parse(phq9().survey).pages
  expect(change('survey', '/pages/0/elements', page?.elements.slice(0, 9))).toEqual([
    { code: 'QUESTION_MISSING', at: 'phq-9/survey.json#/pages', detail: { name: 'q10' } },
  ])
})

it.each([
  ['/version', undefined, { context: 'missing' }],
  ['/version', 1, { context: 'type', type: 'string' }],
  ['/kind', 'test', { context: 'oneOf', options: 'scale, observation' }],
  ['/raters', [], { context: 'tooSmall', limit: 1 }],
  ['/version', 'v'.repeat(21), { context: 'tooBig', limit: 20 }],
])('says what belongs at %s in place of %j', (path, replacement, detail) => {
  expect(change('instrument', path, replacement)).toContainEqual(
    expect.objectContaining({ code: 'WRONG_SHAPE', detail: expect.objectContaining(detail) }),
  )
})

it('names every fault, not the first alone', () => {
  const files = phq9()
  const read = readQuestionnaire('phq-9', {
    survey: withAt(files.survey, ['locale'], 'de'),
    instrument: withAt(withAt(files.instrument, ['version'], 1), ['ages', 'min'], -1),
    vectors: withAt(files.vectors, ['note'], 'x'),
  })
  expect(read.ok ? [] : read.refusal.map(({ at }) => at)).toEqual([
    'phq-9/instrument.json#/version',
    'phq-9/instrument.json#/ages/min',
    'phq-9/survey.json#/locale',
    'phq-9/vectors.json#/note',
  ])
})

it('case 52: refuses whatever else is put in a file, and never throws', { timeout: 600_000 }, () => {
  const paths = (value: unknown, path: Path): Path[] =>
    typeof value === 'object' && value !== null
      ? [
          path,
          ...Object.entries(value).flatMap(([key, part]) =>
            paths(part, [...path, Array.isArray(value) ? Number(key) : key]),
          ),
        ]
      : [path]
  const files = phq9()
  const everywhere = (['survey', 'instrument', 'vectors'] as const).flatMap((file) =>
    paths(files[file], []).map((path) => ({ file, path })),
  )
  fc.assert(
    fc.property(fc.constantFrom(...everywhere), fc.jsonValue(), ({ file, path }, replacement) => {
      const read = readQuestionnaire('phq-9', { ...files, [file]: withAt(files[file], path, replacement) })
      const refusals = read.ok ? [] : read.refusal
      expect(refusals.every(({ code, at }) => /^[A-Z_]+$/.test(code) && at?.startsWith('phq-9/'))).toBe(true)
    }),
    { numRuns: process.env.ANXIN_LONG === undefined ? 500 : 100_000 },
  )
})
