import { lhcFormsPhq9 } from '../instruments/fhir/lhc-forms.ts'
import { complaintsOf, expect, test } from './steps/desk.ts'
import { chooseFile } from './steps/files.ts'
import { exampleText, write } from './steps/instrument-files.ts'
import { lookAt } from './steps/look.ts'
import { wordingIn } from './steps/wording.ts'

test.use({ trace: 'off' })

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(language, () => {
    test.use({ locale: language })

    test('instruments are looked at, tried out, held back and taken in', async ({
      page,
      stick,
    }, testInfo) => {
      const t = wordingIn(language)
      const look = lookAt(page, testInfo, language === 'en' ? 1920 : 1366)
      const complaints = complaintsOf(page)
      const button = (name: string) => page.getByRole('button', { name, exact: true })
      const link = (name: string) => page.getByRole('link', { name, exact: true })
      const region = (name: string) => page.getByRole('region', { name })
      const title = (name: string | RegExp) =>
        expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      const search = page.getByLabel(t('catalogue:filter.text'))

      await test.step('the catalogue', async () => {
        await page.goto('/')
        await button(t('access:welcome.demo')).click()
        await button(t('access:demoReady.open')).click()
        await link(t('nav.catalogue')).click()
        await title(t('catalogue:title'))
        await expect(page.getByRole('row', { name: /PHQ-15/ })).toContainText(t('catalogue:unofficial.mark'))
        await look('catalogue')
        await page.getByRole('spinbutton', { name: t('catalogue:filter.age') }).fill('7')
        await expect(page.getByRole('row', { name: /PSC-17/ })).toBeVisible()
        await expect(page.getByRole('row', { name: /GDS-15/ })).toBeHidden()
        await search.fill('示例没有')
        await expect(page.getByText(t('catalogue:noneFound.title'))).toBeVisible()
        await look('catalogue-none')
        await button(t('catalogue:noneFound.all')).click()
      })

      await test.step('an instrument that asks for training, and one that is switched off', async () => {
        await search.fill('danger-level')
        await page.keyboard.press('Enter')
        await expect(page.getByText(t('catalogue:offering.qualified'))).toBeVisible()
        await look('instrument-qualified')
        await page.getByRole('radio', { name: t('catalogue:offering.no'), exact: true }).check()
        await button(t('catalogue:offering.save')).click()
        await expect(page.getByText(t('assessments:heldBack.SWITCHED_OFF'))).toBeVisible()
        await look('instrument-held-back')
        await link(t('catalogue:all')).click()
      })

      await test.step('one is tried out', async () => {
        await search.fill('phq-15')
        await page.keyboard.press('Enter')
        await title(/PHQ-15/)
        await look('instrument')
        await button(t('catalogue:tryOut.open')).click()
        await region(t('catalogue:tryOut.questions')).getByRole('radio').last().click()
        await look('try-out')
        await link(t('catalogue:tryOut.end')).click()
        await link(t('catalogue:all')).click()
      })

      await test.step('files that are wrong, and one that is signed in', async () => {
        await button(t('catalogue:import.title')).click()
        await title(t('catalogue:import.title'))
        await look('import')
        const [wrong = '', right = ''] = await write(stick, {
          'wrong.json': exampleText.replace('"max": 6 }', '"max": 7 }').replace('"q3"', '"q2"'),
          'sleep-example.json': exampleText,
        })
        await chooseFile(page, t('catalogue:import.choose'), wrong)
        await expect(page.getByText(t('catalogue:import.unchanged'))).toBeVisible()
        await look('import-refused')
        await chooseFile(page, t('catalogue:import.chooseOthers'), right)
        await expect(page.getByText(t('catalogue:sign.title'))).toBeVisible()
        await button(t('catalogue:tryOut.open')).click()
        await look('import-preview')
        await page.getByRole('checkbox', { name: t('catalogue:sign.read') }).check()
        await button(t('catalogue:sign.sign')).click()
        await expect(link(t('catalogue:import.look'))).toBeVisible()
        await look('import-signed')
      })

      await test.step('a form of another house, with what it does not say', async () => {
        const [form = ''] = await write(stick, { 'form.json': lhcFormsPhq9() })
        await chooseFile(page, t('catalogue:import.choose'), form)
        await expect(page.getByText(t('catalogue:fhir.lead', { count: 9, scores: 1 }))).toBeVisible()
        await look('import-form')
        await button(t('catalogue:fhir.check')).click()
        await expect(page.getByText(t('catalogue:fhir.needed')).first()).toBeVisible()
        await look('import-form-missing')
        await page.getByLabel(t('catalogue:fhir.id'), { exact: true }).fill('example-form')
        await page.getByRole('checkbox', { name: t('assessments:rater.self') }).check()
        await page.getByRole('combobox', { name: t('catalogue:about.timeFrame') }).click()
        await page.getByRole('option', { name: t('catalogue:timeFrame.pastTwoWeeks') }).click()
        await page.getByLabel(t('catalogue:terms.statement'), { exact: true }).fill('示例条款')
        await page.getByLabel(t('catalogue:terms.url'), { exact: true }).fill('https://example.org/terms')
        await page.getByLabel(t('catalogue:terms.seen'), { exact: true }).fill('示例')
        for (const [at, score] of [0, 27].entries())
          await page
            .getByRole('spinbutton', { name: new RegExp(t('catalogue:fhir.scoreOf', { id: '' })) })
            .nth(at)
            .fill(String(score))
        await button(t('catalogue:fhir.check')).click()
        await expect(page.getByText(t('catalogue:sign.title'))).toBeVisible()
        await look('import-form-preview')
      })
      expect(complaints).toEqual([])
    })
  })
}
