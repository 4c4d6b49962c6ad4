import type { Instrument } from '../../src/instruments/instrument.ts'
import type { Questionnaire } from '../../src/instruments/questionnaire.ts'
import type { Answers, Vectors } from '../../src/instruments/vectors.ts'
import type { WordingPack } from '../../src/instruments/wording-pack.ts'
import { score } from '../../src/scoring/score.ts'

const label = { 'zh-CN': '示例', en: 'Example' }
const own: NonNullable<Instrument['provenance']['en']> = {
  status: 'own',
  sources: ['示例：为测试写成'],
  note: null,
}

const instrument: Instrument = {
  id: 'example-sleep',
  version: '1',
  title: { 'zh-CN': '示例睡眠量表' },
  kind: 'scale',
  raters: ['self', 'staff'],
  modes: ['client', 'interview'],
  qualification: null,
  ages: { min: 12 },
  timeFrame: 'pastWeek',
  languages: ['zh-CN'],
  terms: {
    class: 'A',
    statement: '示例条款：可以自由使用。',
    url: 'https://example.org/terms',
    nonCommercial: false,
    noModification: false,
    officialTranslationOnly: false,
    seen: '示例：为测试写成',
    credit: null,
  },
  provenance: { 'zh-CN': own },
  codings: { often: [0, 1, 2].map((value) => ({ value, loinc: null })) },
  items: ['q1', 'q2', 'q3', 'q4'].map((id) => ({ id, coding: 'often', required: true, loinc: null })),
  skips: [{ items: ['q4'], askedIfAny: ['q1'], atLeast: 1, atMost: null }],
  notFor: [{ items: ['q3'], sex: 'male', ages: null, citation: '示例' }],
  missing: { rule: 'noScore' },
  scales: [
    {
      id: 'total',
      kind: 'sum',
      label: null,
      items: ['q1', 'q2', 'q3', 'q4'],
      reverse: ['q2'],
      factor: 1,
      range: { min: 0, max: 8 },
      direction: 'higherIsWorse',
      loinc: null,
      citation: '示例',
      bands: [],
      cutOffs: [
        { id: 'high', score: 5, sex: null, ages: null, label, citation: '示例', caveat: null, next: null },
      ],
      reliability: null,
      reliableChange: null,
      meaningfulChange: null,
    },
  ],
  criticalItems: [
    { item: 'q3', values: [2], response: 'prompt' },
    { item: 'q4', values: [1, 2], response: 'interviewSameVisit' },
  ],
  advice: null,
  loinc: null,
}

const survey: Questionnaire['survey'] = {
  locale: 'zh-cn',
  title: { 'zh-cn': '示例睡眠量表' },
  description: { 'zh-cn': '示例：最近一周。' },
  pages: [
    {
      name: 'p1',
      elements: instrument.items.map(({ id }) => ({
        type: 'radiogroup',
        name: id,
        title: { 'zh-cn': `示例问题 ${id}` },
        ...(id === 'q4' ? { visibleIf: '{q1} >= 1' } : {}),
        choices: [0, 1, 2].map((value) => ({ value, text: { 'zh-cn': `示例答案 ${value}` } })),
      })),
    },
  ],
}

const answered: [string, Answers][] = [
  ['最低', { q1: 0, q2: 2, q3: 0 }],
  ['最高', { q1: 2, q2: 0, q3: 2, q4: 2 }],
  ['没有答完', { q1: 1 }],
]

/** Worked examples that come out as they say. */
export const examplesOf = (given: Instrument): Vectors => ({
  cases: answered.map(([name, answers]) => {
    const { instrument: _, version: __, reached = {}, notes = [], ...finding } = score(given, answers)
    return { name, answers, result: { ...finding, reached, notes } }
  }),
})

/** An instrument made up for tests: four questions in Chinese, the second reversed, the third not for men. */
export const exampleInstrument: Questionnaire = { instrument, survey, vectors: examplesOf(instrument) }

/** English words for it. */
export const exampleWording: WordingPack = {
  format: 'anxin-wording-pack/1',
  instrument: 'example-sleep',
  instrumentVersion: '1',
  version: 'en1',
  language: 'en',
  provenance: { status: 'officialCopy', sources: ['Example: written for tests'], note: null },
  terms: { ...instrument.terms, statement: 'Example terms of the translation.' },
  title: 'Example Sleep Scale',
  instructions: 'Example: the past week.',
  items: Object.fromEntries(instrument.items.map(({ id }) => [id, `Example question ${id}`])),
  answers: { often: Object.fromEntries([0, 1, 2].map((value) => [value, `Example answer ${value}`])) },
}

/** As somebody would choose it. */
export const fileOf = (name: string, content: unknown): { name: string; bytes: Uint8Array } => ({
  name,
  bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content, null, 2)),
})

/** The three files of a folder. */
export const folderOf = (questionnaire: Record<keyof Questionnaire, unknown>) =>
  (['instrument', 'survey', 'vectors'] as const).map((part) => fileOf(`${part}.json`, questionnaire[part]))
