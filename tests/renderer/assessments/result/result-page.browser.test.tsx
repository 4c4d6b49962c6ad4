import { createRoot, type Root } from 'react-dom/client'
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { Assessment } from '../../../../src/casework/assessments/assessment.ts'
import type { Client } from '../../../../src/casework/clients/client.ts'
import type { Stored } from '../../../../src/casework/records/record.ts'
import { type Questionnaire, readQuestionnaire } from '../../../../src/instruments/questionnaire.ts'
import type { Answers } from '../../../../src/instruments/vectors.ts'
import { aboutClient } from '../../../../src/renderer/assessments/about-client.ts'
import { ResultPage } from '../../../../src/renderer/assessments/result/result-page.tsx'
import type { ClientOnShow } from '../../../../src/renderer/clients/client-context.ts'
import { setupLocale } from '../../../../src/renderer/locale/locale.ts'
import type { ShelfEntry } from '../../../../src/room/contract/library.ts'
import { score } from '../../../../src/scoring/score.ts'
import { assessmentOf, clientOf, idOf, stored } from '../../../casework/records.ts'

const files = import.meta.glob<unknown>('../../../../questionnaires/*/*.json', {
  eager: true,
  import: 'default',
})
const shipped = [...new Set(Object.keys(files).map((path) => path.split('/').at(-2) ?? ''))].map((id) => {
  const file = (name: string) => files[`../../../../questionnaires/${id}/${name}.json`]
  const read = readQuestionnaire(id, {
    instrument: file('instrument'),
    survey: file('survey'),
    vectors: file('vectors'),
  })
  if (!read.ok) throw new Error(`${id} cannot be read`)
  return read.value
})
const given = (id: string): Questionnaire => {
  const one = shipped.find(({ instrument }) => instrument.id === id)
  if (one === undefined) throw new Error(id)
  return one
}
const entryOf = (questionnaire: Questionnaire): ShelfEntry => ({
  questionnaire,
  signedIn: null,
  wordings: [],
  heldBack: null,
  qualified: [],
})

/** One finished assessment, scored as the room scores it. */
function done(
  number: number,
  id: string,
  answers: Answers,
  more: Partial<Assessment> = {},
  client: Client = clientOf(),
): Stored<Assessment> {
  const { instrument } = given(id)
  const value = assessmentOf({
    instrument: id,
    instrumentVersion: instrument.version,
    language: instrument.languages[0] ?? 'zh-CN',
    answers: { ...answers },
    ...more,
  })
  const about = { ...aboutClient(client, value.startedAt), rater: value.rater.kind }
  return stored(number, { ...value, result: more.result ?? score(instrument, answers, about) })
}
const every = (id: string, value: number): Answers =>
  Object.fromEntries(given(id).instrument.items.map((item) => [item.id, value]))

let root: Root
beforeEach(() => {
  setupLocale()
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})

async function show(
  assessments: Stored<Assessment>[],
  { client = clientOf(), earlier = [] as Questionnaire[], shelf = shipped } = {},
) {
  const context: ClientOnShow = {
    file: {
      client: stored(1, client),
      age: null,
      consents: [],
      assessments,
      alerts: [],
      episodes: [],
      decisions: [],
      groups: [],
      proposals: [],
      standing: null,
      suggestion: null,
      staffNames: {},
      unreadable: 0,
    },
    shelf: { entries: shelf.map(entryOf), earlier, broken: [], nonCommercial: null, staffNames: {} },
    again: () => {},
  }
  const last = assessments.at(-1)?.id
  const router = createMemoryRouter(
    [
      {
        element: <Outlet context={context} />,
        children: [{ path: '/clients/:clientId/assessments/:assessmentId', element: <ResultPage /> }],
      },
    ],
    { initialEntries: [`/clients/${idOf(1)}/assessments/${last}`] },
  )
  root.render(<RouterProvider router={router} />)
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
}
const text = () => document.body.textContent ?? ''
const at = (day: string) => ({ startedAt: `${day}T01:00:00.000Z`, answeredAt: `${day}T01:06:00.000Z` })

test('a result from before cut-offs were kept is shown as it was, without any', async () => {
  const old = done(50, 'phq-9', every('phq-9', 1))
  const { reached: _, notes: __, ...result } = old.value.result ?? assertNever()
  await show([{ ...old, value: { ...old.value, result } }])
  expect(text()).toContain('9')
  await expect.element(page.getByRole('region', { name: /PHQ-9/ })).toBeVisible()
  expect(document.querySelector('.cut-offs')).toBeNull()
})

test('a cut-off that is reached says what it means, its source, and the next step', async () => {
  await show([done(50, 'phq-2', { q1: 2, q2: 1 })])
  const next = page.getByRole('link', { name: /PHQ-9/ })
  await expect.element(next).toBeVisible()
  expect(next.element().getAttribute('href')).toContain('instruments=phq-9')
  expect(text()).toContain(given('phq-2').instrument.scales[0]?.cutOffs[0]?.citation)
})

test('while the sex is not known, the cut-off reached first counts and the page says so', async () => {
  const unknown = clientOf({ sex: null })
  await show([done(50, 'audit-c', { q1: 1, q2: 1, q3: 1 }, {}, unknown)], { client: unknown })
  expect(text()).toMatch(/Sex is not recorded|没有登记性别/)
})

test('the range is this person’s: a man is not asked one question of PHQ-15', async () => {
  const man = clientOf({ sex: 'male' })
  const answers = Object.fromEntries(Object.entries(every('phq-15', 1)).filter(([item]) => item !== 'q4'))
  await show([done(50, 'phq-15', answers, {}, man)], { client: man })
  expect(text()).toMatch(/0–28/)
  expect(page.getByRole('row').elements().length).toBeGreaterThan(0)
})

test('several scales stand in a table, each with its figure and a bar', async () => {
  await show([done(50, 'brief-cope', every('brief-cope', 2))])
  expect(page.getByRole('meter').elements()).toHaveLength(14)
})

test('PCL-5: the total at length, clusters and criteria in the table', async () => {
  await show([done(50, 'pcl-5', every('pcl-5', 3))])
  const criteria = given('pcl-5').instrument.scales.filter(({ kind }) => kind === 'criteria')
  expect(criteria.length).toBeGreaterThan(0)
  for (const { label } of criteria) expect(text()).toMatch(new RegExp(`${label?.en}|${label?.['zh-CN']}`))
  expect(text()).toContain('60')
})

test('a prompt is a question for the talk, in the words it was asked in', async () => {
  await show([done(50, 'k10', { ...every('k10', 1), q4: 3 })])
  const prompts = page.getByRole('region', { name: /Answers to attend to|需要留意的回答/ })
  await expect.poll(() => prompts.element().textContent).toMatch(/Something to ask about|可在谈话中问一问/)
})

test('a change within measurement error is said to be none', async () => {
  await show([
    done(50, 'phq-9', { ...every('phq-9', 1), q9: 0 }, at('2026-10-01')),
    done(51, 'phq-9', { ...every('phq-9', 1), q9: 0, q1: 2, q2: 2 }, at('2026-11-01')),
  ])
  expect(text()).toMatch(/within measurement error and shows no change|在测量误差内，不能说明有变化/)
})

test('what others say is not compared with what the person said', async () => {
  const informant = { kind: 'informant', relation: '示例邻居' } as const
  await show([
    done(50, 'behaviour-clues', every('behaviour-clues', 0), {
      ...at('2026-10-01'),
      rater: { kind: 'staff', staffId: idOf(900) },
    }),
    done(51, 'behaviour-clues', every('behaviour-clues', 0), { ...at('2026-11-01'), rater: informant }),
  ])
  expect(text()).toMatch(/This is the first one|这是第一次测评/)
})

test('answers given in no time at all are a note beside the score, and the score stays', async () => {
  const answers = { ...every('gad-7', 1), q3: 2 }
  const pace = Object.fromEntries(Object.keys(answers).map((item) => [item, 6]))
  await show([done(50, 'gad-7', answers, { pace })])
  await expect
    .poll(() => page.getByRole('region', { name: /How it was answered|作答情况/ }).element().textContent)
    .toMatch(/0\.6/)
  await expect.poll(() => page.getByRole('region', { name: /GAD-7/ }).element().textContent).toMatch(/8/)
})

test('an observation record has no score and no band, and says what it is', async () => {
  await show([
    done(50, 'observation-record', every('observation-record', 0), {
      rater: { kind: 'informant', relation: '示例邻居' },
      remark: '示例：他很少出门',
    }),
  ])
  expect(text()).toMatch(/not a standardised scale|非标准化量表/)
  expect(text()).toContain('示例：他很少出门')
  expect(document.querySelector('.scale-result')).toBeNull()
})

test('an answer is worded as in the version it was given in', async () => {
  const now = given('gad-7')
  const before: Questionnaire = {
    ...now,
    instrument: { ...now.instrument, version: '0' },
    survey: {
      ...now.survey,
      pages: now.survey.pages.map((one) => ({
        ...one,
        elements: one.elements.map((element) => ({ ...element, title: { 'zh-cn': `旧版 ${element.name}` } })),
      })),
    },
  }
  const answers = every('gad-7', 1)
  const result = { ...score(now.instrument, answers), version: '0' }
  await show([done(50, 'gad-7', answers, { instrumentVersion: '0', result })], { earlier: [before] })
  expect(text()).toContain('旧版 q1')
  expect(text()).not.toContain(now.survey.pages[0]?.elements[0]?.title['zh-cn'])
})

test('an unofficial translation is marked', async () => {
  const translated = shipped.find(
    ({ instrument }) => instrument.provenance['zh-CN']?.status === 'unofficialTranslation',
  )
  const id = translated?.instrument.id ?? ''
  await show([done(50, id, every(id, 0), { language: 'zh-CN' })])
  await expect
    .poll(() => page.getByRole('heading', { level: 1 }).element().textContent)
    .toMatch(/Unofficial translation|非官方译本/)
})

const assertNever = (): never => {
  throw new Error('not scored')
}
