import { readFile } from 'node:fs/promises'
import { expect, test } from './steps/desk.ts'
import { saveTo } from './steps/files.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

tourInBothLanguages(
  'a report is chosen, checked, read as it leaves, confirmed and written, and comes back the same',
  async (tour) => {
    const { page, stick, t, look, button, link, region, title } = tour
    const own = (key: string, more = {}) => t(`report:${key}`, more)
    const main = page.getByRole('main')
    await openDemonstration(tour)

    await test.step('the day says what is due', async () => {
      const due = region(t('today:reportDue.label'))
      await expect(due).toBeVisible()
      await look('report-due')
      await due.getByRole('link').click()
      await title(own('title'))
      await expect(main.locator('.report-period-due').first()).toContainText(own('standing.due'))
      await look('report-home')
    })

    let period = ''
    await test.step('what is counted, what leaves, what is withheld and why', async () => {
      const due = main.locator('.report-period-due').getByRole('link').last()
      period = (await due.textContent()) ?? ''
      await due.click()
      await title(own('period.title', { period }))
      await expect(button(own('next.leaving'))).toBeVisible()
      await expect(region(own('check.how'))).toBeVisible()
      await look('report-check')
    })

    await test.step('exactly what leaves, as tables and to the last letter', async () => {
      await button(own('next.leaving')).click()
      const raw = region(own('leaving.raw'))
      await expect(raw).toBeVisible()
      const text = (await raw.textContent()) ?? ''
      const size = new TextEncoder().encode(text).length
      await expect(page.getByText(own('leaving.size', { bytes: size }))).toBeVisible()
      const payload: { format: string; protection: { solver: string } } = JSON.parse(text)
      // Its own worker attacked it, under the content policy of the built program.
      expect(payload.protection.solver).toMatch(/^highs-/)
      expect(payload.format).toBe('anxin-package/2')
      await look('report-leaves')
    })

    await test.step('the passphrase, then the file', async () => {
      await button(own('next.confirm')).click()
      await expect(region(own('step.confirm'))).toBeVisible()
      await look('report-confirm')
      await button(own('next.write')).click()
      await expect(page.getByText(own('written.title'))).toBeVisible()
      await look('report-made')
    })

    const first = await saveTo(stick, page, own('written.save'))

    await test.step('the same numbers as a workbook', async () => {
      await button(own('views.xlsx')).click()
      const save = page.getByRole('button', { name: /\.xlsx/ })
      await expect(save).toBeVisible()
      const path = await saveTo(stick, page, (await save.textContent()) ?? '')
      expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK')
    })

    await test.step('the period is closed, and gives the same file again', async () => {
      await main
        .getByRole('link', { name: own('period.back') })
        .first()
        .click()
      await title(own('title'))
      const ledger = region(own('ledger.title'))
      await expect(ledger.getByRole('row', { name: period })).toContainText(own('ledger.noReceipt'))
      await look('report-ledger')
      const before = await readFile(first)
      await ledger.getByRole('button', { name: new RegExp(`${own('ledger.getAgain')}\\s*${period}`) }).click()
      const save = ledger.getByRole('button', { name: /\.anxin/ })
      await expect(save).toBeVisible()
      const again = await saveTo(stick, page, (await save.textContent()) ?? '')
      expect(await readFile(again)).toEqual(before)
      await link(t('nav.statistics')).click()
      await title(t('statistics:title'))
    })
  },
  { alwaysClosely: true },
)
