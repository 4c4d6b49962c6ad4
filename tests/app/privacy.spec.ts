import { dayOf } from '../../src/tiering/calendar.ts'
import { expect, test } from './steps/desk.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

tourInBothLanguages(
  'what is done with personal data, and the impact assessment, kept three years',
  async (on) => {
    const { page, language, t, look, button, link, region, title } = on
    const privacy = (key: string, more = {}) => t(`privacy:${key}`, more)
    const own = language === 'en' ? 'Example: the cabinet is locked at night' : '示例：夜里柜子上锁'
    const because = language === 'en' ? 'Example: the measures are enough' : '示例：措施够用'

    await openDemonstration(on)

    await test.step('the register follows from the records', async () => {
      await link(t('nav.settings')).click()
      await link(t('settings:places.privacy')).click()
      await title(privacy('title'))
      await expect(page.getByText(privacy('due.NO_ASSESSMENT'))).toBeVisible()
      const log = region(privacy('log.title'))
      for (const processing of ['caseFile', 'assessment', 'tiering'])
        await expect(
          log.getByRole('rowheader', { name: t(`rights:processings.${processing}`) }),
        ).toBeVisible()
      await look('privacy')
    })

    await test.step('an assessment is filled in beforehand; a person concludes it', async () => {
      await button(privacy('assess')).click()
      await title(privacy('assess'))
      await look('privacy-assess')
      const first = page.locator('details').first()
      if (!(await first.evaluate((details: HTMLDetailsElement) => details.open)))
        await first.locator('summary').click()
      const measures = first.getByRole('textbox').last()
      await expect(measures).not.toHaveValue('')
      await measures.fill(own)
      await look('privacy-assess-open')
      await button(privacy('save')).click()
      await expect(page.getByText(privacy('conclusion.needed'))).toBeVisible()
      await page.getByRole('radio', { name: privacy('conclusion.goOnWithMeasures'), exact: true }).check()
      await page.getByLabel(privacy('because'), { exact: true }).fill(because)
      await page.getByLabel(privacy('measuresBy'), { exact: true }).fill('2099-05-01')
      await button(privacy('save')).click()
    })

    await test.step('it goes on paper as it was concluded', async () => {
      await title(privacy('versions.version', { version: 1 }))
      const sheet = page.getByRole('article', { name: privacy('sheet') })
      await expect(sheet).toContainText(own)
      await expect(sheet).toContainText(because)
      await expect(sheet).toContainText(String(Number(dayOf(new Date().toISOString()).slice(0, 4)) + 3))
      await look('privacy-sheet')
    })

    await test.step('the next one begins with the room’s own words; both stay', async () => {
      await link(privacy('title')).last().click()
      await expect(page.getByText(privacy('due.NO_ASSESSMENT'))).toHaveCount(0)
      await button(privacy('assess')).click()
      await title(privacy('assess'))
      const first = page.locator('details').first()
      if (!(await first.evaluate((details: HTMLDetailsElement) => details.open)))
        await first.locator('summary').click()
      await expect(first.getByRole('textbox').last()).toHaveValue(own)
      await page.getByRole('radio', { name: privacy('conclusion.goOn'), exact: true }).check()
      await page.getByLabel(privacy('because'), { exact: true }).fill(because)
      await button(privacy('save')).click()
      await title(privacy('versions.version', { version: 2 }))
      await link(privacy('title')).last().click()
      await expect(region(privacy('versions.title')).getByRole('listitem')).toHaveCount(2)
      await look('privacy-versions')
    })
  },
  { onlyLong: true },
)
