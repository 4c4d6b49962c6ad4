import type { Locator } from '@playwright/test'
import { expect, test } from './steps/desk.ts'
import { textOf } from './steps/pdf-text.ts'
import { openDemonstration, type Tour, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

/** The first file of somebody of such an age whose page of changes has this on it, from the caseload: its address. */
async function fileOfAge({ page, t }: Tour, from: number, to: number, wanted: Locator): Promise<string> {
  await page.goto('/#/clients')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  const found = await page.getByRole('row').evaluateAll(
    (rows, [least = 0, most = 0]) =>
      rows.flatMap((row) => {
        const age = Number(row.querySelectorAll('td')[4]?.textContent)
        return age >= least && age <= most ? [row.querySelector('a')?.getAttribute('href') ?? ''] : []
      }),
    [from, to],
  )
  for (const href of found) {
    await page.goto(`/${href}/results`)
    const report = page.getByRole('link', { name: t('results:overTime.clientReport') })
    await expect(page.getByRole('link', { name: t('clients:tabs.overview') })).toHaveAttribute('href', href)
    await expect(report.or(page.getByText(t('results:empty.title')))).toBeVisible()
    if (await wanted.isVisible()) return href
  }
  throw new Error(`nobody between ${from} and ${to}`)
}

/** Prints what is on the page: how many sheets it takes, and what stands on them. */
async function printed({ page }: Tour): Promise<{ sheets: number; text: string }> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  return { sheets: pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0, text: textOf(pdf) }
}

/** Text as it comes from a sheet, where lines break anywhere. */
const squeezed = (text: string) => text.replaceAll(/\s/g, '')

tourInBothLanguages(
  'how scores changed, what everybody says, what goes on paper, and what others noticed',
  async (on) => {
    const { page, t, look, button, link, region, title } = on
    const results = (key: string, values = {}) => t(`results:${key}`, values)
    const clues = (key: string, values = {}) => t(`clues:${key}`, values)
    await openDemonstration(on)

    await test.step('a minor and two who know them, each with a line of their own, in one picture', async () => {
      const accounts = page.getByRole('list', { name: results('chart.informants') })
      const everybody = page.getByRole('region', { name: /孩子的情绪与行为|emotions and behaviour/ })
      const child = await fileOfAge(on, 11, 17, everybody)
      await page.goto(`/${child}/results`)
      await page.getByRole('combobox', { name: results('overTime.which') }).click()
      await page
        .getByTitle(/PSC-35/)
        .first()
        .click()
      await expect(page.getByRole('img', { name: /PSC-35/ })).toBeVisible()
      await expect(page.getByText(results('chart.noError'))).toBeVisible()
      await expect(accounts.getByRole('listitem')).toHaveCount(2)
      await expect(accounts).toContainText(t('assessments:rater.bases.clientAgreed'))
      await expect(region(results('ratings.title'))).toBeVisible()
      await look('over-time-informants')
    })

    let adult = ''
    await test.step('a scale of which measurement error is published has its band; every number stands in a table', async () => {
      const several = page.getByRole('combobox', { name: results('overTime.which') })
      adult = await fileOfAge(on, 18, 59, several)
      await page.goto(`/${adult}/results`)
      await page.getByRole('combobox', { name: results('overTime.which') }).click()
      await page.getByTitle(/PHQ-9/).first().click()
      const chart = page.getByRole('img', { name: /PHQ-9/ })
      await expect(chart).toBeVisible()
      const figures = (await chart.getAttribute('aria-details')) ?? ''
      const rows = page.locator(`[id="${figures}"]`).getByRole('row')
      expect(await rows.count()).toBeGreaterThan(1)
      await expect(page.getByText(results('chart.bands'))).toBeVisible()
      await look('over-time')
    })

    await test.step('the report for the client is in plain words, in large print too, and fits its sheets', async () => {
      await link(results('overTime.clientReport')).click()
      await title(results('forClient.title'))
      const sheet = page.getByRole('article', { name: results('forClient.title') })
      await expect(sheet).toContainText(results('forClient.notDiagnosis'))
      await expect(sheet).not.toContainText('示例安')
      await look('client-report')
      const usual = await printed(on)
      expect(squeezed(usual.text)).toContain(squeezed(results('forClient.notDiagnosis')))
      expect(usual.text).not.toContain(results('report.back'))
      await page.getByText(results('report.sizes.150')).click()
      await page.getByRole('checkbox', { name: results('report.withScores') }).check()
      await look('client-report-large')
      const large = await printed(on)
      expect(large.sheets).toBeGreaterThanOrEqual(usual.sheets)
      expect(large.sheets).toBeLessThanOrEqual(usual.sheets * 3 + 1)
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByRole('navigation')).toHaveCount(0)
      await look('client-report-print')
      await page.emulateMedia({ media: null })
    })

    await test.step('the professional report has every score, what it rests on, and the terms', async () => {
      await link(results('report.back')).click()
      await link(results('overTime.professionalReport')).click()
      await title(results('professional.title'))
      await look('professional-report')
      const { sheets, text } = await printed(on)
      expect(sheets).toBeGreaterThan(0)
      for (const words of [results('professional.notDiagnosis'), results('professional.terms')])
        expect(squeezed(text)).toContain(squeezed(words))
      expect(squeezed(text)).toContain('Kroenke')
      expect(text).not.toContain(results('report.back'))
      await page.emulateMedia({ media: 'print' })
      await look('professional-report-print')
      await page.emulateMedia({ media: null })
    })

    await test.step('nothing is printed while a critical answer was not talked about', async () => {
      await page.goto('/#/today')
      await link(t('today:act.openAlert')).first().click()
      await expect(page.getByRole('alert', { name: t('clients:alert.title') }).first()).toBeVisible()
      await link(t('clients:tabs.results')).click()
      await link(results('overTime.clientReport')).click()
      await expect(page.getByText(t('refusals:CRITICAL_ANSWER_OPEN'))).toBeVisible()
      await expect(button(t('ui:print'))).toHaveCount(0)
      await look('report-held-back')
    })

    await test.step('what somebody noticed is looked into by a named person, or let go', async () => {
      await page.goto(`/${adult}/clues`)
      await expect(region(clues('title'))).toBeVisible()
      await button(clues('note.open')).click()
      await button(clues('note.save')).click()
      await expect(page.getByText(clues('note.toldNeeded'))).toBeVisible()
      await page.getByLabel(clues('note.source')).fill('示例邻居')
      await page.getByLabel(clues('note.told')).fill('示例：这几天没有出门')
      await look('clue-form')
      await button(clues('note.save')).click()
      const line = page.getByRole('listitem').filter({ hasText: '示例：这几天没有出门' })
      await expect(line).toContainText('示例邻居')
      await look('clues')
      await line.getByRole('button', { name: clues('answer.open') }).click()
      await page.getByRole('radio', { name: clues('answer.founds.notConfirmed') }).check()
      await page.getByLabel(clues('answer.entry')).fill('示例：去看过，只是感冒了')
      await look('clue-answer')
      await button(clues('answer.save')).click()
      await expect(line).toContainText(clues('standing.notConfirmed'))
    })

    await test.step('who tells of a client is named with purpose and ground before they begin', async () => {
      await page.goto(`/${adult}/assessments/new?way=informant`)
      await expect(page.getByLabel(t('assessments:start.who'))).toBeVisible()
      await page.getByLabel(t('assessments:start.who')).scrollIntoViewIfNeeded()
      await look('informant-form')
    })
  },
  { onlyLong: true },
)
