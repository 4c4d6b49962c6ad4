import { describe, expect, it } from 'vitest'
import { type AnyItem, choice, drafted, form, leftOut, ordinal, scored, variable } from './forms.ts'

/** Three questions, a group of two with its own text, and a question whose answers are plain numbers. */
const items: AnyItem[] = [
  choice('a'),
  choice('b'),
  choice('c'),
  {
    linkId: 'g',
    type: 'group',
    text: 'More questions',
    item: [choice('g.1', [0, 1, 2, 3, 4]), choice('g.2', [0, 1, 2, 3, 4])],
  },
  {
    linkId: 'n',
    type: 'choice',
    text: 'How bad?',
    answerOption: [0, 1, 2].map((valueInteger) => ({ valueInteger })),
  },
]

const answer = (linkId: string) => `%resource.item.where(linkId = '${linkId}').answer.value`
const ext = (linkId: string) =>
  `%resource.item.where(linkId='${linkId}').answer.valueCoding.extension.where(url='${ordinal}').valueDecimal`
/** As the rule editor of LHC-Forms writes it. */
const chosen = (linkId: string) =>
  `%questionnaire.item.where(linkId = '${linkId}').answerOption.where(valueCoding.code=%resource.item.where(linkId = '${linkId}').answer.valueCoding.code).extension.where(url='${ordinal}').valueDecimal`
const lhc = { a: chosen('a'), b: chosen('b'), c: chosen('c') }
const anyAnswered = { any_questions_answered: '%a.exists() or %b.exists() or %c.exists()' }

const sum = (names: string, reverse: string[] = [], factor = 1) => ({
  kind: 'sum',
  items: names.split(' '),
  reverse,
  factor,
})

const sums: [string, string, object, Record<string, string>?][] = [
  ['variables of the rule editor', '%a + %b + %c', sum('q1 q2 q3'), lhc],
  [
    'what the rule editor exports',
    'iif(%any_questions_answered, iif(%a.exists(), %a, 0) + iif(%b.exists(), %b, 0) + iif(%c.exists(), %c, 0), {})',
    sum('q1 q2 q3'),
    { ...lhc, ...anyAnswered },
  ],
  ['what answers carry', `${ext('a')} + ${ext('b')}`, sum('q1 q2')],
  ['ordinal() of each', `${answer('a')}.ordinal() + ${answer('c')}.ordinal()`, sum('q1 q3')],
  [
    'weight() of all but the total',
    "%resource.item.where(linkId!='total').answer.value.weight().sum()",
    sum('q1 q2 q3'),
  ],
  ['a group', "%resource.item.where(linkId='g').item.answer.value.ordinal().sum()", sum('q4 q5')],
  [
    'aggregate',
    "%resource.repeat(item).where(linkId='g').item.answer.ordinal().aggregate($this + $total, 0)",
    sum('q4 q5'),
  ],
  [
    'a list of names',
    "%resource.item.where(linkId in ('a' | 'c')).answer.value.ordinal().sum()",
    sum('q1 q3'),
  ],
  [
    'names that begin alike',
    "%resource.descendants().where(linkId.startsWith('g.')).answer.valueCoding.weight().sum()",
    sum('q4 q5'),
  ],
  [
    'names by a plain pattern',
    "%resource.item.where(linkId.matches('^[a-b]$')).answer.value.ordinal().sum()",
    sum('q1 q2'),
  ],
  [
    'names one by one',
    "%context.item.where(linkId='a' or linkId='b').answer.value.weight().sum()",
    sum('q1 q2'),
  ],
  [
    'the extension by its short name',
    '%resource.repeat(item).answer.value.extension(%`ext-ordinalValue`).value.sum()',
    sum('q1 q2 q3 q4 q5'),
  ],
  ['all answers', 'answers().sum(value.ordinal())', sum('q1 q2 q3 q4 q5')],
  [
    'paths held in variables',
    '%one.ordinal() + %two.ordinal()',
    sum('q1 q2'),
    { one: answer('a'), two: answer('b') },
  ],
  ['a variable that is the sum', '%raw * 4', sum('q1 q2 q3', [], 4), { ...lhc, raw: '%a + %b + %c' }],
  ['answers that are numbers', "%resource.item.where(linkId='n').answer.valueInteger", sum('q6')],
  ['a reversed item', '%a + (3 - %b) + %c', sum('q1 q2 q3', ['q2']), lhc],
  ['blanks told by empty()', 'iif(%a.empty(), 0, %a) + %b', sum('q1 q2'), lhc],
  ['a mean', '(%a + %b + %c) / 3', { kind: 'mean', items: ['q1', 'q2', 'q3'], reverse: [], factor: 1 }, lhc],
  [
    'avg()',
    "%resource.item.where(linkId in ('a'|'b'|'c')).answer.value.ordinal().avg()",
    { kind: 'mean', factor: 1 },
  ],
  ['weights', '%a * 2 + %b', { kind: 'weighted', weights: { q1: 2, q2: 1 } }, lhc],
  [
    'a count',
    "%resource.item.where(linkId in ('a'|'b')).answer.value.ordinal().where($this >= 2).count()",
    { kind: 'count', values: [2, 3] },
  ],
]

describe('a score is recognised', () => {
  it.each(sums)('%s', (_, expression, scale, variables = {}) => {
    const resource = form([...items, scored(expression, variables)])
    expect(drafted(resource).instrument.scales).toEqual([expect.objectContaining({ id: 'total', ...scale })])
    expect(leftOut(resource).filter((one) => !one.startsWith('FHIR_BLANKS'))).toEqual([])
  })

  it('with variables of the whole form and of a group around it', () => {
    const total: AnyItem = {
      linkId: 's',
      type: 'group',
      extension: [variable('b', chosen('b'))],
      item: [scored('%a + %b')],
    }
    const resource = form([...items, total], { extension: [variable('a', chosen('a'))] })
    expect(drafted(resource).instrument.scales).toMatchObject([sum('q1 q2')])
  })

  it('and says so where the form counts a blank as nothing', () => {
    const blanks = (expression: string) => leftOut(form([...items, scored(expression, lhc)]))
    expect(blanks('iif(%a.exists(), %a, 0) + %b')).toEqual(['FHIR_BLANKS /item/5'])
    expect(blanks('%a + %b')).toEqual([])
  })

  it('with its range', () => {
    const { scales } = drafted(form([...items, scored('%a + (3 - %b) + %c', lhc)])).instrument
    expect(scales).toMatchObject([{ range: { min: 0, max: 9 } }])
  })
})

const others: [string, string, Record<string, string>?][] = [
  ['a function', '%a.power(2)', lhc],
  ['answers multiplied', '%a * %b', lhc],
  ['an unknown variable', '%a + %height', lhc],
  ['variables in a circle', '%x + 1', { x: '%y', y: '%x' }],
  [
    'variables that double each other',
    '%v0',
    Object.fromEntries([...Array(40)].map((_, n) => [`v${n}`, `%v${n + 1} + %v${n + 1}`])),
  ],
  ['a union, which drops equal answers', '(%a | %b | %c).sum()', lhc],
  ['a condition on the score', 'iif(%a > 2, %a, 0) + %b', lhc],
  ['one answer for another', 'iif(%b.exists(), %a, 0)', lhc],
  ['a constant on top', '%a + %b + 1', lhc],
  ['an item that is not there', "%resource.item.where(linkId='z').answer.value.ordinal().sum()"],
  ['several answers as one number', '%resource.item.answer.value.ordinal() + 1'],
  ['codes taken for numbers', `${answer('a')} + ${answer('b')}`],
  [
    'the answer to another question',
    chosen('a')
      .replace('answer.valueCoding', 'answer.valueCoding')
      .replace("%resource.item.where(linkId = 'a')", "%resource.item.where(linkId = 'b')"),
  ],
  ['another extension', `${ext('a').replace(ordinal, 'http://example.org/price')}`],
  [
    'a pattern that runs long',
    "%resource.item.where(linkId.matches('^(a+)+$')).answer.value.ordinal().sum()",
  ],
  ['no expression at all', '%a + + %b', lhc],
  ['program text', 'process.exit(1)', lhc],
  ['more brackets than anyone writes', `${'('.repeat(5000)}%a${')'.repeat(5000)}`, lhc],
  ['a sum without end', Array(5000).fill('%a').join(' + '), lhc],
]

describe('a score is left out and reported when it is anything else', () => {
  it.each(others)('%s', (_, expression, variables = {}) => {
    const resource = form([...items, scored(expression, variables)])
    expect(drafted(resource).instrument.scales).toEqual([])
    expect(leftOut(resource)).toEqual(['FHIR_EXPRESSION /item/5'])
  })

  it('a sum that would include a question that was left out', () => {
    const unread = choice('x', [0, 0.5, 1])
    const resource = form([choice('a'), unread, scored('%resource.item.answer.value.ordinal().sum()')])
    expect(drafted(resource).instrument.scales).toEqual([])
    expect(leftOut(resource)).toEqual(['FHIR_ANSWER /item/1/answerOption/1', 'FHIR_EXPRESSION /item/2'])
  })
})
