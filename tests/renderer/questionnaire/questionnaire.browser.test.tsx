import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { readQuestionnaire } from '../../../src/instruments/questionnaire.ts'
import { Questionnaire } from '../../../src/renderer/questionnaire/questionnaire.tsx'
import type { SurveyRequest } from '../../../src/renderer/questionnaire/survey-model.ts'
import { type Questions, useQuestions } from '../../../src/renderer/questionnaire/use-questions.ts'
import { score } from '../../../src/scoring/score.ts'

const files = import.meta.glob<unknown>('../../../questionnaires/phq-9/*.json', {
  eager: true,
  import: 'default',
})
const file = (name: string) => files[`../../../questionnaires/phq-9/${name}.json`]
const read = readQuestionnaire('phq-9', {
  instrument: file('instrument'),
  survey: file('survey'),
  vectors: file('vectors'),
})
if (!read.ok) throw new Error('phq-9 cannot be read')
const { instrument, survey } = read.value

let root: Root
let questions: Questions
let answers: Record<string, number>
let heard: [string, number | null][]

const keep = (question: string, value: number | null) => {
  heard.push([question, value])
  if (value === null) delete answers[question]
  else answers[question] = value
}

function Sheet(request: Partial<SurveyRequest>) {
  questions = useQuestions({
    survey,
    language: 'zh-CN',
    arrangement: 'list',
    answers: {},
    answeredBefore: [],
    ...request,
    onAnswer: keep,
  })
  return <Questionnaire questions={questions} />
}

const show = async (request: Partial<SurveyRequest>) => {
  root.render(<Sheet {...request} />)
  await expect.element(page.getByRole('radiogroup').first()).toBeVisible()
}
const group = (title: RegExp) => page.getByRole('radiogroup', { name: title })

beforeEach(() => {
  answers = {}
  heard = []
  const place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
})

afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})

test('SurveyJS shows the published questions, and clicking gives the published coding', async () => {
  await show({})
  expect(page.getByRole('radiogroup').elements()).toHaveLength(9)

  await group(/提不起劲/)
    .getByRole('radio', { name: '一半以上的天数' })
    .click()
  await group(/心情低落/)
    .getByRole('radio', { name: '几乎每天' })
    .click()
  expect(answers).toEqual({ q1: 2, q2: 3 })
})

test('the last question appears once any answer is above 0, and goes with its answer when none is', async () => {
  await show({})
  await group(/提不起劲/)
    .getByRole('radio', { name: '完全不会' })
    .click()
  await expect.element(group(/造成了多大困难/)).not.toBeInTheDocument()

  await group(/提不起劲/)
    .getByRole('radio', { name: '好几天' })
    .click()
  await group(/造成了多大困难/)
    .getByRole('radio', { name: '非常困难' })
    .click()
  expect(answers.q10).toBe(2)

  await group(/提不起劲/)
    .getByRole('radio', { name: '完全不会' })
    .click()
  await expect.element(group(/造成了多大困难/)).not.toBeInTheDocument()
  expect(answers).toEqual({ q1: 0 })
  expect(heard).toContainEqual(['q10', null])
})

test('copying from paper by keyboard: the key is the published code and the focus goes on', async () => {
  await show({})
  await userEvent.keyboard('21301020')
  await userEvent.keyboard('1')
  expect(answers).toEqual({ q1: 2, q2: 1, q3: 3, q4: 0, q5: 1, q6: 0, q7: 2, q8: 0, q9: 1 })

  const result = score(instrument, answers)
  expect(result.scores).toEqual({ total: 10 })
  expect(result.bands).toEqual({ total: 'moderate' })
  expect(result.critical).toEqual([{ item: 'q9', value: 1 }])
})

test('alone on the screen: one question at a time, chosen by number key, and back again', async () => {
  await show({ arrangement: 'oneByOne' })
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('做事时提不起劲或没有兴趣')
  expect(questions.current).toMatchObject({ name: 'q1', number: 1, of: 9 })

  await userEvent.keyboard('0')
  expect(answers).toEqual({ q1: 0 })
  await userEvent.keyboard('3')
  expect(answers).toEqual({ q1: 3 })
  await userEvent.keyboard('9')
  expect(answers).toEqual({ q1: 3 })

  questions.move(1)
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('感到心情低落、沮丧或绝望')
  expect(questions.current).toMatchObject({ name: 'q2', number: 2, of: 10 })
  await expect.element(page.getByRole('radio').first()).toHaveFocus()

  questions.move(-1)
  await expect.element(page.getByRole('radio', { name: '几乎每天' })).toBeChecked()
})

test('after a reload it goes on at the next open question and asks what an unknown answer may call for', async () => {
  await show({ arrangement: 'oneByOne', answeredBefore: ['q1', 'q2', 'q3'] })
  expect(questions.current).toMatchObject({ name: 'q4', number: 4, of: 10 })
})

test('in English it uses the English wording', async () => {
  await show({ language: 'en' })
  await group(/Little interest/)
    .getByRole('radio', { name: 'Nearly every day' })
    .click()
  expect(answers).toEqual({ q1: 3 })
})
