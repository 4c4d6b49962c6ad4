import { readFile, writeFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import type { TFunction } from 'i18next'
import { chooseFile, saveTo } from './files.ts'

/** What a look at the catalogue needs: the window, its words, a place for files, and what is done at each stop. */
interface Tour {
  page: Page
  t: TFunction
  stick: string
  look: (name: string) => Promise<void>
}

/** Goes through the catalogue: the list, one instrument, trying it out, and importing what was exported. */
export async function tourCatalogue({ page, t, stick, look }: Tour): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  const heading = (name: string | RegExp) =>
    expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

  await link(t('nav.catalogue')).click()
  await heading(t('catalogue:title'))
  await look('catalogue')
  await page.getByLabel(t('catalogue:filter.text')).fill('zzzz')
  await expect(page.getByText(t('catalogue:noneFound.title'))).toBeVisible()
  await look('catalogue-none')
  await page.getByLabel(t('catalogue:filter.text')).fill('phq9')
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.keyboard.press('Enter')
  await heading(/PHQ-9/)
  await look('instrument')
  const exported = await saveTo(stick, page, t('catalogue:export.button'))
  await button(t('catalogue:tryOut.open')).click()
  await expect(page.getByRole('region', { name: t('catalogue:tryOut.questions') })).toBeVisible()
  for (let question = 1; question <= 9; question += 1) {
    await page.keyboard.press('3')
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('region', { name: t('catalogue:tryOut.score') })).toContainText('27')
  await look('instrument-try-out')

  await link(t('nav.catalogue')).click()
  await button(t('catalogue:import.title')).click()
  await heading(t('catalogue:import.title'))
  await look('import')
  await chooseFile(page, t('catalogue:import.choose'), exported)
  await expect(page.getByRole('table', { name: t('catalogue:import.refused') })).toBeVisible()
  await look('import-refused')
  await chooseFile(page, t('catalogue:import.chooseOthers'), await fromElsewhere(exported))
  await expect(button(t('catalogue:fhir.check'))).toBeVisible()
  await look('import-fhir')
  await fillIn({ page, t })
  await look('import-fhir-filled-in')
  await button(t('catalogue:fhir.check')).click()
  await expect(page.getByRole('heading', { name: t('catalogue:sign.title'), exact: true })).toBeVisible()
  await look('import-preview')
  await page.getByLabel(t('catalogue:sign.read')).check()
  await button(t('catalogue:sign.sign')).click()
  await expect(page.getByRole('status').getByText(/phq-9-elsewhere/)).toBeVisible()
  await look('import-signed')
}

async function fillIn({ page, t }: Pick<Tour, 'page' | 't'>): Promise<void> {
  const field = (name: string) => page.getByLabel(t(`catalogue:${name}`), { exact: true })
  await field('fhir.id').fill('phq-9-elsewhere')
  await page.getByLabel(t('assessments:rater.self'), { exact: true }).check()
  await page.getByRole('combobox', { name: t('catalogue:about.timeFrame') }).click()
  await page.getByTitle(t('catalogue:timeFrame.pastTwoWeeks')).click()
  await field('terms.url').fill('https://example.org/terms')
  await field('terms.seen').fill('示例手册')
  const scores = page.getByLabel(t('catalogue:fhir.scoreOf', { id: 'total' }), { exact: true })
  await scores.nth(0).fill('0')
  await scores.nth(1).fill('27')
}

/** The same form as a system that knows nothing of ours would write it. */
async function fromElsewhere(path: string): Promise<string> {
  const form: { extension: { url: string }[] } = JSON.parse(await readFile(path, 'utf8'))
  const copy = path.replace('.fhir.json', '-elsewhere.json')
  const extension = form.extension.filter(({ url }) => !url.startsWith('urn:anxin:'))
  await writeFile(copy, JSON.stringify({ ...form, extension }))
  return copy
}
