import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import type { Language } from '../../../src/casework/records/values.ts'
import { wordingIn } from './wording.ts'

type Text = Partial<Record<'zh-cn' | 'en', string>>

interface Question {
  name: string
  title: Text
  choices: { value: number; text: Text }[]
}

/** The questions of an instrument, as far as a person sees them. */
export interface Asked {
  pages: { elements: Question[] }[]
}

const shipped = (instrument: string): Asked =>
  JSON.parse(
    readFileSync(new URL(`../../../questionnaires/${instrument}/survey.json`, import.meta.url), 'utf8'),
  )

/** Answers these questions of an instrument one after the other and goes on after each, beginning at the one on the screen. */
export async function answer(
  page: Page,
  instrument: string | Asked,
  answers: Record<string, number>,
  how: 'keys' | 'clicks',
  language: Language = 'zh-CN',
): Promise<void> {
  const t = wordingIn(language)
  const survey = typeof instrument === 'string' ? shipped(instrument) : instrument
  const questions = survey.pages.flatMap(({ elements }) => elements)
  const wording = language === 'en' ? 'en' : 'zh-cn'
  const goOn = page
    .getByRole('button', { name: t('kiosk:next'), exact: true })
    .or(page.getByRole('button', { name: t('kiosk:finish'), exact: true }))
  for (const [name, value] of Object.entries(answers)) {
    const question = questions.find((one) => one.name === name)
    const title = question?.title[wording]
    const text = question?.choices.find((one) => one.value === value)?.text[wording]
    if (title === undefined || text === undefined) throw new Error(`${name} ${value}`)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    const row = page.getByRole('radio', { name: text, exact: true })
    // The number beside the row is the published code.
    if (how === 'keys') await page.keyboard.press(String(value))
    else await row.click()
    await expect(row).toBeChecked()
    await expect(goOn).toBeEnabled()
    if (how === 'keys') await page.keyboard.press('Enter')
    else await goOn.click()
  }
}

/** The client has come to the end, and calls a member of staff. */
export async function callStaff(page: Page, language: Language = 'zh-CN'): Promise<void> {
  const t = wordingIn(language)
  await expect(page.getByRole('heading', { name: t('kiosk:thanks.title') })).toBeVisible()
  await page.getByRole('button', { name: t('kiosk:staff') }).click()
}
