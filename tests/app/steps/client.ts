import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'

interface Question {
  name: string
  title: { 'zh-cn': string }
  choices: { value: number; text: { 'zh-cn': string } }[]
}

/** The questions of a questionnaire as they are shipped. */
const questionsOf = (instrument: string): Question[] => {
  const file = new URL(`../../../questionnaires/${instrument}/survey.json`, import.meta.url)
  const survey: { pages: { elements: Question[] }[] } = JSON.parse(readFileSync(file, 'utf8'))
  return survey.pages.flatMap(({ elements }) => elements)
}

/** Answers these questions of a questionnaire one after the other, beginning at the one on the screen. */
export async function answer(
  page: Page,
  instrument: string,
  answers: Record<string, number>,
  how: 'keys' | 'clicks',
): Promise<void> {
  const questions = questionsOf(instrument)
  const asked = Object.entries(answers)
  for (const [place, [name, value]] of asked.entries()) {
    const question = questions.find((one) => one.name === name)
    const choice = question?.choices.find((one) => one.value === value)
    if (question === undefined || choice === undefined) throw new Error(`${instrument} ${name} ${value}`)
    await expect(page.getByRole('heading', { level: 1, name: question.title['zh-cn'] })).toBeVisible()
    const goOn = page.getByRole('button', { name: name === questions.at(-1)?.name ? '答完了' : '下一题' })
    const row = page.getByRole('radio', { name: choice.text['zh-cn'], exact: true })
    // The number beside the row is the published code.
    if (how === 'keys') await page.keyboard.press(String(value))
    else await row.click()
    await expect(row).toBeChecked()
    await expect(goOn).toBeEnabled()
    if (place === asked.length - 1 && name !== questions.at(-1)?.name) return
    if (how === 'keys') await page.keyboard.press('Enter')
    else await goOn.click()
  }
}
