import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { readQuestionnaire } from '../../../src/instruments/questionnaire.ts'
import { setupLocale } from '../../../src/renderer/locale/locale.ts'
import { DigitSheet } from '../../../src/renderer/questionnaire/digit-sheet.tsx'
import { useQuestions } from '../../../src/renderer/questionnaire/use-questions.ts'

const files = import.meta.glob<unknown>('../../../questionnaires/{phq-9,adl-elder}/*.json', {
  eager: true,
  import: 'default',
})
const surveyOf = (id: string) => {
  const file = (name: string) => files[`../../../questionnaires/${id}/${name}.json`]
  const read = readQuestionnaire(id, {
    instrument: file('instrument'),
    survey: file('survey'),
    vectors: file('vectors'),
  })
  if (!read.ok) throw new Error(`${id} cannot be read`)
  return read.value.survey
}

let root: Root
let answers: Record<string, number>

function Sheet({ id, before = {} }: { id: string; before?: Record<string, number> }) {
  const questions = useQuestions({
    survey: surveyOf(id),
    language: 'zh-CN',
    arrangement: 'list',
    answers: before,
    answeredBefore: [],
    onAnswer: (question, value) => {
      if (value === null) delete answers[question]
      else answers[question] = value
    },
  })
  return <DigitSheet questions={questions} />
}

const show = async (id: string) => {
  root.render(<Sheet id={id} />)
  await page.getByRole('textbox').first().click()
}

beforeEach(() => {
  setupLocale()
  answers = {}
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})

test('digits alone fill the form: each goes on to the next field, and a question that appears is next', async () => {
  await show('phq-9')
  await expect.poll(() => page.getByRole('textbox').elements().length).toBe(9)
  await userEvent.keyboard('0130000012')
  expect(answers).toEqual({ q1: 0, q2: 1, q3: 3, q4: 0, q5: 0, q6: 0, q7: 0, q8: 0, q9: 1, q10: 2 })
})

test('the first digit can be typed at once, and an entry goes on where it was left', async () => {
  root.render(<Sheet id="phq-9" />)
  await expect.element(page.getByRole('textbox').first()).toHaveFocus()
  await userEvent.keyboard('12')
  expect(answers).toEqual({ q1: 1, q2: 2 })
  root.render(<Sheet key="later" id="phq-9" before={answers} />)
  await expect.element(page.getByRole('textbox').nth(2)).toHaveFocus()
})

test('a digit that is no code is said and not taken, and what follows waits', async () => {
  await show('phq-9')
  await userEvent.keyboard('07')
  await expect.poll(() => page.getByRole('alert').element().textContent).toMatch(/0 1 2 3/)
  expect(answers).toEqual({ q1: 0 })
  await userEvent.keyboard('{Backspace}2')
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  expect(answers).toEqual({ q1: 0, q2: 2 })
})

test('Enter leaves a question open, ↑ goes back, and an emptied field takes the answer back', async () => {
  await show('phq-9')
  await userEvent.keyboard('1{Enter}2')
  expect(answers).toEqual({ q1: 1, q3: 2 })
  await userEvent.keyboard('{ArrowUp}{Backspace}')
  expect(answers).toEqual({ q1: 1 })
})

test('codes of two digits: 10 is ten, 1 and Enter is one, and 1 before another digit is one too', async () => {
  await show('adl-elder')
  // Eating and dressing have no code that begins another; toilet and moving have 1 and 10.
  await userEvent.keyboard('000')
  await userEvent.keyboard('10')
  await userEvent.keyboard('1{Enter}')
  expect(answers).toEqual({ q1: 0, q2: 0, q3: 0, q4: 10, q5: 1 })
})

test('the next digit after a 1 that is not 10 belongs to the next question', async () => {
  await show('adl-elder')
  await userEvent.keyboard('00015')
  expect(answers).toEqual({ q1: 0, q2: 0, q3: 0, q4: 1, q5: 5 })
})
