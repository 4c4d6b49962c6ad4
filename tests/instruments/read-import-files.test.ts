import { describe, expect, it } from 'vitest'
import { readImportFiles } from '../../src/instruments/read-import-files.ts'
import { exampleInstrument, exampleWording } from '../support/example-instrument.ts'

const text = (content: unknown) => JSON.stringify(content, null, 2)
const folder = (changed: object = {}) =>
  Object.entries({ ...exampleInstrument, ...changed }).map(([part, content]) => ({
    name: `example-sleep/${part}.json`,
    text: text(content),
  }))

/** Code, place and, where there is one, what was named. */
const refusalsOf = (files: { name: string; text: string }[]): string[] => {
  const read = readImportFiles(files)
  return read.ok ? [] : read.refusal.map(({ code, at = '' }) => `${code} ${at}`)
}

const survey = (change: (survey: typeof exampleInstrument.survey) => unknown) =>
  folder({ survey: change(structuredClone(exampleInstrument.survey)) })
const instrument = (change: (instrument: Record<string, unknown>) => unknown) =>
  folder({ instrument: change(structuredClone(exampleInstrument.instrument)) })
const [question] = exampleInstrument.survey.pages[0]?.elements ?? []
const [scale] = exampleInstrument.instrument.scales

describe('chosen files', () => {
  it('are a folder, one file, a wording pack or a FHIR resource', () => {
    expect(readImportFiles(folder())).toMatchObject({
      ok: true,
      value: { kind: 'instrument', source: 'folder', questionnaire: exampleInstrument },
    })
    expect(readImportFiles([{ name: 'one.json', text: text(exampleInstrument) }])).toMatchObject({
      ok: true,
      value: { kind: 'instrument', source: 'file', questionnaire: exampleInstrument },
    })
    expect(readImportFiles([{ name: 'pack.json', text: text(exampleWording) }])).toEqual({
      ok: true,
      value: { kind: 'wording', file: 'pack.json', pack: exampleWording },
    })
    const resource = { resourceType: 'Questionnaire' }
    expect(readImportFiles([{ name: 'x.json', text: text(resource) }])).toEqual({
      ok: true,
      value: { kind: 'fhir', file: 'x.json', resource },
    })
  })

  it('are nothing at all otherwise', () => {
    expect(refusalsOf([])).toEqual(['FILES_NOT_RECOGNISED '])
    expect(refusalsOf([...folder(), ...folder()])).toEqual(['FILES_NOT_RECOGNISED '])
    for (const content of [null, [], 1, {}, { survey: {} }, [exampleInstrument]])
      expect(refusalsOf([{ name: 'x.json', text: text(content) }])).toEqual(['FILES_NOT_RECOGNISED x.json'])
    expect(refusalsOf(folder().slice(1))).toEqual(['FILE_MISSING instrument.json'])
    const scripted = { ...exampleInstrument, script: 'alert(1)' }
    expect(refusalsOf([{ name: 'x.json', text: text(scripted) }])).toEqual(['UNKNOWN_KEY x.json#/script'])
  })
})

describe.each<[string, { name: string; text: string }[], string]>([
  [
    'an unknown question',
    survey(({ pages: [page], ...rest }) => ({
      ...rest,
      pages: [{ ...page, elements: [...(page?.elements ?? []), { ...question, name: 'q9' }] }],
    })),
    'UNKNOWN_QUESTION survey.json#/pages/0/elements/4/name',
  ],
  [
    'a question named twice',
    survey(({ pages: [page], ...rest }) => ({
      ...rest,
      pages: [{ ...page, elements: [...(page?.elements ?? []), question] }],
    })),
    'DUPLICATE_QUESTION survey.json#/pages/0/elements/4/name',
  ],
  [
    'an answer outside the coding',
    survey(({ pages: [page], ...rest }) => ({
      ...rest,
      pages: [
        {
          ...page,
          elements: page?.elements.map((one) =>
            one.name === 'q2'
              ? { ...one, choices: [...one.choices, { value: 7, text: { 'zh-cn': '七' } }] }
              : one,
          ),
        },
      ],
    })),
    'ANSWER_OUTSIDE_CODING survey.json#/pages/0/elements/1/choices/3/value',
  ],
  [
    'conditions that wait for each other',
    instrument((one) => ({
      ...one,
      skips: [
        { items: ['q3'], askedIfAny: ['q4'], atLeast: 1, atMost: null },
        { items: ['q4'], askedIfAny: ['q3'], atLeast: 1, atMost: null },
      ],
    })),
    'SKIP_RULE_LOOKS_AHEAD instrument.json#/skips/0/askedIfAny/0',
  ],
  [
    'a condition that looks at its own question',
    survey(({ pages: [page], ...rest }) => ({
      ...rest,
      pages: [
        { ...page, elements: page?.elements.map((one) => ({ ...one, visibleIf: `{${one.name}} >= 1` })) },
      ],
    })),
    'SKIP_RULE_DIFFERS survey.json#/pages/0/elements/0/visibleIf',
  ],
  [
    'ten thousand questions',
    instrument((one) => ({
      ...one,
      items: Array.from({ length: 10_000 }, (_, index) => ({
        id: `q${index + 1}`,
        coding: 'often',
        required: true,
        loinc: null,
      })),
    })),
    'WRONG_SHAPE instrument.json#/items',
  ],
  [
    'markup in a text',
    survey((one) => ({ ...one, description: { 'zh-cn': '<img src=x onerror=alert(1)>' } })),
    'NOT_PLAIN_TEXT survey.json#/description/zh-cn',
  ],
  [
    'a placeholder in a text',
    survey((one) => ({ ...one, description: { 'zh-cn': '{q1}' } })),
    'NOT_PLAIN_TEXT survey.json#/description/zh-cn',
  ],
  [
    'a trigger',
    survey((one) => ({ ...one, triggers: [{ type: 'runexpression', expression: '1' }] })),
    'UNKNOWN_KEY survey.json#/triggers',
  ],
  [
    'an expression in the scoring',
    instrument((one) => ({ ...one, scales: [{ ...scale, expression: 'q1 + q2' }] })),
    'UNKNOWN_KEY instrument.json#/scales/0/expression',
  ],
  [
    'an expression for a factor',
    instrument((one) => ({ ...one, scales: [{ ...scale, factor: '1 + 1' }] })),
    'WRONG_SHAPE instrument.json#/scales/0/factor',
  ],
  ['no terms', instrument(({ terms: _, ...one }) => one), 'WRONG_SHAPE instrument.json#/terms'],
  ...['constructor', 'toString', 'valueOf'].flatMap((name): [string, ReturnType<typeof folder>, string][] => [
    [
      `a coding called like what every object has: ${name}`,
      instrument((one) => ({
        ...one,
        items: exampleInstrument.instrument.items.map((item) => ({ ...item, coding: name })),
      })),
      'WRONG_SHAPE instrument.json#/items/0/coding',
    ],
    [
      `a scale called like what every object has: ${name}`,
      instrument((one) => ({ ...one, scales: [{ ...scale, id: name }] })),
      'WRONG_SHAPE instrument.json#/scales/0/id',
    ],
  ]),
  [
    'a question not for everyone on which others hang that are',
    instrument((one) => ({
      ...one,
      skips: [{ items: ['q4'], askedIfAny: ['q3'], atLeast: 1, atMost: null }],
    })),
    'GATE_NOT_FOR_PERSON instrument.json#/notFor/0/items',
  ],
  [
    'an instrument called like what every object has',
    instrument((one) => ({ ...one, id: 'constructor' })),
    'WRONG_SHAPE instrument.json#/id',
  ],
  [
    'an answer beyond all measure, which a table would have to list',
    instrument((one) => ({
      ...one,
      codings: { often: [0, 1, 2 ** 52].map((value) => ({ value, loinc: null })) },
    })),
    'WRONG_SHAPE instrument.json#/codings/often/2/value',
  ],
  [
    'a skip rule over a million questions',
    instrument((one) => ({
      ...one,
      skips: [{ items: Array(1_000_000).fill('q4'), askedIfAny: ['q1'], atLeast: 1, atMost: null }],
    })),
    'WRONG_SHAPE instrument.json#/skips/0/items',
  ],
  [
    'two answers that read the same',
    survey(({ pages: [page], ...rest }) => ({
      ...rest,
      pages: [
        {
          ...page,
          elements: page?.elements.map((one) => ({
            ...one,
            choices: one.choices.map((choice) => ({ ...choice, text: { 'zh-cn': '经常' } })),
          })),
        },
      ],
    })),
    'TEXT_TWICE survey.json#/pages/0/elements/0/choices/1/text/zh-cn',
  ],
  ...[' \n', '\u200b\u00ad', '\ud800文', '\u200f文'].map(
    (text): [string, ReturnType<typeof folder>, string] => [
      `a text that is not what it seems: ${JSON.stringify(text)}`,
      survey((one) => ({ ...one, description: { 'zh-cn': text } })),
      'NOT_PLAIN_TEXT survey.json#/description/zh-cn',
    ],
  ),
])('cases 53 and 54: %s', (_, files, expected) => {
  it('is refused with file, path and reason', () => {
    expect(refusalsOf(files)).toContain(expected)
  })
})

it('hundreds of faults are not given one by one', () => {
  const files = instrument((one) => ({ ...one, items: Array.from({ length: 200 }, () => ({ script: 1 })) }))
  const refusals = refusalsOf(files)
  expect(refusals).toHaveLength(201)
  expect(refusals.at(-1)).toBe('MORE_FAULTS ')
})

it('a file with hundreds of thousands of faults is refused as any other', () => {
  const refusals = refusalsOf([{ name: 'x.json', text: `{${'"a":1,'.repeat(300_000)}"a":1}` }])
  expect(refusals.slice(0, 1)).toEqual(['DUPLICATE_KEY x.json#/a'])
  expect(refusals).toHaveLength(201)
})
