import type { Page } from '@playwright/test'
import { expect, test } from './steps/desk.ts'
import { tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

/** Pages a sheet takes when printed. */
const pagesOf = async (page: Page): Promise<number> =>
  (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0

tourInBothLanguages(
  'choosing among many, a paper form entered twice, what others see, and what is printed',
  async ({ page, t, look, button, title }) => {
    const radio = (name: string | RegExp) => page.getByRole('radio', { name })
    const fields = page.getByRole('listitem').getByRole('textbox')
    let file = ''

    await test.step('the demonstration, and an adult’s file', async () => {
      await page.goto('/')
      await button(t('access:welcome.demo')).click()
      await button(t('access:demoReady.open')).click()
      await title(t('today:title'))
      await page.goto('/#/clients')
      const files = page.getByRole('row').getByRole('link')
      await expect(files.first()).toBeVisible()
      const links = await files.evaluateAll((found) => found.map((one) => one.getAttribute('href') ?? ''))
      for (file of links) {
        await page.goto(`/${file}/assessments/new?way=self`)
        await expect(page.getByLabel(t('assessments:start.search'))).toBeVisible()
        if (await radio(/PHQ-9/).isVisible()) break
      }
    })

    await test.step('an instrument is found by its initials, and says its terms before it is used', async () => {
      await button(t('assessments:start.enter')).click()
      await expect(page.getByText(t('assessments:start.instrumentNeeded'))).toBeInViewport()
      await page.getByLabel(t('assessments:start.search')).fill('phq-9')
      await expect(page.getByText(t('assessments:start.found', { count: 1 }))).toBeVisible()
      await radio(/PHQ-9/).check()
      await expect(page.getByText('No permission required to reproduce')).toBeVisible()
      await page.getByRole('checkbox', { name: t('assessments:paper.choice') }).check()
      await look('start-paper')
      await button(t('assessments:start.enter')).click()
    })

    await test.step('the second entry is blind, and dropping it leaves the first as it was', async () => {
      await fields.first().click()
      await page.keyboard.type('2130102001')
      await expect(page.getByText(t('assessments:entry.progress', { answered: 10, of: 10 }))).toBeVisible()
      await look('paper-first')
      await button(t('assessments:paper.onceMore')).click()
      await expect(fields.first()).toHaveValue('')
      await fields.first().click()
      await page.keyboard.type('3333')
      await button(t('assessments:paper.giveUp')).click()
      await expect(fields.first()).toHaveValue('2')
      await expect(fields.nth(3)).toHaveValue('0')
    })

    await test.step('what differs is shown side by side and has to be settled', async () => {
      await button(t('assessments:paper.onceMore')).click()
      await fields.first().click()
      await page.keyboard.type('2230102001')
      await button(t('assessments:paper.compare')).click()
      const found = page.getByRole('table', { name: t('assessments:paper.differences') })
      await expect(found.getByRole('radiogroup')).toHaveCount(1)
      await expect(button(t('assessments:entry.finish'))).toBeDisabled()
      await look('paper-differences')
      await radio(/^(第一遍|First)/).check()
      await button(t('assessments:entry.finish')).click()
      await expect(page.getByText(t('assessments:result.notDiagnosis'))).toBeVisible()
      await expect(page.getByText(t('assessments:paper.entered.twice'))).toBeVisible()
      await expect(page.getByRole('region', { name: /PHQ-9/ })).toContainText('9')
      await look('result')
    })

    await test.step('on paper stand the file number, the terms and that it is no diagnosis, and no name', async () => {
      await page.getByRole('link', { name: t('assessments:result.print') }).click()
      await title(t('assessments:sheet.title'))
      await look('result-sheet')
      await page.emulateMedia({ media: 'print' })
      const sheet = page.getByRole('article')
      await expect(sheet).toContainText(t('assessments:sheet.notDiagnosis'))
      await expect(sheet).toContainText('No permission required to reproduce')
      await expect(sheet).toContainText(/20\d\d-\d{4}/)
      await expect(sheet).not.toContainText('示例晓')
      await expect(page.getByRole('navigation')).toHaveCount(0)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(0)
      expect(await pagesOf(page)).toBe(1)
      await page.emulateMedia({ media: 'screen' })
      await page.getByRole('checkbox', { name: t('assessments:sheet.withName') }).check()
      await expect(sheet).toContainText('示例')
    })

    await test.step('a blank form carries the codes that are typed from it', async () => {
      await page.goto('/#/catalogue/phq-9/paper-form')
      await title(t('assessments:form.title'))
      await look('paper-form')
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByRole('article').getByRole('row')).toHaveCount(10)
      await expect(page.getByRole('article')).toContainText('☐ 3')
      expect(await pagesOf(page)).toBe(1)
      await page.emulateMedia({ media: 'screen' })
    })

    await test.step('a record of what somebody saw has no score and stands beside what the person said', async () => {
      await page.goto(`/${file}/assessments/new?way=informant&instruments=observation-record`)
      await page.getByLabel(t('assessments:start.who')).fill('示例知情人')
      await page.getByLabel(t('assessments:start.relation')).fill('示例邻居')
      await button(t('assessments:start.enter')).click()
      await expect(page.getByText(t('assessments:observation')).first()).toBeVisible()
      await radio(/^(家人|Family)$/).focus()
      await page.keyboard.type('011001210120120000')
      await page.getByLabel(t('assessments:remark.label')).fill('示例：两个月来很少出门')
      await look('observation')
      await button(t('assessments:entry.finishRecord')).click()
      await expect(page.getByText('示例：两个月来很少出门')).toBeVisible()
      await look('observation-result')
      await page.goto(`/${file}/assessments`)
      const beside = page.getByRole('region', { name: t('assessments:beside.title') })
      await expect(beside.getByRole('row', { name: t('assessments:beside.sections.sleep') })).toBeVisible()
      await look('beside')
    })
  },
  { onlyLong: true, inDemonstration: false },
)
